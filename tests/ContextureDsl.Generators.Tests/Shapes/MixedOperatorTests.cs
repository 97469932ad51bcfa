using ContextureDsl.Generators.Tests.Driver;
using Microsoft.CodeAnalysis.CSharp;

namespace ContextureDsl.Generators.Tests.Shapes;

/// <summary>The operator of a mix is emitted where it has a statement for every step, and the library comes to the same expression.</summary>
public sealed class MixedOperatorTests
{
    [Theory]
    [InlineData(nameof(Samples.Convolved), "chain(#0, #2)")]
    [InlineData(nameof(Samples.SharedFactor), "convex(#0, chain(#1, convex(#2, #3)))")]
    [InlineData(nameof(Samples.SeenAtOnce), "chain(convex(#4, #2), #3)")]
    [InlineData(nameof(Samples.Balanced), "convex(#0, #1)")]
    [InlineData(nameof(Samples.Untagged), "average(#0, #1)")]
    [InlineData(nameof(Samples.Twofold), "convex(#0, chain(#0, #1), #1, chain(#1, x))")]
    [InlineData(nameof(Samples.UntaggedWithin), "chain(average(#0, chain(#1, #2)), convex(average(#1, chain(#0, x)), #3))")]
    public void TheLibraryRunsTheEmittedOperator(string sample, string structure)
    {
        var generation = Generation.Of(Samples.All[sample]);
        var condition = $"mixed.Structure == \"{structure}\" ?";
        Assert.Contains(condition, generation.File, StringComparison.Ordinal);

        var strict = generation.File.Replace("cancellationToken) : null;", "cancellationToken) : throw new global::System.InvalidOperationException(mixed.Structure);", StringComparison.Ordinal);
        Assert.NotEqual(generation.File, strict);
        var tree = CSharpSyntaxTree.ParseText(strict, (CSharpParseOptions)generation.Input.SyntaxTrees[0].Options, "Strict.cs", System.Text.Encoding.UTF8);
        Assert.Equal("", Generation.Run(generation.Input.AddSyntaxTrees(tree)));
    }

    [Theory]
    [InlineData(nameof(Samples.WalkedMix))]
    [InlineData(nameof(Samples.Concatenated))]
    public void OtherMixesHaveEmittedCountersAndTheOperatorOfTheLibrary(string sample)
    {
        var file = Generation.Of(Samples.All[sample]).File;

        Assert.DoesNotContain("DecomposeMixed", file, StringComparison.Ordinal);
        Assert.Contains("TryRead", file, StringComparison.Ordinal);
    }
}
