using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Rows of one source, filtered or not.</summary>
public sealed class RowsReading : NodeReading
{
    internal RowsReading(int source, ITypeSymbol row, ImmutableArray<SelectorReading> filters)
    {
        Source = source;
        Row = row;
        Filters = filters;
    }

    /// <summary>Ordinal of the source.</summary>
    public int Source { get; }

    /// <summary>The type of an event.</summary>
    public ITypeSymbol Row { get; }

    /// <summary>The predicates, outermost last.</summary>
    public ImmutableArray<SelectorReading> Filters { get; }
}
