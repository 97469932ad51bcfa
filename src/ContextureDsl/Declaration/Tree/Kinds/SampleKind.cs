namespace ContextureDsl.Tree;

/// <summary>A stochastic channel given by drawing from it.</summary>
public sealed class SampleKind<TInput, TVariable> : Kind<TInput, None, TInput>
    where TInput : notnull
    where TVariable : notnull
{
    /// <exception cref="DeclarationException">There is not even one draw.</exception>
    internal SampleKind(Func<TInput, Draw, TVariable> sampler, int draws, long seed)
    {
        Sampler = sampler;
        Estimation = Estimation.Sampled(draws, seed);
    }

    /// <summary>Input and random numbers to a context value.</summary>
    public Func<TInput, Draw, TVariable> Sampler { get; }

    /// <inheritdoc/>
    public override Estimation Estimation { get; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IKindVisitor<TResult> visitor) => visitor.Visit(this);
}
