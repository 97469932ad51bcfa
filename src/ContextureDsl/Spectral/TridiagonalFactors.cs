using System.Runtime.CompilerServices;

namespace ContextureDsl.Spectral;

/// <summary>T − θI = P L U of a symmetric tridiagonal T, with partial pivoting: U has two diagonals above the main one.</summary>
internal sealed class TridiagonalFactors
{
    private readonly double[] _multipliers;
    private readonly bool[] _swapped;
    private readonly double[] _pivots;
    private readonly double[] _first;
    private readonly double[] _second;

    /// <summary>Factors the shifted matrix.</summary>
    /// <param name="diagonal">The diagonal of T.</param>
    /// <param name="offDiagonal">Entry i is between i and i + 1.</param>
    /// <param name="shift">θ.</param>
    /// <param name="smallest">What stands for a pivot that is smaller: the matrix is singular on purpose.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public TridiagonalFactors(double[] diagonal, double[] offDiagonal, double shift, double smallest)
    {
        var order = diagonal.Length;
        _multipliers = new double[order];
        _swapped = new bool[order];
        _pivots = new double[order];
        _first = new double[order];
        _second = new double[order];
        var pivot = diagonal[0] - shift;
        var next = offDiagonal[0];
        for (var i = 0; i < order; i++)
        {
            if (i + 1 == order)
            {
                _pivots[i] = AtLeast(pivot, smallest);
                break;
            }

            double below = offDiagonal[i], belowNext = diagonal[i + 1] - shift, belowSecond = i + 2 < order ? offDiagonal[i + 1] : 0;
            if (Math.Abs(below) > Math.Abs(pivot))
            {
                _swapped[i] = true;
                _multipliers[i] = pivot / below;
                (_pivots[i], _first[i], _second[i]) = (below, belowNext, belowSecond);
                (pivot, next) = (next - _multipliers[i] * belowNext, -_multipliers[i] * belowSecond);
            }
            else
            {
                _pivots[i] = AtLeast(pivot, smallest);
                _multipliers[i] = below / _pivots[i];
                _first[i] = next;
                (pivot, next) = (belowNext - _multipliers[i] * next, belowSecond);
            }
        }
    }

    /// <summary>vector = (T − θI)⁻¹ vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Solve(double[] vector)
    {
        var order = vector.Length;
        for (var i = 0; i + 1 < order; i++)
        {
            if (_swapped[i]) (vector[i], vector[i + 1]) = (vector[i + 1], vector[i]);
            vector[i + 1] -= _multipliers[i] * vector[i];
        }

        for (var i = order - 1; i >= 0; i--)
        {
            var sum = vector[i];
            if (i + 1 < order) sum -= _first[i] * vector[i + 1];
            if (i + 2 < order) sum -= _second[i] * vector[i + 2];
            vector[i] = sum / _pivots[i];
        }
    }

    private static double AtLeast(double pivot, double smallest) => Math.Abs(pivot) >= smallest ? pivot : Math.CopySign(smallest, pivot);
}
