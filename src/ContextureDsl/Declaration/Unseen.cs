namespace ContextureDsl;

/// <summary>What a mix does with inputs that some part of it never saw, so that Rⱼ(a|x) is not known there. Inputs without a probability under the declared <see cref="Population"/> are out before.</summary>
public enum Unseen
{
    /// <summary>The part's context is independent of such an input: Rⱼ(·|x) = qⱼ, the mean over the inputs that the part saw. It says nothing of x then.</summary>
    Independent,

    /// <summary>
    /// Such an input is left out of all parts, as if its rows had never been there, and counted in <see cref="Overlap.LeftOut"/>. It may stay a context value, such as the neighbour of a node that is kept.
    /// </summary>
    Drop,

    /// <summary>Such an input is an error that says how many each part never saw, with examples.</summary>
    Reject,
}
