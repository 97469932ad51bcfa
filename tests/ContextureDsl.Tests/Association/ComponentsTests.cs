using ContextureDsl.Association;
using ContextureDsl.Observation;
using CsCheck;
using Xunit;

namespace ContextureDsl.Tests.Association;

public class ComponentsTests
{
    [Fact]
    public void AreThoseOfASearchThroughTheDenseTable() => Joints.Mixes.Sample(AssertSearch, iter: 3000);

    [Fact]
    public void OfOneSparsePart() => Joints.Cells.Sample(cells => AssertSearch([1], [Joints.Part(cells)]), iter: 3000);

    [Fact]
    public void DescendByMassAndTiesByTheirFirstInput()
    {
        var map = Components.Of(Joints.Of(Joints.Part([(10, 1, 1), (11, 2, 2), (12, 3, 1), (13, 4, 2), (14, 1, 0.5)])).Joint);
        Assert.Equal([2, 0, 3, 1, 2], map.OfInput);
        Assert.Equal([2, 0, 3, 1], map.OfVariable);
        Assert.Equal([2 / 6.5, 2 / 6.5, 1.5 / 6.5, 1 / 6.5], map.Mass);
        Assert.Equal([1, 1, 2, 1], map.Inputs);
        Assert.Equal([1, 1, 1, 1], map.Variables);
        Assert.Equal(3, map.SingletonPairs);
    }

    [Fact]
    public void UnseenInputsTieEverythingTogether()
    {
        var apart = Joints.Part([(1, 1, 1), (2, 2, 1), (3, 3, 1)]);
        var some = Joints.Part([(1, 7, 1), (2, 8, 1)]);
        Assert.Equal(3, Components.Of(Joints.Of(apart).Joint).Count);
        Assert.Equal(1, Components.Of(Joints.Of(apart, some).Joint).Count);
        Assert.Equal(3, Components.Of(Joints.Of(apart, apart).Joint).Count);
    }

    [Fact]
    public void OfALongChain()
    {
        const int Length = 100_000;
        var map = Components.Of(Joints.Of(Joints.Part(Enumerable.Range(0, 2 * Length).Select(i => ((i + 1) / 2, i / 2, 1.0)))).Joint);
        Assert.Equal(1, map.Count);
        Assert.Equal(Length + 1, map.Inputs[0]);
        Assert.Equal(0, map.SingletonPairs);
    }

    private static void AssertSearch(double[] shares, ObservedPart<int>[] parts)
    {
        var context = JointBuilder.Build(shares, parts);
        var (joint, map) = (context.Joint, Components.Of(context.Joint));
        var expected = Search(Joints.Dense(shares, parts, context.Inputs.Values.ToArray()));
        var actual = map.OfInput.Concat(map.OfVariable).ToArray();
        // The same partition: the pairs (expected, actual) are one to one.
        Assert.Equal(expected.Distinct().Count(), map.Count);
        Assert.Equal(map.Count, expected.Zip(actual).Distinct().Count());
        Assert.Equal(map.Count, actual.Distinct().Count());
        for (var c = 0; c < map.Count; c++)
        {
            Assert.Equal(joint.InputMarginal.Where((_, x) => map.OfInput[x] == c).Sum(), map.Mass[c], 1e-15);
            Assert.Equal(map.OfInput.Count(component => component == c), map.Inputs[c]);
            Assert.Equal(map.OfVariable.Count(component => component == c), map.Variables[c]);
            if (c > 0) Assert.True(map.Mass[c - 1] > map.Mass[c] || (map.Mass[c - 1] == map.Mass[c] && Array.IndexOf(map.OfInput, c - 1) < Array.IndexOf(map.OfInput, c)));
        }
        Assert.Equal(Enumerable.Range(0, map.Count).Count(c => map.Inputs[c] == 1 && map.Variables[c] == 1), map.SingletonPairs);
    }

    /// <summary>Breadth-first from every node; rows first, then columns.</summary>
    private static int[] Search(double[,] joint)
    {
        var (rows, columns) = (joint.GetLength(0), joint.GetLength(1));
        var component = Enumerable.Repeat(-1, rows + columns).ToArray();
        for (var start = 0; start < component.Length; start++)
        {
            if (component[start] >= 0) continue;
            component[start] = start;
            var queue = new Queue<int>([start]);
            while (queue.TryDequeue(out var node))
                for (var other = 0; other < component.Length; other++)
                {
                    if (component[other] >= 0 || node < rows == other < rows) continue;
                    if (joint[Math.Min(node, other), Math.Max(node, other) - rows] == 0) continue;
                    component[other] = start;
                    queue.Enqueue(other);
                }
        }
        return component;
    }
}
