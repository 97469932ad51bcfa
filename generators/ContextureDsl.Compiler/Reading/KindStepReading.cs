using System.Collections.Immutable;

namespace ContextureDsl.Compiler.Reading;

/// <summary>One step of a chain.</summary>
public sealed class KindStepReading
{
    internal KindStepReading(string name, ImmutableArray<SelectorReading> selectors)
    {
        Name = name;
        Selectors = selectors;
    }

    /// <summary>The name of the method.</summary>
    public string Name { get; }

    /// <summary>Its lambdas over a row, in the order of the parameters. Its other arguments are values, which are taken from the tree at run time.</summary>
    public ImmutableArray<SelectorReading> Selectors { get; }
}
