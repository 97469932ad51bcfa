using System.Globalization;
using ContextureDsl.Generators.Tests.Driver;
using Microsoft.CodeAnalysis.CSharp;

namespace ContextureDsl.Generators.Tests.Shapes;

/// <summary>The same bytes on every machine: whatever its culture, its line ends and the order in which it lists files.</summary>
public sealed class EnvironmentTests
{
    public static TheoryData<string> Names => [.. Samples.All.Keys];

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    public void CultureChangesNothing(string culture)
    {
        var expected = Samples.All.Values.Select(source => Generation.Of(source).Files.Values).ToList();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.NotEqual(".", CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator);
            Assert.Equal(expected, Samples.All.Values.Select(source => Generation.Of(source).Files.Values).ToList());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void OutputHasLineFeedsOnlyAndEndsWithOne(string name)
    {
        foreach (var text in Generation.Of(Samples.All[name].ReplaceLineEndings("\r\n")).Files.Values)
        {
            Assert.DoesNotContain('\r', text);
            Assert.EndsWith("}\n", text, StringComparison.Ordinal);
            Assert.DoesNotContain(" \n", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void SelectorOverSeveralLinesMatchesWhateverTheLineEnds()
    {
        const string source =
            """
            public sealed record Row(string Key, int Value);

            [Contexture]
            public sealed partial class Wide : Contexture<string, int>.From<Row>
            {
                protected override Context<string, int> Define(Events<Row> rows) =>
                    rows.Input(r =>
                            // What gets a vector.
                            r.Key)
                        .Context(r => r.Value
                            + 1);
            }

            public static class Sample
            {
                public static string Run()
                {
                    var rows = Enumerable.Range(0, 100).Select(i => new Row("k" + i * i % 11, i % 7)).ToList();
                    return Agreement.Of(new Wide(), options => new Wide().Learn(rows, options));
                }
            }
            """;
        Assert.Equal("", Generation.Of(source.ReplaceLineEndings("\n")).Run());
        Assert.Equal("", Generation.Of(source.ReplaceLineEndings("\r\n")).Run());
    }

    [Fact]
    public void OrderOfTheFilesChangesNothing()
    {
        string[] sources = [.. Samples.All.Values.Select((source, i) => source.Replace("class Sample", "class Sample" + i))];
        var expected = Generation.Of(sources).Files;
        var shuffled = (string[])sources.Clone();
        new Random(5).Shuffle(shuffled);
        Assert.NotEqual(sources, shuffled);
        Assert.Equal(expected.OrderBy(file => file.Key, StringComparer.Ordinal), Generation.Of(shuffled).Files.OrderBy(file => file.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    public void EveryLanguageVersionFromTwelveIsEnough(LanguageVersion language)
    {
        const string source =
            """
            public enum Colour { Red, Green, Blue }

            public sealed record Row(string Key, int[] Values, Colour Colour, (string, Guid) Pair);

            [Contexture]
            public sealed partial class Many : Contexture<string, int>.From<Row>
            {
                protected override Context<string, int> Define(Events<Row> rows) => rows.Input(r => r.Key).ContextMany(r => r.Values);
            }

            [Contexture(Precision = Precision.Double)]
            public sealed partial class Coloured : Contexture<(string, Guid), Colour>.From<Row>
            {
                protected override Context<(string, Guid), Colour> Define(Events<Row> rows) => rows.Input(r => r.Pair).Context(r => r.Colour);
            }
            """;
        var generation = Generation.Of(Generation.Compile([source], language));
        Assert.Equal(2, generation.Files.Count);
        Assert.Empty(generation.Diagnostics);
    }

    [Fact]
    public void OlderLanguagesGetNoCodeAndNoError()
    {
        const string source =
            """
            public sealed class Row { public string Key { get; set; } = ""; public int Value { get; set; } }

            [Contexture]
            public sealed partial class Old : Contexture<string, int>.From<Row>
            {
                protected override Context<string, int> Define(Events<Row> rows) => rows.Input(r => r.Key).Context(r => r.Value);
            }
            """;
        Assert.Empty(Generation.Of(Generation.Compile([source], LanguageVersion.CSharp11)).Files);
    }
}
