using System.Collections.Generic;

namespace ContextureDsl.Compiler.Reading;

/// <summary>A context from inputs to inputs, taken a number of steps.</summary>
public sealed class WalkReading : NodeReading
{
    internal WalkReading(NodeReading context, string name, double? amount)
    {
        Context = context;
        Name = name;
        Amount = amount;
    }

    public NodeReading Context { get; }

    /// <summary>The name of the method.</summary>
    public string Name { get; }

    /// <summary>How far it goes, where that is constant.</summary>
    public double? Amount { get; }

    public override IEnumerable<NodeReading> Children => [Context];

    /// <summary>Whether both are walks of the same law; null where only the values of a run can tell.</summary>
    internal bool? IsSame(WalkReading other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (Name != other.Name) return false;
        return Amount is { } amount && other.Amount is { } otherAmount ? amount.Equals(otherAmount) : null;
    }
}
