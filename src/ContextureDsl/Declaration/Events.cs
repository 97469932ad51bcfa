using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>Rows of one event source. Not enumerable: it stands for rows that are not here yet.</summary>
public sealed class Events<TEvent>
{
    private readonly RowsNode rows;

    internal Events(RowsNode rows) => this.rows = rows;

    /// <summary>The rows for which the predicate holds.</summary>
    public Events<TEvent> Where(Func<TEvent, bool> predicate, [CallerArgumentExpression(nameof(predicate))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return new(new FilterNode(rows, new Selector(text, typeof(TEvent), typeof(bool), predicate)));
    }

    /// <summary>What gets a vector.</summary>
    public Inputs<TEvent, TInput> Input<TInput>(Func<TEvent, TInput> input, [CallerArgumentExpression(nameof(input))] string text = "")
        where TInput : notnull
    {
        ArgumentNullException.ThrowIfNull(input);
        return new(new InputNode(rows, new Selector(text, typeof(TEvent), typeof(TInput), input), many: false));
    }

    /// <summary>Several inputs in one row: each is paired with all its context values, and the row's weight is shared equally by the pairs.</summary>
    public Inputs<TEvent, TInput> InputMany<TInput>(Func<TEvent, IEnumerable<TInput>> inputs, [CallerArgumentExpression(nameof(inputs))] string text = "")
        where TInput : notnull
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new(new InputNode(rows, new Selector(text, typeof(TEvent), typeof(TInput), inputs), many: true));
    }

    /// <summary>A row is a sequence of tokens: a text, a session, a playlist.</summary>
    /// <param name="tokens">Row to tokens in order: <c>r => Words.Of(r.Text)</c>, or the list of any other tokeniser.</param>
    /// <param name="text">The text of the lambda, filled in by the compiler.</param>
    public Sequences<TEvent, TToken> Sequence<TToken>(Func<TEvent, IEnumerable<TToken>> tokens, [CallerArgumentExpression(nameof(tokens))] string text = "")
        where TToken : notnull
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return new(rows, new KindStep(nameof(Sequence), [new Selector(text, typeof(TEvent), typeof(IEnumerable<TToken>), tokens)], []));
    }
}
