using Microsoft.CodeAnalysis;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Pairs counted from rows.</summary>
public sealed class ObservedReading : NodeReading
{
    internal ObservedReading(InputReading input, SelectorReading variable, bool many)
    {
        Input = input;
        Variable = variable;
        Many = many;
    }

    private ObservedReading(ObservedReading other) : this(other.Input, other.Variable, other.Many)
    {
        Weight = other.Weight;
        Time = other.Time;
        DeclaredName = other.DeclaredName;
        Local = other.Local;
        Site = other.Site;
    }

    public InputReading Input { get; }

    public SelectorReading Variable { get; }

    /// <summary>Whether a row holds several context values.</summary>
    public bool Many { get; }

    public SelectorReading? Weight { get; private init; }

    public SelectorReading? Time { get; private init; }

    /// <summary>The name given by Named, where it is constant.</summary>
    public string? DeclaredName { get; private init; }

    /// <summary>The local that holds it.</summary>
    public string? Local { get; private init; }

    /// <summary>Where the declaration being read brings the part in, if it is written outside of that declaration; null where it is written inside.</summary>
    public Location? Site { get; private init; }

    internal ObservedReading WithWeight(SelectorReading weight) => new(this) { Weight = weight };

    internal ObservedReading WithTime(SelectorReading time) => new(this) { Time = time };

    internal ObservedReading WithDeclaredName(string? name) => new(this) { DeclaredName = name };

    internal ObservedReading WithLocal(string name) => new(this) { Local = name };

    internal ObservedReading At(Location? site) => new(this) { Site = site };
}
