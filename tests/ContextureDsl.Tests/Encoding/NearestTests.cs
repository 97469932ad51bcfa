using Xunit;

namespace ContextureDsl.Tests;

public class NearestTests
{
    /// <summary>Cosines in single precision are off by about √d · 2⁻²⁴; a neighbour that the oracle puts elsewhere must be within that of its place.</summary>
    private const double CosineError = 2e-6;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(511, 5)]
    [InlineData(512, 8)]
    [InlineData(1500, 17)]
    public void Are_those_of_a_naive_search(int count, int rank)
    {
        var (encoder, vectors) = Random(count, rank, seed: count);
        foreach (var query in new[] { 0, count / 2, count - 1 })
        {
            var expected = Enumerable.Range(0, count).Where(x => x != query).Select(x => (Value: x, Similarity: Cosine(vectors[query], vectors[x])))
                .OrderByDescending(near => near.Similarity).ThenBy(near => near.Value).Take(10).ToArray();
            var found = encoder.Nearest(query, 10);
            Assert.Equal(expected.Length, found.Count);
            for (var i = 0; i < found.Count; i++)
            {
                Assert.Equal(expected[i].Similarity, found[i].Similarity, CosineError);
                Assert.Equal(Cosine(vectors[query], vectors[found[i].Value]), found[i].Similarity, CosineError);
            }
            Assert.Equal(found.Count, found.Select(near => near.Value).Distinct().Count());
            Assert.DoesNotContain(query, found.Select(near => near.Value));
        }
    }

    [Fact]
    public void A_point_finds_itself_first_and_a_value_does_not()
    {
        var (encoder, _) = Random(600, 6, seed: 5);
        Assert.Equal(431, encoder.Nearest(encoder[431], 1)[0].Value);
        Assert.Equal(1, encoder.Nearest(encoder[431], 1)[0].Similarity, CosineError);
        Assert.NotEqual(431, encoder.Nearest(431, 1)[0].Value);
    }

    [Fact]
    public void Equal_cosines_come_in_the_order_of_the_alphabet()
    {
        double[] u = [.. Enumerable.Range(0, 1000).SelectMany(x => x % 2 == 0 ? new[] { 0.6, 0.8 } : [0.8, -0.6])];
        var encoder = Encoder(u, 2, Embedding.Whitened);
        Assert.Equal([0, 2, 4, 8, 10], encoder.Nearest(6, 5).Select(near => near.Value));
        Assert.Equal([1, 3, 5, 7], encoder.Nearest(9, 4).Select(near => near.Value));
    }

    [Fact]
    public void The_convention_decides()
    {
        // Against 0: value 1 shares the strong first function, value 2 more of the weak second one.
        double[] u = [1, 1, 1, 0.2, 0.5, 1];
        Assert.Equal(2, Encoder(u, 2, Embedding.Whitened, [0.9, 0.1]).Nearest(0, 1)[0].Value);
        Assert.Equal(1, Encoder(u, 2, Embedding.Scaled, [0.9, 0.1]).Nearest(0, 1)[0].Value);
    }

    [Fact]
    public void More_than_there_are_gives_all() => Assert.Equal(4, Random(5, 3, seed: 1).Encoder.Nearest(2, 100).Count);

    [Fact]
    public void A_value_without_direction_is_similar_to_nothing()
    {
        var encoder = Encoder([1, 0, 0, 0, 0, 1], 2, Embedding.Whitened);
        Assert.All(encoder.Nearest(1, 2), near => Assert.Equal(0, near.Similarity));
        Assert.Equal(0, encoder.Nearest(0, 2)[1].Similarity);
    }

    [Fact]
    public void Bad_questions_are_argument_errors()
    {
        var (encoder, _) = Random(5, 3, seed: 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => encoder.Nearest(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => encoder.Nearest([1, 2, 3], -1));
        Assert.Throws<ArgumentException>(() => encoder.Nearest([1, 2], 1));
        Assert.Throws<ArgumentException>(() => encoder.Nearest([1, float.NaN, 0], 1));
        Assert.Throws<ArgumentException>(() => encoder.Nearest([float.PositiveInfinity, 0, 0], 1));
        Assert.Throws<ArgumentException>(() => encoder.Nearest([0, 0, 0], 1));
        Assert.Throws<UnknownValueException>(() => encoder.Nearest(5, 1));
    }

    private static (Encoder<int> Encoder, double[][] Vectors) Random(int count, int rank, int seed)
    {
        var random = new Random(seed);
        double[] u = [.. Enumerable.Range(0, count * rank).Select(_ => random.NextDouble() - 0.5)];
        return (Encoder(u, rank, Embedding.Whitened), [.. u.Chunk(rank)]);
    }

    private static Encoder<int> Encoder(double[] u, int rank, Embedding embedding, double[]? values = null)
    {
        var count = u.Length / rank;
        return new(DenseLearned.Alphabet([.. Enumerable.Range(0, count)]), [.. Enumerable.Repeat(1.0 / count, count)], values ?? [.. Enumerable.Repeat(0.5, rank)], u, embedding);
    }

    private static double Cosine(double[] one, double[] other)
    {
        var dot = one.Zip(other, (x, y) => x * y).Sum();
        return dot / Math.Sqrt(one.Sum(x => x * x) * other.Sum(x => x * x));
    }
}
