using ContextureDsl.Mixing;
using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Tests.Mixing;

/// <summary>The dense law of an expression of the library: what its passes must leave alone.</summary>
internal static class DenseTerm
{
    /// <param name="term">The expression.</param>
    /// <param name="laws">The law of every part.</param>
    /// <param name="walks">The laws of the walks.</param>
    public static DenseLaw Of(MixTerm term, IReadOnlyList<DenseLaw> laws, IReadOnlyList<WalkLaw> walks)
    {
        DenseLaw Law(MixTerm one) => Of(one, laws, walks);
        return term switch
        {
            PartTerm part => laws[part.Part],
            ConvexTerm convex => DenseLaw.Convex([.. convex.Parts.Select(part => (part.Weight, Law(part.Term)))]),
            AverageTerm average => DenseLaw.Average([.. average.Parts.Select(part => (part.Weight, Law(part.Term)))]),
            ChainTerm chain => chain.Through.Reverse().Aggregate(chain.Last is { } last ? Law(last) : Identity(laws[0]), (rest, factor) => Law(factor).Then(rest)),
            JointTerm joint => Law(joint.First).With(Law(joint.Second)),
            WalkTerm walk => Law(walk.Step).Walk(walks[walk.Walk].Probabilities),
            _ => throw new ArgumentException(term.Text, nameof(term)),
        };
    }

    private static DenseLaw Identity(DenseLaw any) => any with { R = Matrix<double>.Build.DenseIdentity(any.P.Length), Keys = any.Inputs, Saw = [.. any.P.Select(_ => true)] };
}
