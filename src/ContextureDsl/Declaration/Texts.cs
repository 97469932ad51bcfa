using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>Texts with keys: cannot be learnt yet. What follows says what of a text is shown at a time.</summary>
/// <remarks>
/// <para>P_X is proportional to the number of tokens of a text, so that every token counts the same: with equal probabilities the shortest texts, whose few words weigh
/// most, take the first functions. <c>Weight(r => 1.0 / Words.Of(r.Text).Length)</c> makes texts equally probable where that is wanted.</para>
/// <para>What is seen in one text only says nothing about any other: give a minimum count of about 5, <c>.MinimumCount(context: 5)</c>. A new text gets a vector from its
/// own patterns, exactly as the texts that were there.</para>
/// <para><b>Which one.</b> For short texts: <c>Masked(0.6, length: 2)</c> of the words (single words, and pairs of neighbours among them) and, in a <see cref="Mix.Convex{TInput}(ReadOnlySpan{Context{TInput}})"/>
/// with equal shares, <c>Stretches(4)</c> of the characters, <c>Sequence(r => r.Text)</c>, which know that words with one stem have to do with each other; both with a minimum count of 5. A logistic probe
/// tells praise from blame in 1,821 new sentences of film reviews, learnt on 6,920 without labels, with 64 / 256 numbers a sentence in .769 / .785 of the cases; with the words alone .761 / .771, with single words
/// .751 / .764, with tf-idf and a truncated SVD .657 / .734, of words and letters .706 / .766. Longer windows need a higher ratio, 0.7 to 0.9 at four words: below it most of what is seen is long and seen once.</para>
/// </remarks>
public sealed class Texts<TEvent, TInput, TToken>
    where TInput : notnull
    where TToken : notnull
{
    private readonly InputNode input;
    private readonly KindStep tokens;

    internal Texts(InputNode input, KindStep tokens)
    {
        this.input = input;
        this.tokens = tokens;
    }

    /// <summary>
    /// A text is seen with what is left visible of one of its windows of <paramref name="length"/> tokens, each hidden with the given probability: gaps between tokens are kept,
    /// the place is forgotten ("not _ good" wherever it stands). Enumerated, or sampled where <paramref name="draws"/> is given.
    /// </summary>
    /// <remarks>
    /// Windows reach past both ends of the text, so that every token is in equally many of them, and the places beyond the ends show nothing. All n + length − 1 windows of a text of n tokens are equally
    /// probable, and in each the mask is drawn until something can be seen: a pattern without any token would be in every text alike and say nothing.
    /// </remarks>
    /// <param name="ratio">The probability that a token is hidden; below 1.</param>
    /// <param name="length">Places of a window, 1 to 64; up to 12 can be enumerated.</param>
    /// <param name="draws">Draws for each row, seeded by its tokens; null enumerates all masks of all windows.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <exception cref="DeclarationException">A value is out of range, everything would be hidden, or there are too many masks to enumerate.</exception>
    public SequenceContext<TEvent, TInput, Masked<TToken>> Masked([InRange(0, 1, BelowMost = true)] double ratio, [InRange(1, 64)] int length, [InRange(1, int.MaxValue)] int? draws = null, long seed = 0)
    {
        var step = FormattableString.Invariant($"Masked({ratio}, {length})");
        return Of(new KindStep(nameof(Masked), [], [(nameof(ratio), ratio), (nameof(length), length)]), step, new BernoulliMask(step, ratio), length, draws, seed);
    }

    /// <summary>As <see cref="Masked"/>, with exactly so many places of the window hidden, every choice equally probable.</summary>
    /// <param name="hidden">How many places are hidden, 0 to <paramref name="length"/> − 1.</param>
    /// <param name="length">Places of a window, 1 to 64.</param>
    /// <param name="draws">Draws for each row, seeded by its tokens; null enumerates all masks of all windows.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <exception cref="DeclarationException">A value is out of range, everything would be hidden, or there are too many masks to enumerate.</exception>
    public SequenceContext<TEvent, TInput, Masked<TToken>> MaskedExactly([InRange(0, 63)] int hidden, [InRange(1, 64)] int length, [InRange(1, int.MaxValue)] int? draws = null, long seed = 0) =>
        Of(new KindStep(nameof(MaskedExactly), [], [(nameof(hidden), hidden), (nameof(length), length)]), FormattableString.Invariant($"MaskedExactly({hidden}, {length})"), new ExactMask(hidden), length, draws, seed);

    /// <summary>A text is seen with the stretches of tokens in it, all stretches of the given lengths equally often. Counted.</summary>
    /// <remarks>Length 1 is the bag of words; <c>Stretches(1, 2)</c> has pairs of neighbours besides. Each length in a part of its own under <see cref="Mix.Convex{TInput}(ReadOnlySpan{ValueTuple{double, Context{TInput}}})"/> lets its share be set.</remarks>
    /// <param name="lengths">How many tokens a stretch has; every number once. Texts shorter than all of them are counted as empty.</param>
    /// <exception cref="DeclarationException">There is no length, or one is not positive or given twice.</exception>
    public SequenceContext<TEvent, TInput, Chunk<TToken>> Stretches(params ReadOnlySpan<int> lengths)
    {
        var kind = new StretchesKind<TInput, TToken>(lengths);
        return new(new KindNode<TEvent, TInput, IEnumerable<TToken>, TInput>(input, [tokens, new KindStep(nameof(Stretches), [], [(nameof(lengths), string.Join(", ", kind.Lengths))])], kind));
    }

    private SequenceContext<TEvent, TInput, Masked<TToken>> Of(KindStep step, string text, MaskLaw law, int length, int? draws, long seed) =>
        new(new KindNode<TEvent, TInput, IEnumerable<TToken>, TInput>(input, [tokens, step], new MaskedTextKind<TInput, TToken>(text, law, length, draws, seed)));
}
