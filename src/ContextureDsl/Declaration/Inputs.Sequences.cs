using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

// Texts and other sequences.
public sealed partial class Inputs<TEvent, TInput>
{
    /// <summary>The input is the key of a text, a playlist, a path of clicks: a sequence of tokens. Several rows may go on with one key.</summary>
    /// <param name="tokens">Row to tokens in order: <c>r => Words.Of(r.Text)</c>, or the list of any other tokeniser; <c>r => r.Text</c> are the characters.</param>
    /// <param name="text">The text of the lambda, filled in by the compiler.</param>
    /// <exception cref="DeclarationException">The row holds several inputs.</exception>
    public Texts<TEvent, TInput, TToken> Sequence<TToken>(Func<TEvent, IEnumerable<TToken>> tokens, [CallerArgumentExpression(nameof(tokens))] string text = "")
        where TToken : notnull
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return new(OneInput(nameof(Sequence)), new KindStep(nameof(Sequence), [new Selector(text, typeof(TEvent), typeof(IEnumerable<TToken>), tokens)], []));
    }
}
