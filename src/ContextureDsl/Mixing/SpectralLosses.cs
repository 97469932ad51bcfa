using System.Numerics;
using ContextureDsl.Kernels;
using ContextureDsl.Spectral;

namespace ContextureDsl.Mixing;

/// <summary>How much of the association of each part the functions of a mix leave out: lⱼ = Σᵢ (1 − ‖Tⱼ* μᵢ‖²), from 0 to d.</summary>
/// <param name="parts">The parts of the mix, under its P_X.</param>
/// <param name="threads">Threads.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class SpectralLosses<T>(IReadOnlyList<MixedJoint> parts, int threads, CancellationToken cancellationToken)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TermOperator<T>[] operators = [.. parts.Select(part => new TermOperator<T>(part, threads, cancellationToken))];

    /// <param name="result">The functions.</param>
    public double[] Of(SpectralResult<T> result)
    {
        var rank = result.Values.Length;
        var captured = new double[operators.Length];
        for (var first = 0; first < rank; first += Panels.Width)
        {
            var functions = Panels.Of(result.Left, rank, first);
            for (var j = 0; j < captured.Length; j++) captured[j] += Captured(operators[j], functions);
        }
        return Array.ConvertAll(captured, sum => rank - sum);
    }

    private static double Captured(TermOperator<T> matrix, Block<T> functions)
    {
        var variables = matrix.VariableBlock(-1, matrix.Variables, functions.Width);
        matrix.ApplyWholeAdjoint(functions, variables);
        var sum = 0.0;
        foreach (var value in variables.Values) sum += double.CreateTruncating(value) * double.CreateTruncating(value);
        return sum;
    }
}
