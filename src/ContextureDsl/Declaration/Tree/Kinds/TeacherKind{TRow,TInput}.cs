namespace ContextureDsl.Tree;

/// <summary>The singular functions of what a teacher says of the inputs.</summary>
/// <typeparam name="TRow">How an event holds the outputs.</typeparam>
/// <typeparam name="TInput">X.</typeparam>
public sealed class TeacherKind<TRow, TInput> : Kind<TInput, TRow, TInput>
    where TInput : notnull
{
    /// <exception cref="DeclarationException">The threshold is negative or not finite.</exception>
    internal TeacherKind(double threshold, Func<TRow, double[]?> numbers)
    {
        if (!(threshold >= 0) || double.IsInfinity(threshold)) throw new DeclarationException(FormattableString.Invariant($"threshold: {threshold}. It is zero, for values relative to the largest, or the smallest singular value that counts: finite and not negative. Leave it out for zero."));
        Threshold = threshold;
        Numbers = numbers;
    }

    /// <summary>Zero, or the smallest singular value of the centred outputs that counts.</summary>
    public double Threshold { get; }

    /// <summary>The numbers of a row; null where the event has none.</summary>
    public Func<TRow, double[]?> Numbers { get; }

    /// <inheritdoc/>
    public override Estimation Estimation => Estimation.Enumerated;

    /// <inheritdoc/>
    public override bool LearnsState => true;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IKindVisitor<TResult> visitor) => visitor.Visit(this);
}
