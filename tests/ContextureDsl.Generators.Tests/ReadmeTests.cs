using System.Text.RegularExpressions;
using ContextureDsl.Generators.Tests.Driver;

namespace ContextureDsl.Generators.Tests;

/// <summary>What the README shows of the quickstart is what the quickstart declares and what is emitted for it.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void TheDeclarationIsTheSamples()
    {
        var shown = Blocks()[0];
        var declaration = shown[shown.IndexOf("[Contexture", StringComparison.Ordinal)..(shown.IndexOf("\n}", StringComparison.Ordinal) + 2)];
        Assert.Contains(declaration, Sample("WordMeaning.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void TheEmittedLinesAreEmitted()
    {
        var emitted = Lines(Generation.Of(Sample("WordMeaning.cs"), Sample("Sighting.cs")).File);
        foreach (var excerpt in new[] { Blocks()[1], Blocks()[2] })
            Assert.Contains(Lines(excerpt), emitted, StringComparison.Ordinal);
    }

    private static List<string> Blocks() => [.. CodeBlock().Matches(File.ReadAllText(Path.Combine(Root, "README.md"))).Select(match => match.Groups[1].Value)];

    private static string Sample(string file) => File.ReadAllText(Path.Combine(Root, "samples", "Quickstart", file));

    /// <summary>The text without indentation.</summary>
    private static string Lines(string text) => string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ContextureDsl.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"ContextureDsl.sln is in no folder above {AppContext.BaseDirectory}.");
    }

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
