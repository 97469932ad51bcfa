using CsCheck;

namespace ContextureDsl.Tests.Mixing;

/// <summary>Random mixes of six parts. Parts 0 to 2 have any context values; those of part 3, which sees all inputs, are inputs; parts 4 and 5 are walks on it.</summary>
internal static class MixGen
{
    /// <summary>The number of parts.</summary>
    public const int Parts = 6;

    /// <summary>The part whose context values are inputs.</summary>
    public const int Graph = 3;

    private static readonly Gen<double> Weight = Gen.Frequency((1, Gen.Const(0.0)), (9, Gen.Double[0.1, 3]));
    private static readonly Gen<WalkLaw> Law = Gen.OneOf(Gen.Double[0.05, 0.9].Select(WalkLaw.Lazy), Gen.Int[2, 3].Select(WalkLaw.Steps), Gen.Double[0.2, 1.5].Select(WalkLaw.Heat));

    /// <summary>Mixes of any kind.</summary>
    /// <param name="depth">How deep they may be nested.</param>
    public static Gen<MixNode> Any(int depth) => depth == 0 ? Leaf : Gen.Frequency(
        (2, Values(depth)), (2, Pairs(depth)), (1, Triples(depth)), (3, Several(Any(depth - 1)).Select(parts => (MixNode)new MixNode.Convex(parts))), (2, Convolved(depth, Any(depth - 1))));

    /// <summary>Mixes whose context values are numbers.</summary>
    public static Gen<MixNode> Values(int depth) => depth == 0 ? Leaf : Gen.Frequency(
        (1, Leaf), (2, Places(depth)), (3, Several(Values(depth - 1)).Select(parts => (MixNode)new MixNode.Average(parts))), (2, Convolved(depth, Values(depth - 1))));

    /// <summary>Mixes whose context values are inputs.</summary>
    public static Gen<MixNode> Places(int depth) => depth == 0 ? Gen.Int[Graph, Parts - 1].Select(number => (MixNode)new MixNode.Part(number)) : Gen.Frequency(
        (3, Any(depth - 1).Select(node => (MixNode)new MixNode.Smoothed(node))),
        (1, Several(Places(depth - 1)).Select(parts => (MixNode)new MixNode.Average(parts))),
        (1, Convolved(depth, Places(depth - 1))),
        (2, Gen.Select(Gen.OneOf(Any(depth - 1).Select(node => (MixNode)new MixNode.Smoothed(node)), Several(Places(depth - 1)).Select(parts => (MixNode)new MixNode.Average(parts))), Law, (step, law) => (MixNode)new MixNode.Walked(step, law))));

    /// <summary>Mixes whose context values are pairs.</summary>
    public static Gen<MixNode> Pairs(int depth) => depth == 0 ? throw new ArgumentOutOfRangeException(nameof(depth)) : depth == 1 ? Joint(0) : Gen.Frequency(
        (3, Joint(depth - 1)), (1, Several(Pairs(depth - 1)).Select(parts => (MixNode)new MixNode.Average(parts))), (1, Convolved(depth, Pairs(depth - 1))));

    /// <summary>Pairs with one more.</summary>
    private static Gen<MixNode> Triples(int depth) => Gen.Select(Pairs(Math.Max(1, depth - 1)), Values(depth - 1), (pair, value) => (MixNode)new MixNode.Joint(pair, value));

    private static readonly Gen<MixNode> Leaf = Gen.Int[0, Parts - 1].Select(number => (MixNode)new MixNode.Part(number));

    private static Gen<MixNode> Joint(int depth) => Gen.Select(Values(depth), Values(depth), (first, second) => (MixNode)new MixNode.Joint(first, second));

    private static Gen<MixNode> Convolved(int depth, Gen<MixNode> last) => Gen.Select(Any(depth - 1), Gen.Frequency((3, Gen.Const((MixNode?)null)), (1, Any(depth - 1).Select(node => (MixNode?)node))), last, (first, second, end) => (MixNode)new MixNode.Convolved(first, second, end));

    /// <summary>Up to three, repetitions among them; not all of weight zero.</summary>
    private static Gen<(double Weight, MixNode Node)[]> Several(Gen<MixNode> node) => Gen.Select(node.Array[1, 3], Weight.Array[3], Gen.Bool, (nodes, weights, repeats) =>
        (repeats ? nodes.Append(nodes[0]) : nodes).Select((one, i) => (i == 0 ? 1 : weights[i % 3], one)).ToArray());
}
