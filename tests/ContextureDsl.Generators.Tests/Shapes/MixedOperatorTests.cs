using ContextureDsl.Generators.Tests.Driver;
using Microsoft.CodeAnalysis.CSharp;

namespace ContextureDsl.Generators.Tests.Shapes;

/// <summary>The operator of a mix is emitted where every step is a product with a part, and the library comes to the same expression.</summary>
public sealed class MixedOperatorTests
{
    [Theory]
    [InlineData(nameof(Samples.Convolved), "chain(#0, #2)")]
    [InlineData(nameof(Samples.SharedFactor), "convex(#0, chain(#1, convex(#2, #3)))")]
    [InlineData(nameof(Samples.SeenAtOnce), "chain(convex(#4, #2), #3)")]
    [InlineData(nameof(Samples.Balanced), "convex(#0, #1)")]
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
    [InlineData(nameof(Samples.Untagged))]
    [InlineData(nameof(Samples.WalkedMix))]
    [InlineData(nameof(Samples.Concatenated))]
    public void OtherMixesHaveEmittedCountersAndTheOperatorOfTheLibrary(string sample)
    {
        var file = Generation.Of(Samples.All[sample]).File;

        Assert.DoesNotContain("DecomposeMixed", file, StringComparison.Ordinal);
        Assert.Contains("TryRead", file, StringComparison.Ordinal);
    }
}
