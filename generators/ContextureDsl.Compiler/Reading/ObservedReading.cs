using System.Collections.Generic;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Pairs counted from rows.</summary>
public sealed class ObservedReading : PartReading
{
    internal ObservedReading(InputReading input, SelectorReading variable, bool many)
    {
        Input = input;
        Variable = variable;
        Many = many;
    }

    public InputReading Input { get; }

    public SelectorReading Variable { get; }

    /// <summary>Whether a row holds several context values.</summary>
    public bool Many { get; }

    public override RowsReading Rows => Input.Rows;

    public override SelectorReading Key => Input.Selector;

    public override SelectorReading Main => Variable;

    public override IEnumerable<SelectorReading> Sides => [Input.Selector, Variable];
}
