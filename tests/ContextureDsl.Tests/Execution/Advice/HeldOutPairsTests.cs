using ContextureDsl.Execution;
using ContextureDsl.Kernels;
using ContextureDsl.Observation;
using ContextureDsl.Tests.Association;
using ContextureDsl.Tests.Observation;
using CsCheck;

namespace ContextureDsl.Tests.Execution.Advice;

/// <summary>What is held out and what is asked.</summary>
public class HeldOutPairsTests
{
    [Fact]
    public void Held_out_pairs_are_gone_with_all_their_weight_and_chance_pairs_are_no_pairs() =>
        Gen.Select(Gen.Select(Gen.Int[0, 30], Gen.Int[100, 120], Gen.Double[0.5, 3]).Array[1, 300], Gen.Long).Sample((cells, seed) =>
        {
            var part = Joints.Part(cells);
            var random = new SplitMix(seed);
            var heldOut = HeldOutPairs<int>.Of(part, ref random, CancellationToken.None);
            var training = heldOut.Training();
            var (all, left) = (Counting.Weights(part), Counting.Weights(training));
            Assert.All(left, pair => Assert.Equal(all[pair.Key], pair.Value));
            Assert.NotEmpty(left);
            Assert.All(Enumerable.Range(0, training.Table.Inputs), x => Assert.True(training.Table.RowOffsets[x] < training.Table.RowOffsets[x + 1]));
            foreach (var (input, variable, other) in heldOut.Questions)
            {
                var (x, a, chance) = (part.Inputs[input], ((Alphabet<int>)part.VariableAlphabet)[variable], part.Inputs[other]);
                Assert.Contains((x, a), all);
                Assert.DoesNotContain((x, a), left);
                Assert.DoesNotContain((chance, a), all);
                Assert.Contains(left.Keys, pair => pair.A == a);
            }
        }, iter: 200);

    [Fact]
    public void A_fifth_is_held_out_and_an_edge_together_with_its_reverse()
    {
        var random = new Random(4);
        var edges = Enumerable.Range(0, 3000).Select(_ => (X: random.Next(200), A: random.Next(200))).ToArray();
        var part = Joints.Part(edges.SelectMany(edge => ((int, int, double)[])[(edge.X, edge.A, 1), (edge.A, edge.X, 1)]));
        var draws = new SplitMix(1);
        var left = Counting.Weights(HeldOutPairs<int>.Of(part, ref draws, CancellationToken.None).Training());
        Assert.InRange((double)left.Count / part.Table.Pairs, 0.77, 0.83);
        Assert.All(left.Keys, pair => Assert.Contains((pair.A, pair.X), left));
    }
}
