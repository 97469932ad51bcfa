namespace ContextureDsl.Tree;

/// <summary>Inputs lead to inputs, by their features.</summary>
/// <typeparam name="TRow">How an event holds its numbers.</typeparam>
/// <typeparam name="TInput">X, and A.</typeparam>
public sealed class FeatureKind<TRow, TInput> : Kind<TInput, TRow, TInput>
    where TInput : notnull
{
    internal FeatureKind(FeatureLaw law, bool isStandardised, Func<TRow, double[]?> numbers)
    {
        Law = law;
        IsStandardised = isStandardised;
        Numbers = numbers;
    }

    /// <summary>P(a|x).</summary>
    public FeatureLaw Law { get; }

    /// <summary>Whether the columns are centred and scaled first.</summary>
    public bool IsStandardised { get; }

    /// <summary>The numbers of a row; null where the event has none.</summary>
    public Func<TRow, double[]?> Numbers { get; }

    /// <inheritdoc/>
    public override Estimation Estimation => Estimation.Enumerated;

    /// <inheritdoc/>
    public override bool LearnsState => true;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IKindVisitor<TResult> visitor) => visitor.Visit(this);
}
