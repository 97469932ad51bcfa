namespace ContextureDsl.Tree;

/// <summary>An input is seen with its numbers after some were replaced: with the nearest codeword of a drawn view, or with every possible view.</summary>
/// <typeparam name="TRow">How an event holds its numbers.</typeparam>
/// <typeparam name="TInput">X.</typeparam>
public sealed class CorruptionKind<TRow, TInput> : Kind<TInput, TRow, TInput>
    where TInput : notnull
{
    internal CorruptionKind(Corruption corruption, RowCodebook? codebook, bool isStandardised, Func<TRow, double[]?> numbers)
    {
        Corruption = corruption;
        Codebook = codebook;
        IsStandardised = isStandardised;
        Numbers = numbers;
    }

    /// <summary>What happens to the numbers.</summary>
    public Corruption Corruption { get; }

    /// <summary>What makes views countable; null where every view is enumerated as it is.</summary>
    public RowCodebook? Codebook { get; }

    /// <summary>Whether the columns are centred and scaled first.</summary>
    public bool IsStandardised { get; }

    /// <summary>The numbers of a row; null where the event has none.</summary>
    public Func<TRow, double[]?> Numbers { get; }

    /// <inheritdoc/>
    public override Estimation Estimation => Codebook is null ? Estimation.Enumerated : Corruption.Drawn;

    /// <inheritdoc/>
    public override bool LearnsState => true;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IKindVisitor<TResult> visitor) => visitor.Visit(this);
}
