using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ContextureDsl.Compiler.Reading;

/// <summary>A leaf of the tree: one context, learnt from the rows of one source.</summary>
public abstract class PartReading : NodeReading
{
    /// <summary>Stands for the object in the tree: every step but a name makes a new one.</summary>
    private object node = new();

    private protected PartReading() { }

    /// <summary>The rows it is learnt from.</summary>
    public abstract RowsReading Rows { get; }

    /// <summary>The lambda that says what X is; null where that follows from the kind of context.</summary>
    public abstract SelectorReading? Key { get; }

    /// <summary>The lambda where a finding about the whole part is reported.</summary>
    public abstract SelectorReading Main { get; }

    /// <summary>The lambdas over a row that say what is seen with what, X first.</summary>
    public abstract IEnumerable<SelectorReading> Sides { get; }

    public SelectorReading? Weight { get; private set; }

    public SelectorReading? Time { get; private set; }

    /// <summary>The name given by Named, where it is constant.</summary>
    public string? DeclaredName { get; private set; }

    /// <summary>The local that holds it.</summary>
    public string? Local { get; private set; }

    /// <summary>Where the declaration being read brings the part in, if it is written outside of that declaration; null where it is written inside.</summary>
    public Location? Site { get; private set; }

    /// <summary>Whether a step says how often something must occur to be counted.</summary>
    public bool HasMinimumCount { get; private set; }

    /// <summary>Every lambda over a row.</summary>
    public IEnumerable<SelectorReading> Selectors => Rows.Filters.Concat(Sides).Concat(new[] { Weight, Time }.OfType<SelectorReading>());

    /// <summary>Whether both are the same object in the tree, whatever they are called.</summary>
    internal bool IsSame(PartReading other) => ReferenceEquals(node, other.node);

    /// <summary>Equal, and another object in the tree.</summary>
    internal PartReading Again()
    {
        var copy = Copy();
        copy.node = new();
        return copy;
    }

    internal PartReading WithWeight(SelectorReading weight)
    {
        var copy = Again();
        copy.Weight = weight;
        return copy;
    }

    internal PartReading WithTime(SelectorReading time)
    {
        var copy = Again();
        copy.Time = time;
        return copy;
    }

    internal PartReading WithMinimumCount()
    {
        var copy = Again();
        copy.HasMinimumCount = true;
        return copy;
    }

    internal PartReading WithDeclaredName(string? name)
    {
        var copy = Copy();
        copy.DeclaredName = name;
        return copy;
    }

    internal PartReading WithLocal(string name)
    {
        var copy = Copy();
        copy.Local = name;
        return copy;
    }

    internal PartReading At(Location? site)
    {
        var copy = Copy();
        copy.Site = site;
        return copy;
    }

    private PartReading Copy() => (PartReading)MemberwiseClone();
}
