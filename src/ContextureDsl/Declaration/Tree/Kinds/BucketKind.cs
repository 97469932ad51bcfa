namespace ContextureDsl.Tree;

/// <summary>A number, coarsened to an interval.</summary>
public sealed class BucketKind<TInput> : Kind<TInput, double, TInput>
    where TInput : notnull
{
    internal BucketKind(Buckets buckets) => Buckets = buckets;

    /// <summary>Where the intervals end.</summary>
    public Buckets Buckets { get; }

    /// <inheritdoc/>
    public override Estimation Estimation => Estimation.Counted;

    /// <inheritdoc/>
    public override bool LearnsState => Buckets.Edges is null;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IKindVisitor<TResult> visitor) => visitor.Visit(this);
}
