using System.Numerics;
using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>
/// Rows of the near side whose √q is so small that the rounding error of v, which is relative to the whole column, would be larger than the row itself, so that ν = v/√q
/// would be noise. There v = B̃ᵀu / s is used, whose every term is proportional to √q and whose error therefore is relative to the row.
/// </summary>
/// <remarks>
/// No entry moves by more than the measured residual or a few rounding errors, and only rows are touched on which all functions are small, so the columns stay as orthonormal as they were. Where light rows hang
/// together only with light rows of the other side, some function is large there, and a rounding error relative to it remains.
/// </remarks>
internal sealed class LightRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double LargestRoot = Math.Sqrt(Epsilon);

    /// <summary>Below this value, dividing by it costs more than half of the digits.</summary>
    private static readonly double SmallestValue = Math.Sqrt(Epsilon);

    private readonly int[] _rows;

    /// <summary>Finds the light rows on which all functions are small.</summary>
    /// <param name="roots">√p or √q.</param>
    /// <param name="panels">The functions.</param>
    public LightRows(T[] roots, IReadOnlyList<Block<T>> panels)
    {
        var rows = new List<int>();
        for (var row = 0; row < roots.Length; row++)
        {
            if (double.CreateTruncating(roots[row]) < LargestRoot && panels.All(panel => IsSmall(panel, row))) rows.Add(row);
        }

        _rows = [.. rows];
    }

    private static bool IsSmall(Block<T> panel, int row)
    {
        foreach (var value in panel.Values.AsSpan(row * panel.Width, panel.Width))
        {
            if (Math.Abs(double.CreateTruncating(value)) > LargestRoot) return false;
        }

        return true;
    }

    private static double Epsilon => double.CreateTruncating(T.BitIncrement(T.One) - T.One);

    /// <summary>The light rows of a panel, copied.</summary>
    public T[] Of(Block<T> panel)
    {
        var copied = new T[_rows.Length * panel.Width];
        for (var i = 0; i < _rows.Length; i++) panel.Values.AsSpan(_rows[i] * panel.Width, panel.Width).CopyTo(copied.AsSpan(i * panel.Width));
        return copied;
    }

    /// <summary>Replaces the light rows of V.</summary>
    /// <param name="panel">V.</param>
    /// <param name="adjoint">The light rows of B̃ᵀU.</param>
    /// <param name="values">s, one for each used column.</param>
    /// <param name="residuals">‖B̃ᵀu − sv‖, one for each used column.</param>
    /// <returns>Whether an entry has changed.</returns>
    public bool Sharpen(Block<T> panel, T[] adjoint, ReadOnlySpan<double> values, double[] residuals)
    {
        var isChanged = false;
        for (var i = 0; i < _rows.Length; i++)
        {
            for (var k = 0; k < values.Length; k++)
            {
                if (values[k] < SmallestValue) continue;
                ref var entry = ref panel.Values[_rows[i] * panel.Width + k];
                var sharp = double.CreateTruncating(adjoint[i * panel.Width + k]) / values[k];
                if (Math.Abs(sharp - double.CreateTruncating(entry)) > Math.Max(residuals[k], OrthonormalPanels<T>.Negligible)) continue;
                entry = T.CreateTruncating(sharp);
                isChanged = true;
            }
        }

        return isChanged;
    }
}
