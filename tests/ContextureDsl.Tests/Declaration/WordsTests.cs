namespace ContextureDsl.Tests.Declaration;

public class WordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" ,.;- ' ", "")]
    [InlineData("The sea, the SEA!", "the|sea|the|sea")]
    [InlineData("I don’t; you don't", "i|don't|you|don't")]
    [InlineData("a well-made 'quoted' half- -done", "a|well-made|quoted|half|done")]
    [InlineData("3.14 is pi", "3|14|is|pi")]
    [InlineData("ÉTÉ à Zürich", "été|à|zürich")]
    [InlineData("Привет, мир", "привет|мир")]
    [InlineData("mu\u0308de", "mu\u0308de")]
    [InlineData("snow😀man 𝒜𝒷", "snow|man|𝒜𝒷")]
    [InlineData("tab\tand\nline", "tab|and|line")]
    public void Letters_marks_and_digits_in_a_row(string text, string words) => Assert.Equal(words, string.Join('|', Words.Of(text)));

    [Fact]
    public void A_lone_surrogate_separates() => Assert.Equal(["a", "b"], Words.Of("a\uD83Db"));

    [Fact]
    public void Null_is_no_text() => Assert.Throws<ArgumentNullException>(() => Words.Of(null!));
}
