namespace ContextureDsl.Tree;

/// <summary>Labels with probabilities, a law in every row.</summary>
public sealed class SoftLabelKind<TInput, TLabel> : Kind<TInput, IEnumerable<(TLabel Label, double Probability)>, TInput>
    where TInput : notnull
    where TLabel : notnull
{
    /// <inheritdoc/>
    public override Estimation Estimation => Estimation.Enumerated;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IKindVisitor<TResult> visitor) => visitor.Visit(this);
}
