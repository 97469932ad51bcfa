using CsCheck;

namespace ContextureDsl.Tests.Declaration;

/// <summary>Stretches and patterns of tokens as values.</summary>
public class ChunkTests
{
    private static readonly Gen<int[]> Tokens = Gen.Int[0, 2].Array[0, 4];

    [Fact]
    public void Stretches_are_equal_when_their_tokens_are() => Gen.Select(Tokens, Tokens).Sample((one, other) =>
    {
        var (left, right) = (new Chunk<int>(one), new Chunk<int>(other));
        Assert.Equal(one.SequenceEqual(other), left == right);
        Assert.Equal(one.SequenceEqual(other), left.Equals((object)right));
        if (left == right) Assert.Equal(left.GetHashCode(), right.GetHashCode());
    });

    [Fact]
    public void Patterns_are_equal_when_they_show_the_same() => Gen.Select(Tokens, Tokens, Gen.Int[0, 15], Gen.Int[0, 15]).Sample((one, other, first, second) =>
    {
        var (left, right) = (Of(one, first), Of(other, second));
        Assert.Equal(left.ToString() == right.ToString(), left == right);
        if (left == right) Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.Equal(left.ToString().Trim('_', ' '), left.Trimmed().ToString());
    });

    [Fact]
    public void A_changed_array_changes_no_stretch()
    {
        string[] tokens = ["a", "b"];
        var stretch = new Chunk<string>(tokens);
        tokens[0] = "c";
        Assert.Equal("a b", stretch.ToString());
        Assert.Equal(("a", 2), (stretch[0], stretch.Length));
    }

    [Fact]
    public void Nothing_is_a_value_too()
    {
        Assert.Equal(default, new Chunk<string>());
        Assert.Equal(default, new Masked<string>(new("a", "b"), 0).Trimmed());
        Assert.Equal("", default(Chunk<string>).ToString());
        Assert.Equal("", default(Masked<string>).ToString());
        Assert.Equal(default(Chunk<string>).GetHashCode(), new Chunk<string>().GetHashCode());
    }

    [Fact]
    public void A_pattern_says_what_it_shows()
    {
        var pattern = new Masked<string>(new("not", "a", "good", "film"), 0b0101);
        Assert.Equal("not _ good _", pattern.ToString());
        Assert.Equal(["not", "good"], pattern.Tokens.ToArray());
        Assert.Equal((4, true, false), (pattern.Length, pattern.IsVisible(2), pattern.IsVisible(3)));
        Assert.Equal("not _ good", pattern.Trimmed().ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => pattern.IsVisible(4));
    }

    [Fact]
    public void Impossible_values_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new Chunk<string>("a", null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Masked<string>(new("a", "b"), 0b100));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Masked<int>(new(Enumerable.Range(0, 65).ToArray()), 1));
    }

    private static Masked<int> Of(int[] tokens, int visible) => new(new(tokens), (ulong)visible & ((1UL << tokens.Length) - 1));
}
