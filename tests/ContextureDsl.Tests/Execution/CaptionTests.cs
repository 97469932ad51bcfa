namespace ContextureDsl.Tests.Execution;

/// <summary>Captions through the free form: both sides give vectors that find each other, and what is refused.</summary>
public class CaptionTests
{
    private static readonly LearnOptions Exact = new() { Precision = Precision.Double, Tolerance = 1e-12 };

    private static readonly Codebook<Raster> Shades = Codebook.Patches(1, 4);

    /// <summary>Pictures of two shades each, whose words name the shades: every word has its shade.</summary>
    private static readonly Picture[] Named =
    [
        .. from left in Enumerable.Range(0, 4)
           from right in Enumerable.Range(0, 4)
           select new Picture($"{left}{right}", new(new[] { (byte)(80 * left), (byte)(80 * right) }, 2, 1), [$"shade {left}", $"shade {right}"]),
    ];

    /// <summary>A patch and a word of a picture are of the same place half of the time: P = ½ Σ over shades + ½ independent, so s = ½ three times.</summary>
    [Fact]
    public void Shades_and_their_names_agree_half_of_the_time()
    {
        var learned = Learn(Named);
        Assert.Equal(3, learned.Rank);
        Assert.All(learned.Spectrum.Values, value => Assert.Equal(0.5, value, 1e-10));
        Assert.Equal(Estimation.Counted, learned.Parts[0].Estimation);
    }

    [Fact]
    public void Pictures_and_words_find_each_other()
    {
        var learned = Learn(Named);
        var codebook = learned.Codebook<Raster>();
        for (var shade = 0; shade < 4; shade++)
        {
            var picture = new double[learned.Rank];
            Assert.True(learned.Encoder.TryMean(codebook.Encode(new(new[] { (byte)(80 * shade), (byte)(80 * shade) }, 2, 1)), picture, out var known));
            Assert.Equal(1, known);
            var nearest = learned.Variables.Nearest(Array.ConvertAll(picture, number => (float)number), 1);
            Assert.Equal($"shade {shade}", nearest[0].Value);
            Assert.Equal(1, nearest[0].Similarity, 1e-6);
        }
    }

    [Fact]
    public void A_long_caption_counts_no_more_than_a_short_one()
    {
        Picture[] rows = [Named[0] with { Words = ["one"] }, Named[5] with { Words = [.. Enumerable.Range(0, 9).Select(i => $"of nine {i}")] }, Named[10], Named[15]];
        var learned = Learn(rows);
        Assert.Equal(0.25, learned.Variables.Marginal("one"), 1e-12);
        Assert.Equal(0.25 / 9, learned.Variables.Marginal("of nine 3"), 1e-12);
    }

    [Fact]
    public void Weights_and_filters_hold_for_captions()
    {
        var learned = Contexture.Learn(Named, pictures => pictures.Where(p => p.Name != "00").InputMany(p => p.Image, Shades).ContextMany(p => p.Words!).Weight(p => p.Name == "11" ? 5 : 1), options: Exact);
        Assert.Equal((5 + 0.5 * 6) / 19, learned.Variables.Marginal("shade 1"), 1e-12);
        Assert.Equal(1, learned.Parts[0].Summary.Filtered);
    }

    [Fact]
    public void A_caption_without_tokens()
    {
        var error = Assert.Throws<EmptyCaptionException>(() => Learn([Named[0], Named[1] with { Words = [] }]));
        foreach (var part in new[] { "Event 1 of Picture", "caption without tokens", "p.Words", "Where" }) Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_caption_and_a_missing_token()
    {
        Assert.Contains("Event 1", Assert.Throws<NullKeyException>(() => Learn([Named[0], Named[1] with { Words = null }])).Message, StringComparison.Ordinal);
        Assert.Contains("Event 0", Assert.Throws<NullKeyException>(() => Learn([Named[0] with { Words = ["a", null!] }])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_of_different_sizes_are_both_named()
    {
        var error = Assert.Throws<RasterException>(() => Learn([Named[0], Named[1] with { Image = new(new byte[3], 3, 1) }]));
        Assert.Contains("event 1 of Picture is 3 × 1 × 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("event 0 of Picture is 2 × 1 × 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_smaller_than_a_patch() => Assert.Contains(
        "2 × 1 × 1, which holds no patch of 2 × 2",
        Assert.Throws<RasterException>(() => Contexture.Learn(Named, pictures => pictures.InputMany(p => p.Image, Codebook.Patches(2, 4)).ContextMany(p => p.Words!))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_policy_for_duplicates_but_to_add()
    {
        var error = Assert.Throws<DeclarationException>(() => Contexture.Learn(
            Named, pictures => pictures.InputMany(p => p.Image, Shades).ContextMany(p => p.Words!), options: new() { Duplicates = Duplicates.Once }));
        foreach (var part in new[] { "Duplicates.Once", "same codeword", "Leave Duplicates at Sum" }) Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_caption_at_all() => Assert.Throws<EmptyObservationException>(() => Learn([]));

    private static Learned<Codeword, string> Learn(IEnumerable<Picture> rows) =>
        Contexture.Learn(rows, pictures => pictures.InputMany(p => p.Image, Shades).ContextMany(p => p.Words!), options: Exact);
}
