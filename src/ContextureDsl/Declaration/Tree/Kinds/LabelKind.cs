namespace ContextureDsl.Tree;

/// <summary>A class label, plain or through a channel that mistakes it.</summary>
public sealed class LabelKind<TInput, TLabel> : Kind<TInput, TLabel, TInput>
    where TInput : notnull
    where TLabel : notnull
{
    /// <exception cref="DeclarationException">The smoothing is no probability.</exception>
    internal LabelKind(double smoothing, LabelChannel<TLabel>? through)
    {
        if (!(smoothing is >= 0 and <= 1)) throw new DeclarationException(FormattableString.Invariant(
            $"smoothing: {smoothing}. It is the probability that a wrong label is shown, so it lies between 0 and 1; with K classes nothing is left of the label at (K - 1)/K. Correct it, or leave it out."));
        Smoothing = smoothing;
        Through = through;
    }

    /// <summary>The probability of a wrong label, spread evenly over the others.</summary>
    public double Smoothing { get; }

    /// <summary>The channel that the label goes through; null for none.</summary>
    public LabelChannel<TLabel>? Through { get; }

    /// <inheritdoc/>
    public override Estimation Estimation => Smoothing == 0 && Through is null ? Estimation.Counted : Estimation.Enumerated;

    /// <inheritdoc/>
    public override bool LearnsState => Smoothing > 0;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IKindVisitor<TResult> visitor) => visitor.Visit(this);
}
