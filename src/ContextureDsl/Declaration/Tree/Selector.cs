namespace ContextureDsl.Tree;

/// <summary>A lambda of the declaration: its text as written, which names it in errors and in the shape, and the delegate that runs it.</summary>
public sealed class Selector
{
    internal Selector(string text, Type row, Type result, Delegate function)
    {
        Text = text;
        Row = row;
        Result = result;
        Function = function;
    }

    /// <summary>The source text, as the compiler passed it.</summary>
    public string Text { get; }

    /// <summary>The type of the event.</summary>
    public Type Row { get; }

    /// <summary>The type of one value; of the elements where the selector gives many.</summary>
    public Type Result { get; }

    /// <summary>What runs.</summary>
    public Delegate Function { get; }

    /// <summary>The text with the lambda's parameter renamed to <c>row</c> and without comments and line breaks, so that <c>o =&gt; o.Basket</c> and <c>p =&gt; p.Basket</c> are equal.</summary>
    public string CanonicalText => SelectorText.Canonical(Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
