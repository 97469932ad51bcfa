namespace ContextureDsl.Compiler.Reading;

/// <summary>X without A.</summary>
public sealed class InputReading : NodeReading
{
    internal InputReading(RowsReading rows, SelectorReading selector, bool many)
    {
        Rows = rows;
        Selector = selector;
        Many = many;
    }

    public RowsReading Rows { get; }

    public SelectorReading Selector { get; }

    /// <summary>Whether a row holds several inputs.</summary>
    public bool Many { get; }
}
