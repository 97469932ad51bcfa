using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>X without A: cannot be learnt yet. What follows says what it is seen with.</summary>
public sealed class Inputs<TEvent, TInput>
    where TInput : notnull
{
    private readonly InputNode input;

    internal Inputs(InputNode input) => this.input = input;

    /// <summary>What it is seen with.</summary>
    public ObservedContext<TEvent, TInput, TVariable> Context<TVariable>(
        Func<TEvent, TVariable> context, [CallerArgumentExpression(nameof(context))] string text = "")
        where TVariable : notnull => Observed<TVariable>(context, text, many: false);

    /// <summary>Several context values in one row: all its inputs are paired with each, and the row's weight is shared equally by the pairs.</summary>
    public ObservedContext<TEvent, TInput, TVariable> ContextMany<TVariable>(
        Func<TEvent, IEnumerable<TVariable>> contexts, [CallerArgumentExpression(nameof(contexts))] string text = "")
        where TVariable : notnull => Observed<TVariable>(contexts, text, many: true);

    /// <summary>The input is the key of a text, a session, a playlist: a sequence of tokens. Several rows may go on with one key.</summary>
    /// <param name="tokens">Row to tokens in order: <c>r => Words.Of(r.Text)</c>, or the list of any other tokeniser.</param>
    /// <param name="text">The text of the lambda, filled in by the compiler.</param>
    /// <exception cref="DeclarationException">The row holds several inputs.</exception>
    public Texts<TEvent, TInput, TToken> Sequence<TToken>(Func<TEvent, IEnumerable<TToken>> tokens, [CallerArgumentExpression(nameof(tokens))] string text = "")
        where TToken : notnull
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return input.Many
            ? throw new DeclarationException($"Sequence({text}) follows InputMany({input.Selector.Text}). A text has one key: use Input, or pair the inputs with the tokens by ContextMany.")
            : new(input, new KindStep(nameof(Sequence), [new Selector(text, typeof(TEvent), typeof(IEnumerable<TToken>), tokens)], []));
    }

    private ObservedContext<TEvent, TInput, TVariable> Observed<TVariable>(Delegate selector, string text, bool many)
        where TVariable : notnull
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new(new ObservedNode<TEvent, TInput, TVariable>(input, new Selector(text, typeof(TEvent), typeof(TVariable), selector), many));
    }
}
