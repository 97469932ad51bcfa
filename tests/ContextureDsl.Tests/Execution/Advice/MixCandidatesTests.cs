using ContextureDsl.Execution;
using ContextureDsl.Tree;

namespace ContextureDsl.Tests.Execution.Advice;

/// <summary>What is tried, and which of it is declared.</summary>
public class MixCandidatesTests
{
    private static readonly ContextNode[] Leaves = [new CountedNode("same", Planted.Noise(1)), new CountedNode("same", Planted.Noise(2))];

    [Fact]
    public void A_declared_mix_is_known_by_its_leaves_and_not_by_its_text()
    {
        Assert.Equal(Leaves[0].ToString(), Leaves[1].ToString());
        Assert.Equal("Mix.Convolve(one, then: two)", Declared(new ConvolveNode(Leaves)));
        Assert.Equal("Mix.Convolve(two, then: one)", Declared(new ConvolveNode([Leaves[1], Leaves[0]])));
        Assert.Equal("Mix.Concatenate(one, two)", Declared(new ConcatenationNode(Leaves)));
        Assert.Equal("Mix.Concatenate(two, one)", Declared(new ConcatenationNode([Leaves[1], Leaves[0]])));
        Assert.Equal("Mix.Convolve(one, two, then: one)", Declared(new ConvolveNode([Leaves[0], Leaves[1], Leaves[0]])));
    }

    [Fact]
    public void Convex_mixes_are_the_same_where_their_weights_are()
    {
        Assert.Equal("Mix.Convex((0.3, one), (0.7, two))", Declared(new ConvexNode([(6, Leaves[0]), (14, Leaves[1])])));
        Assert.Equal("Mix.Convex((0.3, one), (0.7, two))", Declared(new ConvexNode([(7, new NamedNode(Leaves[1], "b")), (3, Leaves[0])])));
        Assert.Equal("Mix.Convex((0.5, one), (0.5, two))", Declared(new ConvexNode([(0.25, Leaves[0]), (0.5, Leaves[1]), (0.25, Leaves[0])])));
        Assert.Equal("Mix.Convex((0.2, one), (0.8, two))", Declared(new ConvexNode([(1, Leaves[0]), (4, Leaves[1])])));
    }

    private static string Declared(ContextNode declared)
    {
        DeclaredPart[] parts = [.. Leaves.Select(leaf => new DeclaredPart(0.5, (PartNode)leaf, "same"))];
        return Assert.Single(MixCandidates.Of(parts, ["one", "two"], new AdviceOptions().TriedWeights, declared), candidate => candidate.IsDeclared).Formula;
    }
}
