using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>Rows of tokens: cannot be learnt yet. What follows says what gets a vector, a token or a stretch of tokens, and what it is seen with.</summary>
/// <remarks>
/// For vectors of whole texts start with <c>events.Input(key).Sequence(tokens)</c>. A stretch that occurs once and shares no context value with another is a component of its own and
/// teaches nothing (s = 1): the length of stretches must fit the corpus, and <see cref="RarePairs.SetAside"/> leaves such ones out.
/// </remarks>
public sealed class Sequences<TEvent, TToken>
    where TToken : notnull
{
    private readonly RowsNode rows;
    private readonly KindStep tokens;

    internal Sequences(RowsNode rows, KindStep tokens)
    {
        this.rows = rows;
        this.tokens = tokens;
    }

    /// <summary>A token is seen with the tokens at most <paramref name="radius"/> places away, each such pair counted in full. Counted.</summary>
    /// <param name="radius">At least 1.</param>
    /// <exception cref="DeclarationException">The radius is not positive.</exception>
    public WindowContext<TEvent, TToken> Window([InRange(1, int.MaxValue)] int radius) =>
        Of(new KindStep(nameof(Window), [], [(nameof(radius), radius)]), FormattableString.Invariant($"Window({radius})"), radius, radius);

    /// <summary>A token is seen with the tokens at most so many places before it and after it. Counted.</summary>
    /// <param name="before">Not negative.</param>
    /// <param name="after">Not negative; one of the two is positive.</param>
    /// <exception cref="DeclarationException">A number is negative, or both are zero.</exception>
    public WindowContext<TEvent, TToken> Window([InRange(0, int.MaxValue)] int before, [InRange(0, int.MaxValue)] int after) =>
        Of(new KindStep(nameof(Window), [], [(nameof(before), before), (nameof(after), after)]), FormattableString.Invariant($"Window({before}, {after})"), before, after);

    /// <summary>A token is seen with the token right after it: the pairs (x, a) of a chain, counted. The same as a window of one token ahead.</summary>
    public WindowContext<TEvent, TToken> Next() => Of(new KindStep(nameof(Next), [], []), "Next()", 0, 1);

    /// <summary>
    /// A token is seen with what a mask leaves visible of the tokens at most <paramref name="radius"/> places away: places are kept, those hidden, beyond the ends of the row and that of
    /// the token itself are gaps. Enumerated, or sampled where <paramref name="draws"/> is given.
    /// </summary>
    /// <remarks>For words by their meaning. For texts by their sentiment or subject, masked windows with the text as the input carry much more; see <see cref="Texts{TEvent, TInput, TToken}"/>.</remarks>
    /// <param name="ratio">The probability that a place is hidden.</param>
    /// <param name="radius">Tokens on each side, 1 to 31; up to 6 can be enumerated.</param>
    /// <param name="draws">Draws for each token with its window; null enumerates all 2^(2 radius) masks.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <exception cref="DeclarationException">A value is out of range, or there are too many masks to enumerate.</exception>
    public SequenceContext<TEvent, TToken, Masked<TToken>> MaskedWindow(
        [InRange(0, 1, MostMeans = "everything is hidden, so nothing depends on anything")] double ratio, [InRange(1, 31)] int radius, [InRange(1, int.MaxValue)] int? draws = null, long seed = 0)
    {
        var step = FormattableString.Invariant($"MaskedWindow({ratio}, {radius})");
        var kind = new MaskedWindowKind<TToken>(step, new BernoulliMask(step, ratio), radius, draws, seed);
        return new(new KindNode<TEvent, IEnumerable<TToken>, None, TToken>(rows, [tokens, new KindStep(nameof(MaskedWindow), [], [(nameof(ratio), ratio), (nameof(radius), radius)])], kind));
    }

    /// <summary>
    /// A stretch of <paramref name="length"/> tokens is seen with itself, each token hidden with the probability r, independently: P(a|x) = (1 − r)^v r^(n − v) for the pattern a
    /// of x with v tokens visible; places are kept, and the pattern without any token counts like any other. Enumerated, or sampled where <paramref name="draws"/> is given.
    /// </summary>
    /// <remarks>
    /// Where the tokens of a stretch are independent, s_S = (1 − r)^(|S|/2) for every set S of places, ∏ (qᵢ − 1) times with qᵢ different tokens at place i: the ratio is a dial of association
    /// that takes what depends on many places first.
    /// </remarks>
    /// <param name="ratio">The probability r that a token is hidden.</param>
    /// <param name="length">Tokens of a stretch n, 1 to 64; up to 12 can be enumerated. Rows with fewer tokens give none and are counted as empty.</param>
    /// <param name="draws">Draws for each distinct stretch, seeded by its content; null enumerates all 2ⁿ masks.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <exception cref="DeclarationException">A value is out of range, or there are too many masks to enumerate.</exception>
    public SequenceContext<TEvent, Chunk<TToken>, Masked<TToken>> Masked(
        [InRange(0, 1, LeastMeans = "nothing is hidden, so every stretch is seen with itself and every singular value is 1", MostMeans = "everything is hidden, so nothing depends on anything")] double ratio, [InRange(1, 64)] int length, [InRange(1, int.MaxValue)] int? draws = null, long seed = 0)
    {
        var step = FormattableString.Invariant($"Masked({ratio}, {length})");
        return Of(new KindStep(nameof(Masked), [], [(nameof(ratio), ratio), (nameof(length), length)]), step, new BernoulliMask(step, ratio), length, draws, seed);
    }

    /// <summary>As <see cref="Masked"/>, with exactly m of the n tokens hidden, every choice equally probable: s_S² = C(n − |S|, m) / C(n, m) for independent tokens.</summary>
    /// <param name="hidden">How many tokens m are hidden, 0 to <paramref name="length"/>.</param>
    /// <param name="length">Tokens of a stretch, 1 to 64. Rows with fewer tokens give none and are counted as empty.</param>
    /// <param name="draws">Draws for each distinct stretch, seeded by its content; null enumerates all masks.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <exception cref="DeclarationException">A value is out of range, or there are too many masks to enumerate.</exception>
    public SequenceContext<TEvent, Chunk<TToken>, Masked<TToken>> MaskedExactly([InRange(0, 64)] int hidden, [InRange(1, 64)] int length, [InRange(1, int.MaxValue)] int? draws = null, long seed = 0) =>
        Of(new KindStep(nameof(MaskedExactly), [], [(nameof(hidden), hidden), (nameof(length), length)]), FormattableString.Invariant($"MaskedExactly({hidden}, {length})"), new ExactMask(hidden), length, draws, seed);

    /// <summary>As <see cref="Masked"/>, with m tokens side by side hidden, every start equally probable; a block that runs past the end goes on at the beginning.</summary>
    /// <param name="hidden">How many tokens m are hidden, 0 to <paramref name="length"/>.</param>
    /// <param name="length">Tokens of a stretch, 1 to 64. Rows with fewer tokens give none and are counted as empty.</param>
    /// <param name="draws">Draws for each distinct stretch, seeded by its content; null enumerates all masks.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <exception cref="DeclarationException">A value is out of range, or there are too many masks to enumerate.</exception>
    public SequenceContext<TEvent, Chunk<TToken>, Masked<TToken>> MaskedBlock([InRange(0, 64)] int hidden, [InRange(1, 64)] int length, [InRange(1, int.MaxValue)] int? draws = null, long seed = 0) =>
        Of(new KindStep(nameof(MaskedBlock), [], [(nameof(hidden), hidden), (nameof(length), length)]), FormattableString.Invariant($"MaskedBlock({hidden}, {length})"), new BlockMask(hidden), length, draws, seed);

    private WindowContext<TEvent, TToken> Of(KindStep step, string text, int before, int after) =>
        new(new KindNode<TEvent, IEnumerable<TToken>, None, TToken>(rows, [tokens, step], new WindowKind<TToken>(text, before, after)));

    private SequenceContext<TEvent, Chunk<TToken>, Masked<TToken>> Of(KindStep step, string text, MaskLaw law, int length, int? draws, long seed) =>
        new(new KindNode<TEvent, IEnumerable<TToken>, None, Chunk<TToken>>(rows, [tokens, step], new MaskedStretchKind<TToken>(text, law, length, draws, seed)));
}
