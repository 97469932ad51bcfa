namespace ContextureDsl.Tree;

/// <summary>A stochastic channel given exactly: P(·|x) for every input.</summary>
public sealed class ChannelKind<TInput, TVariable> : Kind<TInput, None, TInput>
    where TInput : notnull
    where TVariable : notnull
{
    internal ChannelKind(Func<TInput, IEnumerable<(TVariable Value, double Probability)>> law) => Law = law;

    /// <summary>Input to its law.</summary>
    public Func<TInput, IEnumerable<(TVariable Value, double Probability)>> Law { get; }

    /// <inheritdoc/>
    public override Estimation Estimation => Estimation.Enumerated;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IKindVisitor<TResult> visitor) => visitor.Visit(this);
}
