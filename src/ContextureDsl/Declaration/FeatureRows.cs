using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>
/// Inputs as points: a row of numbers each, all of one length. Not a context yet; what follows says which other inputs an input is seen with. A then is an input as well, and
/// P_X is uniform over the inputs.
/// </summary>
/// <remarks>
/// All laws here are rows that sum to one, P(a|x) = k(x, a) / Σ k(x, ·): not symmetric, and not the symmetric normalisation D^(-1/2) K D^(-1/2), which is the context of another P_X.
/// An input that no other one points to is no value of A (it remains an input). An input may come again with the same numbers, which changes nothing; with other numbers it is
/// an error. Minimum counts and the policy for duplicates are about counted pairs and do not apply. Vectors for new rows compare their numbers with those of the inputs that were learnt from.
/// </remarks>
/// <typeparam name="TEvent">The event.</typeparam>
/// <typeparam name="TInput">X.</typeparam>
/// <typeparam name="TRow">How an event holds its numbers.</typeparam>
public sealed class FeatureRows<TEvent, TInput, TRow>
    where TInput : notnull
{
    /// <summary>Below this share of the largest entry of its row an entry of a kernel is left out, unless said otherwise.</summary>
    private const double Negligible = 1e-15;

    private readonly InputNode input;
    private readonly IReadOnlyList<KindStep> steps;
    private readonly Func<TRow, double[]?> numbers;
    private readonly bool isStandardised;

    internal FeatureRows(InputNode input, IReadOnlyList<KindStep> steps, Func<TRow, double[]?> numbers, bool isStandardised = false)
    {
        this.input = input;
        this.steps = steps;
        this.numbers = numbers;
        this.isStandardised = isStandardised;
    }

    /// <summary>Every column less its mean, divided by its standard deviation over the inputs; a constant column is only centred. New rows get the same numbers taken off and divided by.</summary>
    public FeatureRows<TEvent, TInput, TRow> Standardised() =>
        new(input, [.. steps, new(nameof(Standardised), [], [])], numbers, isStandardised: true);

    /// <summary>P(a|x) = exp(−γ ‖x − a‖²) / row sum. Enumerated; up to n² pairs, fewer where γ is so large that many are negligible.</summary>
    /// <param name="gamma">γ: positive, finite. Small makes a weak context, large a strong one.</param>
    /// <param name="negligible">
    /// Entries smaller than this share of the largest one of their row are left out and the row is normalised again. That changes the law of an input by less than n times this
    /// number in total variation, and no singular value by more than 2 n² times this number, usually by far less. Zero leaves nothing out but what no double can hold.
    /// </param>
    /// <exception cref="DeclarationException">A number is out of its range.</exception>
    public KindContext<TEvent, TInput, TInput> Rbf(
        [InRange(0, double.PositiveInfinity, AboveLeast = true, BelowMost = true)] double gamma, [InRange(0, 1, BelowMost = true)] double negligible = Negligible) =>
        Context(new(nameof(Rbf), [], [(nameof(gamma), gamma), (nameof(negligible), negligible)]), new DistanceLaw(FeatureDistance.SquaredEuclidean, gamma, negligible, null));

    /// <summary>P(a|x) = exp(−γ Σⱼ |xⱼ − aⱼ|) / row sum. Otherwise as <see cref="Rbf"/>.</summary>
    /// <param name="gamma">γ: positive, finite.</param>
    /// <param name="negligible">See <see cref="Rbf"/>.</param>
    /// <exception cref="DeclarationException">A number is out of its range.</exception>
    public KindContext<TEvent, TInput, TInput> Laplacian(
        [InRange(0, double.PositiveInfinity, AboveLeast = true, BelowMost = true)] double gamma, [InRange(0, 1, BelowMost = true)] double negligible = Negligible) =>
        Context(new(nameof(Laplacian), [], [(nameof(gamma), gamma), (nameof(negligible), negligible)]), new DistanceLaw(FeatureDistance.CityBlock, gamma, negligible, null));

    /// <summary>P(a|x) = 1/K on the K inputs nearest to x in Euclidean distance; ties go to the input that came first. Enumerated, n K pairs.</summary>
    /// <remarks>
    /// Every component of the graph of neighbours adds a singular value 1. Finding the neighbours is exact and compares all pairs: 2 n² d operations. Few neighbours make
    /// a strong context (K = 1 with the input itself is A = X), many a weak one.
    /// </remarks>
    /// <param name="count">K: at least 1 and less than the number of inputs.</param>
    /// <param name="includeSelf">Whether an input is its own nearest neighbour.</param>
    /// <exception cref="DeclarationException">The count is less than 1; when learning, also where it is not less than the number of inputs.</exception>
    public KindContext<TEvent, TInput, TInput> Nearest([InRange(1, int.MaxValue)] int count, bool includeSelf = true) =>
        Context(new(nameof(Nearest), [], [(nameof(count), count), (nameof(includeSelf), includeSelf)]), new NearestLaw(count, includeSelf, null));

    /// <summary>
    /// The mean of the laws of <see cref="Rbf"/> under random masks that each hide some columns. The mask is not shown: an untagged mixture, weaker than the tagged one.
    /// </summary>
    /// <param name="gamma">γ: positive, finite.</param>
    /// <param name="hidden">Share of the columns that a mask hides, between 0 and 1: that many to the nearest whole number, at least one, and not all.</param>
    /// <param name="masks">How many masks; each is one pass over all pairs.</param>
    /// <param name="seed">Seed of the masks.</param>
    /// <param name="negligible">See <see cref="Rbf"/>; within each mask.</param>
    /// <exception cref="DeclarationException">A number is out of its range; when learning, also where there is one column only.</exception>
    public KindContext<TEvent, TInput, TInput> MaskedRbf(
        [InRange(0, double.PositiveInfinity, AboveLeast = true, BelowMost = true)] double gamma, [InRange(0, 1, AboveLeast = true, BelowMost = true)] double hidden = 0.2,
        [InRange(1, int.MaxValue)] int masks = 50, long seed = 0, [InRange(0, 1, BelowMost = true)] double negligible = Negligible) =>
        Context(
            new(nameof(MaskedRbf), [], [(nameof(gamma), gamma), (nameof(hidden), hidden), (nameof(masks), masks), (nameof(seed), seed), (nameof(negligible), negligible)]),
            new DistanceLaw(FeatureDistance.SquaredEuclidean, gamma, negligible, new(hidden, masks, seed)));

    /// <summary>The mean of the laws of <see cref="Nearest"/>, the input itself included, under random masks that each hide some columns; see <see cref="MaskedRbf"/>.</summary>
    /// <param name="count">K: at least 1 and less than the number of inputs.</param>
    /// <param name="hidden">Share of the columns that a mask hides.</param>
    /// <param name="masks">How many masks.</param>
    /// <param name="seed">Seed of the masks.</param>
    /// <exception cref="DeclarationException">A number is out of its range.</exception>
    public KindContext<TEvent, TInput, TInput> MaskedNearest(
        [InRange(1, int.MaxValue)] int count, [InRange(0, 1, AboveLeast = true, BelowMost = true)] double hidden = 0.2, [InRange(1, int.MaxValue)] int masks = 50, long seed = 0) =>
        Context(
            new(nameof(MaskedNearest), [], [(nameof(count), count), (nameof(hidden), hidden), (nameof(masks), masks), (nameof(seed), seed)]),
            new NearestLaw(count, includeSelf: true, new(hidden, masks, seed)));

    /// <summary>Any kernel as a random walk: P(a|x) = (k(x, a) + 1e-8) / row sum. Enumerated, n² pairs.</summary>
    /// <param name="kernel">k: the numbers of two inputs (standardised where that was said) to a finite number, not negative. Called from several threads, so it must not change anything.</param>
    /// <param name="zeroDiagonal">Whether an input never leads to itself.</param>
    /// <param name="kernelText">The text of the lambda, filled in by the compiler.</param>
    public KindContext<TEvent, TInput, TInput> Kernel(
        Func<ReadOnlySpan<double>, ReadOnlySpan<double>, double> kernel, bool zeroDiagonal = false, [CallerArgumentExpression(nameof(kernel))] string kernelText = "")
    {
        ArgumentNullException.ThrowIfNull(kernel);
        return Context(new(nameof(Kernel), [], [(nameof(kernel), KindStep.Code(kernelText)), (nameof(zeroDiagonal), zeroDiagonal)]), new KernelLaw(kernel, zeroDiagonal));
    }

    /// <summary>
    /// Each column replaced, by itself, with the given probability (SCARF, Bahri et al. 2022). Independent columns that are replaced from their marginals have s = (1 − rate)^|S| for every
    /// set S of columns: the rate is the dial between A = X at 0 and independence at 1.
    /// </summary>
    /// <param name="rate">The probability, between 0 and 1.</param>
    /// <param name="replacement">What a replaced column gets.</param>
    /// <param name="draws">Views of each input where they are drawn.</param>
    /// <param name="seed">Seed of the draws. An input's draws depend on it and on the input's numbers, not on the order of the rows nor on other inputs.</param>
    /// <exception cref="DeclarationException">The rate is no probability; there is not even one draw.</exception>
    public RowViews<TEvent, TInput, TRow> Scarf([InRange(0, 1)] double rate, Replacement replacement = Replacement.Uniform, [InRange(1, int.MaxValue)] int draws = 16, long seed = 0) =>
        Views(
            new(nameof(Scarf), [], [(nameof(rate), rate), (nameof(replacement), replacement), (nameof(draws), draws), (nameof(seed), seed)]),
            new(nameof(Scarf), rate, NamedValue.Checked(replacement, number => $"Scarf has replacement: {number}"), draws, seed));

    /// <summary>Each column replaced, by itself, with the given probability by the number of a random row in this column: <see cref="Scarf"/> from the columns' marginals.</summary>
    /// <param name="rate">The probability, between 0 and 1.</param>
    /// <param name="draws">Views of each input where they are drawn.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <exception cref="DeclarationException">The rate is no probability; there is not even one draw.</exception>
    public RowViews<TEvent, TInput, TRow> CutMix([InRange(0, 1)] double rate, [InRange(1, int.MaxValue)] int draws = 16, long seed = 0) =>
        Views(
            new(nameof(CutMix), [], [(nameof(rate), rate), (nameof(draws), draws), (nameof(seed), seed)]),
            new(nameof(CutMix), rate, Replacement.Marginal, draws, seed));

    private RowViews<TEvent, TInput, TRow> Views(KindStep step, Corruption corruption) => new(input, [.. steps, step], numbers, isStandardised, corruption);

    private KindContext<TEvent, TInput, TInput> Context(KindStep step, FeatureLaw law) =>
        new(new KindNode<TEvent, TInput, TRow, TInput>(input, [.. steps, step], new FeatureKind<TRow, TInput>(law, isStandardised, numbers)));
}
