using ContextureDsl.Generators.Tests.Driver;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ContextureDsl.Generators.Tests.Caching;

/// <summary>What an edit costs: nothing is written again unless the model of a declaration changes.</summary>
public sealed class CachingTests
{
    private static readonly string[] Sources = [Samples.MovieTaste.Replace("class Sample", "class First"), Samples.Purchase.Replace("class Sample", "class Second"), Samples.Sometimes.Replace("class Sample", "class Third").Replace("namespace Shop", "namespace Elsewhere").Replace("Shop.", "Elsewhere.")];

    [Fact]
    public void SameInputIsCachedThroughout()
    {
        var first = Generation.Of(Sources);
        var second = first.Then(first.Input.Clone());
        foreach (var step in StepReasons.Steps) Assert.All(StepReasons.Of(second, step).Split(' '), reason => Assert.Contains(reason, new[] { "Cached", "Unchanged" }));
        Assert.Equal("Cached Cached Cached", StepReasons.OfOutput(second));
    }

    [Fact]
    public void EditElsewhereReadsAgainAndWritesNothing()
    {
        var first = Generation.Of(Sources);
        var second = first.Then(first.Input.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated { }", (CSharpParseOptions)first.Input.SyntaxTrees[0].Options)));
        Assert.Equal("Unchanged Unchanged Unchanged", StepReasons.Of(second, TrackingNames.Readings));
        Assert.Equal("Cached Cached Cached", StepReasons.Of(second, TrackingNames.Plans));
        Assert.Equal("Cached Cached Cached", StepReasons.OfOutput(second));
    }

    [Theory]
    [InlineData("protected override", "// A comment inside of the declaration.\n\n        protected override")]
    [InlineData("Mix.Convex((0.7, audience)", "Mix.Convex( /* here too */ (0.7, audience)")]
    [InlineData("(r => r.User)", "( r => r.User )")]
    public void CommentInsideWritesNothing(string written, string edited)
    {
        var second = Edit(written, edited);
        Assert.Equal("Unchanged Unchanged Unchanged", StepReasons.Of(second, TrackingNames.Readings));
        Assert.Equal("Cached Cached Cached", StepReasons.OfOutput(second));
    }

    [Theory]
    [InlineData("r => r.User)", "r => r.User % 7)")]
    [InlineData("Rank = 4", "Rank = 5")]
    [InlineData("Drama, Comedy", "Drama, Farce, Comedy")]
    public void EditOfADeclarationWritesItsFileOnly(string written, string edited)
    {
        var second = Edit(written, edited);
        Assert.Equal("Modified Unchanged Unchanged", StepReasons.Of(second, TrackingNames.Readings));
        Assert.Equal("Modified Cached Cached", StepReasons.Of(second, TrackingNames.Plans));
        Assert.Equal("Modified Cached Cached", StepReasons.OfOutput(second));
    }

    [Fact]
    public void NewDeclarationWritesItsFileOnly()
    {
        var first = Generation.Of(Sources);
        var another = Samples.Session.Replace("class Sample", "class Fourth");
        var second = first.Then(first.Input.AddSyntaxTrees(CSharpSyntaxTree.ParseText(another, (CSharpParseOptions)first.Input.SyntaxTrees[0].Options)));
        Assert.Equal("Cached Cached Cached New", StepReasons.OfOutput(second));
    }

    [Fact]
    public void SyntaxErrorElsewhereDisturbsNothing()
    {
        var second = Edit("public static class First", "public static class First { int ; }\n public static class Rest");
        Assert.Equal("Cached Cached Cached", StepReasons.OfOutput(second));
    }

    private static Generation Edit(string written, string edited)
    {
        var first = Generation.Of(Sources);
        var tree = first.Input.SyntaxTrees.Single(tree => tree.ToString().Contains("class MovieTaste"));
        Assert.Contains(written, tree.ToString());
        var changed = tree.WithChangedText(SourceText.From(tree.ToString().Replace(written, edited), System.Text.Encoding.UTF8));
        return first.Then(first.Input.ReplaceSyntaxTree(tree, changed));
    }
}
