using ContextureDsl.Association;
using ContextureDsl.Observation;
using ContextureDsl.Tests.Observation;
using CsCheck;
using Xunit;

namespace ContextureDsl.Tests.Association;

public class RarePairsGuardTests
{
    /// <summary>A large component {1, 2, 3} with weight 100, one of exactly 1 %, and two below.</summary>
    private static readonly (int X, int A, double Weight)[] Cells =
        [(1, 1, 30), (90, 90, 0.5), (2, 1, 30), (2, 2, 20), (80, 80, 1), (3, 2, 20), (91, 91, 0.25), (91, 92, 0.25), (92, 92, 0.25)];

    [Fact]
    public void TinyComponentsAreSetAsideAndMeasured()
    {
        var (kept, map, aside) = RarePairsGuard.Apply(Joints.Of(Joints.Part(Cells)), RarePairs.SetAside);
        Assert.Equal([1, 2, 80, 3], kept.Inputs.Values);
        Assert.Equal([1, 2, 80], ((Alphabet<int>)kept.Parts[0].VariableAlphabet).Values);
        Assert.Equal(Cells.Where(cell => cell.X < 90).ToDictionary(cell => (cell.X, cell.A), cell => cell.Weight), Counting.Weights(kept.Parts[0]));
        Assert.Equal((2, 3, 3, 4L), (aside.Components, aside.Inputs, aside.Variables, aside.Pairs));
        Assert.Equal(1.25 / 102.25, aside.Mass, 1e-15);
        Assert.Equal(2, map.Count);
        Assert.Equal(30 / 101.0, kept.Joint.InputMarginal[0], 1e-15);
    }

    [Fact]
    public void KeepKeeps()
    {
        var context = Joints.Of(Joints.Part(Cells));
        var (kept, map, aside) = RarePairsGuard.Apply(context, RarePairs.Keep);
        Assert.Same(context, kept);
        Assert.Equal(4, map.Count);
        Assert.Equal(SetAside.Nothing, aside);
    }

    [Fact]
    public void NothingTinyNothingDone()
    {
        var context = Joints.Of(Joints.Part([(1, 1, 1), (2, 2, 1), (3, 3, 1)]));
        foreach (var policy in Enum.GetValues<RarePairs>())
        {
            var (kept, map, aside) = RarePairsGuard.Apply(context, policy);
            Assert.Same(context, kept);
            Assert.Equal(3, map.Count);
            Assert.Equal(SetAside.Nothing, aside);
        }
    }

    [Fact]
    public void RejectNamesCountsAndAnExample()
    {
        var error = Assert.Throws<RarePairsException>(() => RarePairsGuard.Apply(Joints.Of(Joints.Part(Cells)), RarePairs.Reject));
        Assert.StartsWith("2 of the 4 connected components have less than 1 % of the weight of the largest one: 3 inputs, 3 context values, 4 distinct pairs, 1.222 % of the weight. "
            + "The input 91, seen with 91, is in one of them.", error.Message);
        Assert.Contains("RarePairs.SetAside", error.Message);
        Assert.Equal(2, error.Rare.Components);
    }

    [Fact]
    public void TheExampleIsAPairThatWasSeen()
    {
        // 93 is seen once and left out, and with it the only event that the first context value, 94, shares with it; 91 was never seen with 94.
        (int X, int A, double Weight)[] tiny = [(93, 94, 0.1), (91, 95, 0.1), (91, 95, 0.1), (92, 95, 0.1), (92, 94, 0.1)];
        var rows = Cells.Take(1).Concat(Cells.Take(1)).Concat(tiny).Select(cell => new Row(cell.X, cell.A, cell.Weight));
        var part = Counting.Accumulate(Counting.Plain with { MinimumInput = 2 }, rows);
        Assert.Equal([1, 91, 92], part.Inputs.Values);
        Assert.Equal([1, 94, 95], ((Alphabet<int>)part.VariableAlphabet).Values);
        var error = Assert.Throws<RarePairsException>(() => RarePairsGuard.Apply(Joints.Of(part), RarePairs.Reject));
        Assert.Contains("The input 91, seen with 95, is in one of them.", error.Message);
    }

    [Fact]
    public void AMixIsLearntAsIfTheTinyOnesHadNeverBeenThere() => Gen.Select(Joints.Cells, Joints.Cells, Gen.Double[0.1, 0.9]).Sample((first, second, share) =>
    {
        // Both parts see all inputs, otherwise everything is one component; the tiny pair is its own component in both.
        var everywhere = Enumerable.Range(0, 9).SelectMany(x => new[] { (x, 0, 1.0), (x, 1, 1.0) });
        (int, int, double)[] tiny = [(50, 50, 0.01)];
        ObservedPart<int>[] Parts(IEnumerable<(int, int, double)> rest) => [Joints.Part([.. rest, .. first, .. everywhere]), Joints.Part([.. second, .. everywhere, .. rest])];
        var expected = JointBuilder.Build([share, 1 - share], Parts([]));
        var (kept, _, aside) = RarePairsGuard.Apply(JointBuilder.Build([share, 1 - share], Parts(tiny)), RarePairs.SetAside);
        Assert.Equal((1, 1, 2, 2L), (aside.Components, aside.Inputs, aside.Variables, aside.Pairs));
        Assert.Equal(expected.Inputs.Values, kept.Inputs.Values);
        Assert.Equal(expected.Joint.InputMarginal, kept.Joint.InputMarginal);
        Assert.Equal(expected.Joint.Parts.SelectMany(part => part.VariableMarginal), kept.Joint.Parts.SelectMany(part => part.VariableMarginal));
        for (var j = 0; j < 2; j++) Assert.Equal(Counting.Bits(expected.Parts[j]), Counting.Bits(kept.Parts[j]).Replace("Events = " + kept.Parts[j].Summary.Events, "Events = " + expected.Parts[j].Summary.Events).Replace("Rows = " + kept.Parts[j].Summary.Rows, "Rows = " + expected.Parts[j].Summary.Rows));
    });
}
