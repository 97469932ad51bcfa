using ContextureDsl.Generators.Planning;
using ContextureDsl.Generators.Tests.Driver;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContextureDsl.Generators.Tests.Caching;

/// <summary>What the pipeline keeps between runs: equal for equal sources, and nothing of a compilation.</summary>
public sealed class ModelTests
{
    public static TheoryData<string> Names => [.. Samples.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void StepsHoldNothingOfACompilation(string name)
    {
        var generation = Generation.Of(Samples.All[name]);
        foreach (var step in StepReasons.Steps)
            foreach (var (value, _) in generation.Result.TrackedSteps[step].SelectMany(run => run.Outputs))
                Assert.Null(CompilationReach.Find(value));
    }

    [Fact]
    public void TheWalkFindsWhatItLooksFor()
    {
        var tree = CSharpSyntaxTree.ParseText("class Found { }");
        var compilation = CSharpCompilation.Create("Found", [tree]);
        var symbol = compilation.GetTypeByMetadataName("Found")!;
        Assert.NotNull(CompilationReach.Find(new List<object> { symbol }));
        Assert.NotNull(CompilationReach.Find(Tuple.Create("deep", Tuple.Create(tree.GetRoot()))));
        Assert.NotNull(CompilationReach.Find(new { Inside = symbol.Locations[0] }));
        Assert.NotNull(CompilationReach.Find(new Lazy<object>(() => compilation).Value));
        Assert.Null(CompilationReach.Find(new List<object> { "text", 1, new { Number = 2.0 } }));
    }

    [Theory, MemberData(nameof(Names))]
    public void TwoReadingsAreEqualButNotTheSame(string name)
    {
        var first = PlansOf(Generation.Of(Samples.All[name]));
        var second = PlansOf(Generation.Of(Samples.All[name]));
        Assert.Equal(first.Count, second.Count);
        for (var i = 0; i < first.Count; i++)
        {
            Assert.NotSame(first[i], second[i]);
            Assert.Equal(first[i], second[i]);
            Assert.Equal(first[i].GetHashCode(), second[i].GetHashCode());
        }
    }

    private static List<EmissionPlan> PlansOf(Generation generation) =>
        [.. generation.Result.TrackedSteps[TrackingNames.Plans].SelectMany(run => run.Outputs).Select(output => (EmissionPlan)output.Value)];
}
