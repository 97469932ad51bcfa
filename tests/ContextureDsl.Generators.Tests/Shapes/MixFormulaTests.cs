using ContextureDsl.Generators.Tests.Driver;

namespace ContextureDsl.Generators.Tests.Shapes;

/// <summary>The head of an emitted file says the mix as a formula in the user's names, and what was done to it.</summary>
public sealed class MixFormulaTests
{
    private const string Rows =
        """
        namespace Library
        {
            public sealed record Paper(string Title, string Author, string Word, int Year);
            public sealed record Citation(string From, string To);

            [Contexture]
            public sealed partial class Sense(double share) : Contexture<string>.From<Citation, Paper>
            {
                protected override Definition<string> Define(Events<Citation> citations, Events<Paper> papers)
                {
                    var cites = citations.Input(c => c.From).Context(c => c.To);
                    var words = papers.Input(p => p.Title).Context(p => p.Word);
                    var authors = papers.Input(p => p.Title).Context(p => p.Author).Named("by authors");
                    var itself = papers.Input(p => p.Title).Context(p => p.Title);
                    var all = papers.Input(p => p.Title).Context(p => 1);
                    BODY
                }
            }
        }
        """;

    public static TheoryData<string, string[]> Mixes() => new()
    {
        { "return Mix.Convex((0.3, cites), (0.7, words));", ["TT* = 0.3 cites cites* + 0.7 words words*"] },
        { "return Mix.Convex((3, cites), (1, Mix.Convex(words, authors)));", ["TT* = 0.75 cites cites* + 0.125 words words* + 0.125 byAuthors byAuthors*", "Simplified: nested mixes of one kind flattened, their weights multiplied"] },
        { "return Mix.Convex((share, cites), (1 - share, words));", ["TT* = w1 cites cites* + w2 words words*"] },
        { "return Mix.Convolve(cites, then: words);", ["T = cites cites* words"] },
        { "return Mix.Convolve(cites, words, then: authors);", ["T = cites cites* words words* byAuthors"] },
        { "return Mix.Average((0.3, cites), (0.7, words));", ["T = 0.3 cites + 0.7 words"] },
        { "return Mix.Average((share, cites), (1 - share, words));", ["T = w1 cites + w2 words", "w1, w2: share, 1 - share (as written; the numbers come from the tree)"] },
        { "return cites.Smooth();", ["T = cites cites*"] },
        { "return Mix.Convex((1, cites), (1, words)).Smooth();", ["T = 0.5 cites cites* + 0.5 words words*"] },
        { "return Mix.Convolve(cites, then: Mix.Convex((0.2, words), (0.8, authors)));", ["TT* = cites cites* (0.2 words words* + 0.8 byAuthors byAuthors*) cites cites*"] },
        { "return Mix.Convolve(Mix.Average(words, authors), then: cites);", ["T = (0.5 words + 0.5 byAuthors) (0.5 words + 0.5 byAuthors)* cites"] },
        { "return cites.Smooth().Lazy().Steps(2);", ["T = Steps(Lazy(cites cites*))"] },
        { "return Mix.Joint(cites, words);", ["T = (cites, words)"] },
        { "return Mix.Concatenate(cites, Mix.Convolve(cites, then: words));", ["encoder 1: T = cites", "encoder 2: T = cites cites* words"] },
        { "return Mix.MinMax(cites, words);", ["TT* = w1 cites cites* + w2 words words*", "w1, w2: learnt by the min-max rule"] },
        { "return Mix.Convolve(itself, then: words);", ["T = words", "itself shows every input with itself: itself itself* = I", "Simplified: a convolution through the identity left out"] },
        { "return Mix.Convolve(itself, then: papers.Where(p => p.Year > 1990).Input(p => p.Title).Context(p => p.Word).Named(\"some\"));", ["T = some", "itself shows every input with itself: itself itself* = I"] },
        { "return Mix.Convolve(cites, itself, then: words);", ["T = cites cites* itself itself* words", Known("itself")] },
        { "return Mix.Convolve(papers.Where(p => p.Year > 1990).Input(p => p.Title).Context(p => p.Title).Named(\"late\"), then: words);", ["T = late late* words", Known("late")] },
        { "return Mix.Convolve(itself.Weight(p => p.Year), then: words);", ["T = itself itself* words", Known("itself")] },
        { "return Mix.Convolve(itself.MinimumCount(2), then: words);", ["T = itself itself* words", Known("itself")] },
        { "return Mix.Convolve(itself, then: papers.Input(p => p.Author).Context(p => p.Word).Named(\"written\"));", ["T = itself itself* written", Known("itself")] },
        { "return Mix.Concatenate(cites, Mix.Convolve(itself, then: words));", ["encoder 2: T = itself itself* words", Known("itself")] },
        { "return Mix.Convolve(papers.Input(p => p.Title).Context(p => 1.5).Named(\"same\"), then: words);", ["same shows every input with the same value: a convolution with it has the spectrum 0"] },
        { "return Mix.Convolve(all, then: words);", ["T = all all* words", "all shows every input with the same value: a convolution with it has the spectrum 0"] },
        { "return Mix.Convex((0.5, Mix.Convolve(cites, then: words)), (0.5, Mix.Convolve(cites, then: authors)));", ["TT* = cites cites* (0.5 words words* + 0.5 byAuthors byAuthors*) cites cites*", "Simplified: a factor that several convolutions begin with applied once"] },
        { "return Mix.Average((share, cites), (1, cites), (0.2, words));", ["T = w1 cites + w2 words", "Simplified: a part that is mixed in several times merged, its weights added"] },
    };

    [Theory]
    [InlineData("1 + p.Year")]
    [InlineData("100 - p.Year")]
    [InlineData("\"in \" + p.Author + \"\"")]
    public void AnExpressionThatBeginsWithALiteralIsNotTheSameForAll(string context)
    {
        var header = HeaderOf($"return Mix.Convolve(papers.Input(p => p.Title).Context(p => {context}).Named(\"told\"), then: words);");

        Assert.Contains("//   T = told told* words", header);
        Assert.DoesNotContain(header, line => line.Contains("the same value", StringComparison.Ordinal));
    }

    [Fact]
    public void AMinimumCountOfTheDeclarationMayLeaveInputsOut()
    {
        var header = HeaderOf("return Mix.Convolve(itself, then: words);", "[Contexture(MinimumCount = 2)]");

        Assert.Contains("//   T = itself itself* words", header);
        Assert.Contains("//   " + Known("itself"), header);
    }

    [Theory, MemberData(nameof(Mixes))]
    public void TheMixIsSaidInTheUsersNames(string body, string[] lines)
    {
        var header = HeaderOf(body);

        foreach (var line in lines) Assert.Contains("//   " + line, header);
    }

    private static string Known(string part) => $"{part} shows the inputs that it has with themselves: {part} {part}* = I where it has every input of the mix, which the counts tell";

    private static string[] HeaderOf(string body, string attribute = "[Contexture]") =>
        Generation.Of(Rows.Replace("BODY", body, StringComparison.Ordinal).Replace("[Contexture]", attribute, StringComparison.Ordinal)).File.Split("#nullable enable")[0].Split('\n');
}
