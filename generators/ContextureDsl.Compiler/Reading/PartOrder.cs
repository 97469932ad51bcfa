using System.Collections.Generic;
using System.Linq;

namespace ContextureDsl.Compiler.Reading;

/// <summary>The parts of a declaration, each where it first stands: what <c>ContextureDsl.Tree.PartList</c> lists at run time.</summary>
/// <remarks>
/// The shape of a tree says which leaf stands in it where, not which weight is zero nor how far a walk goes. Where these could move a part to another place in the list without changing the
/// shape, the order is not fixed, and the declaration cannot be compiled as a whole.
/// </remarks>
internal sealed class PartOrder
{
    private readonly List<WalkedReading> parts = [];
    private readonly List<PartReading> leaves = [];
    private readonly List<(int Part, bool IsSure)> occurrences = [];
    private bool isTold = true;

    private PartOrder() { }

    public IReadOnlyList<WalkedReading> Parts => parts;

    /// <summary>Whether the order is the same whatever values a run has.</summary>
    public bool IsFixed => isTold && !Enumerable.Range(0, parts.Count).Any(part => Enumerable.Range(part + 1, parts.Count - part - 1).Any(later => MayChange(part, later)));

    public static PartOrder Of(NodeReading tree)
    {
        var order = new PartOrder();
        order.Collect(tree, isSure: true);
        return order;
    }

    /// <summary>The number of the part that stands at a node; null where none does.</summary>
    public int? PartAt(NodeReading node) => WalkedReading.Of(node) is { } walked ? IndexOf(walked) : null;

    /// <summary>The number of a leaf among the distinct ones.</summary>
    public int LeafOf(PartReading leaf) => leaves.FindIndex(leaf.IsSame);

    private void Collect(NodeReading node, bool isSure)
    {
        if (WalkedReading.Of(node) is { } walked) Add(walked, isSure);
        else if (node is CombinationReading combination)
            foreach (var part in combination.Parts) Collect(part.Context, isSure && part.Constant > 0);
        else
            foreach (var child in node.Children) Collect(child, isSure);
    }

    private void Add(WalkedReading walked, bool isSure)
    {
        isTold &= parts.All(part => part.IsSame(walked) is not null);
        if (LeafOf(walked.Part) < 0) leaves.Add(walked.Part);
        if (IndexOf(walked) < 0) parts.Add(walked);
        occurrences.Add((IndexOf(walked), isSure));
    }

    private int IndexOf(WalkedReading walked) => parts.FindIndex(part => part.IsSame(walked) == true);

    /// <summary>Whether every occurrence of the one part before some occurrence of the other may have the weight zero, and one after it need not.</summary>
    private bool MayChange(int part, int later)
    {
        var passed = false;
        foreach (var (occurring, isSure) in occurrences)
        {
            if (occurring == later) passed = true;
            if (occurring != part) continue;
            if (passed) return true;
            if (isSure) return false;
        }
        return false;
    }
}
