using ContextureDsl.Association;
using ContextureDsl.Observation;
using ContextureDsl.Tests.Observation;
using CsCheck;
using Xunit;
using Cells = System.Collections.Generic.Dictionary<(int X, int A), double>;

namespace ContextureDsl.Tests.Association;

/// <summary>P_X and what happens to inputs that some part never saw, against the definitions written down cell by cell.</summary>
public class PopulationTests
{
    private const double Rounding = 1e-14;

    [Fact]
    public void EveryPopulationIsItsDefinition() => Gen.Select(Joints.Any(), Gen.Enum<Population>(), Gen.Enum<Unseen>()).Sample((mix, population, unseen) =>
    {
        var cells = mix.Parts.Select(Counting.Weights).ToArray();
        var all = cells.SelectMany(part => part.Keys).Select(pair => pair.X).ToHashSet();
        var probable = all.Where(x => population != Population.First || Saw(cells[0], x)).ToHashSet();
        var shared = all.Where(x => cells.All(part => Saw(part, x))).ToHashSet();
        var kept = unseen == Unseen.Drop ? shared : probable;
        AssociatedContext<int> Build() => JointBuilder.Build(mix.Shares, mix.Parts, population, unseen);
        if (Joints.AreDisjoint(mix.Parts))
        {
            Assert.Throws<DisjointInputsException>(Build);
            return;
        }
        if (unseen == Unseen.Reject && !probable.SetEquals(shared))
        {
            Assert.Throws<UnseenInputsException>(Build);
            return;
        }
        if (cells.Any(part => !kept.Any(x => Saw(part, x))))
        {
            Assert.Throws<DisjointInputsException>(Build);
            return;
        }
        var context = Build();
        Assert.Equal(new Overlap(all.Count, shared.Count, all.Count - kept.Count), context.Overlap);
        Assert.Equal(population, context.Population);
        var expected = Naive(mix.Shares, [.. cells.Select(part => part.Where(cell => kept.Contains(cell.Key.X)).ToDictionary())], [.. kept], population);
        var actual = Actual(context);
        Assert.Equal(expected.Keys.ToHashSet(), [.. actual.Keys]);
        foreach (var (cell, probability) in expected) Assert.Equal(probability, actual[cell], Rounding);
        for (var x = 0; x < context.Inputs.Count; x++) Assert.Equal(expected.Where(cell => cell.Key.X == context.Inputs[x]).Sum(cell => cell.Value), context.Joint.InputMarginal[x], Rounding);
    }, iter: 4000);

    [Fact]
    public void OfOnePartOnlyUniformChangesAnything()
    {
        var part = Joints.Part([(1, 1, 2), (2, 1, 1), (2, 3, 5)]);
        foreach (var population in Enum.GetValues<Population>())
            foreach (var unseen in Enum.GetValues<Unseen>())
            {
                var context = JointBuilder.Build([1.0], [part], population, unseen);
                Assert.Same(part, context.Parts[0]);
                Assert.Equal(new Overlap(2, 2, 0), context.Overlap);
                Assert.Equal(population == Population.Uniform ? [0.5, 0.5] : [0.25, 0.75], context.Joint.InputMarginal);
                Assert.Equal(population == Population.Uniform ? 0.5 + (0.5 / 6) : 0.375, context.Joint.Parts[0].VariableMarginal[0], Rounding);
            }
    }

    /// <summary>Beyond what the totals of their sum could be.</summary>
    [Fact]
    public void EventsOfAnyMagnitudeAreOneHeap()
    {
        var context = JointBuilder.Build([0.9, 0.1], [Joints.Part([(1, 1, 1e308), (2, 2, 5e307)]), Joints.Part([(1, 1, 1.2e308), (2, 2, 3e307)])], Population.Events);
        Assert.Equal(2.2 / 3, context.Joint.InputMarginal[0], Rounding);
        var error = Assert.Throws<DeclarationException>(() => JointBuilder.Build([0.5, 0.5], [Joints.Part([(1, 1, 1e200)]), Joints.Part([(1, 1, 1e50)])], Population.Events));
        Assert.StartsWith("Part 2 of 2 has 1E-150 of the weight of all events, and Population.Events makes that its part of P_X. A part has at least 1E-100", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Count all parts in the same unit with Weight, or declare Population.Mixture.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheGuardKeepsTheDeclaredPopulation() => Gen.Select(Joints.Cells, Joints.Cells, Gen.Double[0.1, 0.9], Gen.Enum<Population>(), Gen.Enum<Unseen>()).Sample((first, second, share, population, unseen) =>
    {
        // Both parts see all inputs, otherwise everything is one component, whatever is seldom.
        var everywhere = Enumerable.Range(0, 200).SelectMany(x => new[] { (x, 0, 1.0), (x, 1, 1.0) });
        (int, int, double)[] tiny = [(500, 500, 0.01)];
        ObservedPart<int>[] Parts(IEnumerable<(int, int, double)> rest) => [Joints.Part([.. rest, .. first, .. everywhere]), Joints.Part([.. second, .. everywhere, .. rest])];
        var expected = JointBuilder.Build([share, 1 - share], Parts([]), population, unseen);
        var (kept, _, aside) = RarePairsGuard.Apply(JointBuilder.Build([share, 1 - share], Parts(tiny), population, unseen), RarePairs.SetAside);
        Assert.Equal((1, 1, 2), (aside.Components, aside.Inputs, aside.Variables));
        Assert.Equal(new Overlap(201, 201, 0), kept.Overlap);
        Assert.Equal(population, kept.Population);
        Assert.Equal(expected.Joint.InputMarginal, kept.Joint.InputMarginal);
        Assert.Equal(expected.Joint.Parts.SelectMany(part => part.VariableMarginal), kept.Joint.Parts.SelectMany(part => part.VariableMarginal));
    });

    /// <summary>A part is judged by what it shares with any other; a chain of parts is a mix.</summary>
    [Fact]
    public void DisjointPartsAreNamedWithBothSides()
    {
        var (one, two) = (Joints.Part([(1, 1, 1), (2, 1, 1), (3, 1, 1), (4, 1, 1)]), Joints.Part([(4, 1, 1), (5, 2, 1)]));
        foreach (var population in Enum.GetValues<Population>())
            foreach (var unseen in Enum.GetValues<Unseen>())
            {
                var error = Assert.Throws<DisjointInputsException>(() => JointBuilder.Build([0.3, 0.3, 0.4], [one, two, Joints.Part([(7, 1, 1), (8, 2, 1)])], population, unseen));
                Assert.StartsWith("Part 3 of 3 of the mix shares no input with the other parts: it saw 2 inputs (7, 8), the others saw 5 inputs (1, 2, 3, …). A mix needs inputs that several parts saw", error.Message, StringComparison.Ordinal);
                Assert.Contains("X must be spelt alike", error.Message, StringComparison.Ordinal);
                Assert.EndsWith("Make the input selectors give equal values for the same thing, or learn this part by itself.", error.Message, StringComparison.Ordinal);
            }
        var chain = JointBuilder.Build([0.3, 0.3, 0.4], [one, two, Joints.Part([(5, 1, 1), (8, 2, 1)])]);
        Assert.Equal(new Overlap(6, 0, 0), chain.Overlap);
    }

    [Fact]
    public void PartsOfAChainMayHaveNothingOfWhatIsKept()
    {
        ObservedPart<int>[] chain = [Joints.Part([(1, 1, 1), (2, 1, 1)]), Joints.Part([(2, 1, 1), (3, 2, 1)]), Joints.Part([(3, 1, 1)])];
        var first = Assert.Throws<DisjointInputsException>(() => JointBuilder.Build([0.3, 0.3, 0.4], chain, Population.First));
        Assert.StartsWith("Part 3 of 3 of the mix shares no input with the first part, whose inputs are all that Population.First keeps: it saw 1 input (3), the first saw 2 inputs (1, 2).", first.Message, StringComparison.Ordinal);
        Assert.EndsWith("Declare a part first that shares inputs with every other one, declare another Population, or leave this part out.", first.Message, StringComparison.Ordinal);
        var none = Assert.Throws<DisjointInputsException>(() => JointBuilder.Build([0.3, 0.3, 0.4], chain, unseen: Unseen.Drop));
        Assert.StartsWith("No input was seen by all 3 parts of the mix, and Unseen.Drop keeps no other: part 3 saw 1 input (3), the others saw 3 inputs (1, 2, 3).", none.Message, StringComparison.Ordinal);
        Assert.EndsWith("Declare Unseen.Independent, or leave out the part that has too few inputs of the others.", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RejectSaysWhichPartNeverSawWhat()
    {
        ObservedPart<int>[] parts = [Joints.Part([(1, 1, 1), (2, 1, 1)]), Joints.Part([(2, 1, 1), (3, 2, 1), (4, 2, 1), (5, 1, 1), (1, 1, 1)]), Joints.Part([(2, 1, 1), (1, 1, 1), (3, 1, 1), (4, 1, 1), (5, 1, 1)])];
        var error = Assert.Throws<UnseenInputsException>(() => JointBuilder.Build([0.3, 0.3, 0.4], [parts[0], .. parts[2..], Joints.Part([(2, 1, 1)])], unseen: Unseen.Reject));
        Assert.StartsWith("Of the 5 inputs of the mix, part 1 of 3 never saw 3 inputs (3, 4, 5); part 3 of 3 never saw 4 inputs (1, 3, 4, …). Unseen.Reject asks that every part saw every input", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("or declare Unseen.Drop to leave such inputs out of all parts, or Unseen.Independent to let that part say nothing of them.", error.Message, StringComparison.Ordinal);
        Assert.Equal(5, JointBuilder.Build([0.5, 0.5], parts[1..], unseen: Unseen.Reject).Inputs.Count);
        // What the first part never saw has no probability, so that there is nothing to reject.
        Assert.Equal(new Overlap(5, 2, 3), JointBuilder.Build([0.3, 0.3, 0.4], parts, Population.First, Unseen.Reject).Overlap);
    }

    private static bool Saw(Cells part, int x) => part.Keys.Any(pair => pair.X == x);

    /// <summary>P⁺(x,(j,a)) = wⱼ P_X(x) Rⱼ(a|x) from tables that have the kept inputs only; Rⱼ(·|x) = qⱼ where part j never saw x.</summary>
    private static Dictionary<(int X, int Part, int A), double> Naive(double[] shares, Cells[] parts, int[] inputs, Population population)
    {
        double RowSum(Cells part, int x) => part.Where(cell => cell.Key.X == x).Sum(cell => cell.Value);
        double P(int x) => population switch
        {
            Population.Mixture => shares.Zip(parts, (share, part) => share * RowSum(part, x) / part.Values.Sum()).Sum(),
            Population.Uniform => 1.0 / inputs.Length,
            Population.First => RowSum(parts[0], x) / parts[0].Values.Sum(),
            _ => parts.Sum(part => RowSum(part, x)) / parts.Sum(part => part.Values.Sum()),
        };
        var joint = new Dictionary<(int, int, int), double>();
        for (var j = 0; j < parts.Length; j++)
        {
            var part = parts[j];
            var seen = inputs.Where(x => Saw(part, x)).ToArray();
            foreach (var a in part.Keys.Select(pair => pair.A).Distinct())
            {
                double Conditional(int x) => part.GetValueOrDefault((x, a)) / RowSum(part, x);
                var q = seen.Sum(x => P(x) * Conditional(x)) / seen.Sum(P);
                foreach (var x in inputs) joint.Add((x, j, a), shares[j] * P(x) * (seen.Contains(x) ? Conditional(x) : q));
            }
        }
        return joint;
    }

    private static Dictionary<(int X, int Part, int A), double> Actual(AssociatedContext<int> context)
    {
        var cells = new Dictionary<(int, int, int), double>();
        for (var j = 0; j < context.Parts.Count; j++)
        {
            var (part, weights, variables) = (context.Joint.Parts[j], Counting.Weights(context.Parts[j]), (Alphabet<int>)context.Parts[j].VariableAlphabet);
            for (var x = 0; x < context.Inputs.Count; x++)
                for (var a = 0; a < variables.Count; a++)
                {
                    var conditional = part.RowSums[x] == 0 ? part.VariableMarginal[a] : weights.GetValueOrDefault((context.Inputs[x], variables[a])) / part.RowSums[x];
                    cells.Add((context.Inputs[x], j, variables[a]), part.Share * context.Joint.InputMarginal[x] * conditional);
                }
        }
        return cells;
    }
}
