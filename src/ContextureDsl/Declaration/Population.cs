namespace ContextureDsl;

/// <summary>
/// P_X, the one law of inputs that all parts of a mix share. Part j brings its counts, and with them a law pⱼ of its own inputs and the conditional law Rⱼ(a|x); the mix keeps every Rⱼ as it is and
/// puts P⁺(x,(j,a)) = wⱼ P_X(x) Rⱼ(a|x). Another P_X weighs the same rows otherwise: singular values, functions and what "mean 0 and variance 1" means all change with it.
/// </summary>
/// <remarks>
/// The laws pⱼ are those of the inputs that are left: what <see cref="Unseen.Drop"/> or <see cref="RarePairs.SetAside"/> leaves out is as if its rows had never been there. Of a single context, only
/// <see cref="Uniform"/> changes anything. It makes T of an undirected graph self-adjoint no more, unless all nodes have equal degrees, so that there are no signed values then.
/// </remarks>
public enum Population
{
    /// <summary>P_X = Σ wⱼ pⱼ: the mean of the parts' own laws, weighted by their shares.</summary>
    Mixture,

    /// <summary>P_X(x) = 1/N for every one of the N inputs: each counts the same, however often it was seen.</summary>
    Uniform,

    /// <summary>P_X = p₁, the law of the part that is declared first. Inputs that it never saw have the probability 0: they are left out, and counted in <see cref="Overlap.LeftOut"/>.</summary>
    First,

    /// <summary>P_X = Σ nⱼ pⱼ / Σ nⱼ, where nⱼ is the total weight of part j: all events in one heap. The shares of the mix do not enter here.</summary>
    Events,
}
