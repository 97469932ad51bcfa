using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>Rows of numbers with columns replaced. Not a context yet: <see cref="Quantise"/> or <see cref="Discrete"/> makes them one. P_X is uniform over the inputs.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
/// <typeparam name="TInput">X.</typeparam>
/// <typeparam name="TRow">How an event holds its numbers.</typeparam>
public sealed class RowViews<TEvent, TInput, TRow> : Views<TEvent, TInput, FeatureRow>
    where TInput : notnull
{
    private readonly InputNode input;
    private readonly IReadOnlyList<KindStep> steps;
    private readonly Func<TRow, double[]?> numbers;
    private readonly bool isStandardised;
    private readonly Corruption corruption;

    internal RowViews(InputNode input, IReadOnlyList<KindStep> steps, Func<TRow, double[]?> numbers, bool isStandardised, Corruption corruption)
    {
        this.input = input;
        this.steps = steps;
        this.numbers = numbers;
        this.isStandardised = isStandardised;
        this.corruption = corruption;
    }

    /// <inheritdoc/>
    /// <remarks>Sampled: P(a|x) is the share of the draws whose nearest codeword is a. A codebook from <see cref="Codebook.Rows"/>, learnt from the views.</remarks>
    public override KindContext<TEvent, TInput, Codeword> Quantise(Codebook<FeatureRow> codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        return new(Node(new(nameof(Quantise), [], [(nameof(codebook), codebook)]), (RowCodebook)codebook));
    }

    /// <summary>
    /// Promises that the columns have few values, so that views repeat as they are: A is the row after the replacement, and its law is enumerated exactly over the product of the columns'
    /// values, P(a|x) = Πⱼ ((1 − rate) 1[aⱼ = xⱼ] + rate πⱼ(aⱼ)) with the marginals π.
    /// </summary>
    /// <remarks>The promise is checked when learning: more pairs than 2²⁴ are refused with the numbers. Up to N Π qⱼ pairs for N inputs and qⱼ values in column j.</remarks>
    /// <exception cref="DeclarationException">Replaced columns get numbers that never repeat: the law is not <see cref="Replacement.Marginal"/>.</exception>
    public KindContext<TEvent, TInput, FeatureRow> Discrete() => corruption.Replacement == Replacement.Marginal
        ? new(Node(new(nameof(Discrete), [], []), null))
        : throw new DeclarationException($"Discrete() follows {corruption.Step} with Replacement.{corruption.Replacement}, which gives numbers that never repeat. Replace from the columns' values (Replacement.Marginal, or CutMix), or use Quantise.");

    private KindNode<TEvent, TInput, TRow, TInput> Node(KindStep step, RowCodebook? codebook) =>
        new(input, [.. steps, step], new CorruptionKind<TRow, TInput>(corruption, codebook, isStandardised, numbers));
}
