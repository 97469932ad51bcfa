using System.Numerics;
using ContextureDsl.Kernels;
using ContextureDsl.Mixing;
using ContextureDsl.Observation;
using ContextureDsl.Spectral;

namespace ContextureDsl;

/// <summary>From the singular vectors of a mix to functions on values: ν on what is seen at the end, and gₖ on what a new input meets first, s μ(x) = Σₖ wₖ Σₐ Rₖ(a|x) gₖ(a).</summary>
internal static class MixEncoding
{
    /// <param name="mix">The mix.</param>
    /// <param name="inputs">X.</param>
    /// <param name="result">Its singular vectors.</param>
    /// <param name="matrix">Its operator, for what lies between what is met and what is seen.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static EncodedMix<T> Of<TInput, T>(MixedContext<TInput> mix, Alphabet<TInput> inputs, SpectralResult<T> result, TermOperator<T> matrix, int threads, CancellationToken cancellationToken)
        where TInput : notnull
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(result, Right(mix.Joint, result), Entries(mix, inputs, result, matrix, threads, cancellationToken));

    private static VariableFunctions[] Right<T>(MixedJoint mixed, SpectralResult<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rank = result.Values.Length;
        var right = new VariableFunctions[mixed.Outlets.Count];
        for (var i = 0; i < right.Length; i++)
        {
            var outlet = mixed.Outlets[i];
            var rows = result.Right.AsSpan(mixed.OutletStarts[i] * rank, outlet.Marginal.Length * rank);
            right[i] = new(outlet.Name, outlet.Share, new(outlet.Name, outlet.Values), outlet.Marginal, SingularFunctions<T>.FromOrthonormal(rows, outlet.Marginal, outlet.Share, rank));
        }
        return right;
    }

    private static VariableFunctions[] Entries<TInput, T>(MixedContext<TInput> mix, Alphabet<TInput> inputs, SpectralResult<T> result, TermOperator<T> matrix, int threads, CancellationToken cancellationToken)
        where TInput : notnull
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rank = result.Values.Length;
        var sums = new EntrySums<T>(mix.Joint.Parts, rank);
        for (; sums.First < rank; sums.First += Panels.Width)
        {
            cancellationToken.ThrowIfCancellationRequested();
            matrix.CollectEntries(Panels.Of(result.Right, rank, sums.First), sums);
        }
        var entries = new List<VariableFunctions>();
        foreach (var (part, share) in EntryShares.Of(mix.Joint.Term))
        {
            if (sums.Of(part) is not { } sum) continue;
            var joint = mix.Joint.Parts.Parts[part];
            var functions = new SingularFunctions<T>(Array.ConvertAll(sum, value => T.CreateTruncating(value / share)), joint.VariableMarginal.Length, rank);
            var ends = new VariableFunctions(mix.Names[part], share, new(mix.Names[part], mix.Parts[part].VariableAlphabet), joint.VariableMarginal, functions) { Part = part };
            entries.Add(LearnedContent<TInput>.WithEvidence(ends, joint, functions, inputs, threads, cancellationToken));
        }
        return [.. entries];
    }
}
