using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ContextureDsl.Compiler.Reading;

/// <summary>A context of another kind than pairs in a row. The steps are read as they stand: which kind they make is the library's business.</summary>
public sealed class KindReading : PartReading
{
    internal KindReading(ChainReading chain, ITypeSymbol input)
    {
        Chain = chain;
        Input = input;
    }

    /// <summary>The rows or the input that it starts from, and the steps that make it a context.</summary>
    public ChainReading Chain { get; }

    /// <summary>X.</summary>
    public ITypeSymbol Input { get; }

    public override RowsReading Rows => Chain.Rows;

    public override SelectorReading? Key => Chain.Input?.Selector;

    public override SelectorReading Main => Sides.Last();

    public override IEnumerable<SelectorReading> Sides
    {
        get
        {
            var own = Chain.Steps.SelectMany(step => step.Selectors);
            return Key is { } key ? new[] { key }.Concat(own) : own;
        }
    }
}
