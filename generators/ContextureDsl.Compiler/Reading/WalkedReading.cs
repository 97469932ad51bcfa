using System.Collections.Generic;
using System.Linq;

namespace ContextureDsl.Compiler.Reading;

/// <summary>A leaf with the walk that is taken on it, which together are a part: what <c>ContextureDsl.Tree.WalkedPart</c> is at run time.</summary>
internal sealed class WalkedReading
{
    public WalkedReading(PartReading part, IReadOnlyList<WalkReading> walk)
    {
        Part = part;
        Walk = walk;
    }

    public PartReading Part { get; }

    /// <summary>The steps of the walk, outermost first; none where the leaf is taken as it is.</summary>
    public IReadOnlyList<WalkReading> Walk { get; }

    /// <summary>The leaf behind walks; null where a mix stands behind them.</summary>
    public static WalkedReading? Of(NodeReading node)
    {
        var walk = new List<WalkReading>();
        for (; node is WalkReading step; node = step.Context) walk.Add(step);
        return node is PartReading part ? new(part, walk) : null;
    }

    /// <summary>Whether both are the same part; null where only the values of a run can tell.</summary>
    public bool? IsSame(WalkedReading other)
    {
        if (!Part.IsSame(other.Part) || Walk.Count != other.Walk.Count) return false;
        var steps = Walk.Zip(other.Walk, (one, another) => one.IsSame(another)).ToList();
        return steps.Contains(false) ? false : steps.Contains(null) ? null : true;
    }
}
