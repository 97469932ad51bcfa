namespace ContextureDsl.Tests.Cli;

/// <summary>Help, version, and command lines that cannot be understood.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("inspect", "--help")]
    [InlineData("learn", "-h")]
    [InlineData("mix", "--help")]
    [InlineData("nearest", "--help")]
    public void Help_has_examples(params string[] arguments)
    {
        var help = CommandLine.Output(arguments);
        Assert.Contains($"contexture {(arguments.Length > 1 ? arguments[0] : "inspect")} ", help, StringComparison.Ordinal);
        Assert.Contains("Usage:", help, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_names_the_exit_codes() => Assert.Contains("130 stopped", CommandLine.Output("--help"), StringComparison.Ordinal);

    [Fact]
    public void Version_is_a_version() => Assert.Matches(@"^\d+\.\d+\.\d+\s*$", CommandLine.Output("--version"));

    [Theory]
    [InlineData("'--context' is required", "inspect", "t.csv", "--input", "x")]
    [InlineData("Required", "inspect", "--input", "x", "--context", "a")]
    [InlineData("--out", "learn", "t.csv", "--input", "x", "--context", "a")]
    [InlineData("--foo", "inspect", "t.csv", "--input", "x", "--context", "a", "--foo")]
    [InlineData("--rank is '0'", "inspect", "t.csv", "--input", "x", "--context", "a", "--rank", "0")]
    [InlineData("--rank is '1.5'", "inspect", "t.csv", "--input", "x", "--context", "a", "--rank", "1.5")]
    [InlineData("--min-count is '0'", "inspect", "t.csv", "--input", "x", "--context", "a", "--min-count", "0")]
    [InlineData("--threads is '-1'", "inspect", "t.csv", "--input", "x", "--context", "a", "--threads", "-1")]
    [InlineData("--tolerance is 'NaN'", "inspect", "t.csv", "--input", "x", "--context", "a", "--tolerance", "NaN")]
    [InlineData("--tolerance is '1,5'", "inspect", "t.csv", "--input", "x", "--context", "a", "--tolerance", "1,5")]
    [InlineData("set-aside, keep, reject", "inspect", "t.csv", "--input", "x", "--context", "a", "--rare-pairs", "drop")]
    [InlineData("single, double", "inspect", "t.csv", "--input", "x", "--context", "a", "--precision", "half")]
    [InlineData("-k is '0'", "nearest", "t.txt", "x", "-k", "0")]
    [InlineData("nearset", "nearset", "t.txt", "x")]
    public void A_command_line_that_is_wrong_is_said_to_be_so(string expected, params string[] arguments)
    {
        var (code, output, error) = CommandLine.Run(arguments);
        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }
}
