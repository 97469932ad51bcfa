using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>
/// A symmetric band matrix reduced to tridiagonal form by plane rotations (Schwarz 1968): T = Gᵀ · tridiagonal · G, with the rotations kept so that G can be applied to a few
/// vectors and never has to be formed. About n²/2 rotations of 2 b numbers each.
/// </summary>
internal sealed class BandReduction
{
    private readonly int _order;
    private readonly int _stride;
    private readonly double[] _lower;
    private readonly List<Rotation> _rotations = [];

    /// <summary>Reduces a copy of the matrix.</summary>
    public BandReduction(BandMatrix matrix, CancellationToken cancellationToken)
    {
        _order = matrix.Order;
        var halfWidth = matrix.HalfWidth;

        // One diagonal more: what a rotation pushes out of the band stands there until the next one removes it.
        _stride = halfWidth + 2;
        _lower = new double[(long)_order * _stride];
        for (var column = 0; column < _order; column++)
        {
            for (var row = column; row <= Math.Min(_order - 1, column + halfWidth); row++) _lower[column * _stride + row - column] = matrix[row, column];
        }

        for (var column = 0; column < _order - 2; column++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var distance = Math.Min(halfWidth, _order - 1 - column); distance >= 2; distance--) Annihilate(column + distance, column, halfWidth);
        }

        Diagonal = new double[_order];
        OffDiagonal = new double[_order];
        for (var i = 0; i < _order; i++)
        {
            Diagonal[i] = _lower[i * _stride];
            OffDiagonal[i] = i + 1 < _order && halfWidth > 0 ? _lower[i * _stride + 1] : 0;
        }
    }

    /// <summary>The diagonal.</summary>
    public double[] Diagonal { get; }

    /// <summary>Entry i is between i and i + 1; the last is zero.</summary>
    public double[] OffDiagonal { get; }

    /// <summary>block = G · block, where the block is order × width, row-major.</summary>
    public void Apply(double[] block, int width)
    {
        foreach (var rotation in CollectionsMarshal.AsSpan(_rotations))
        {
            ShortVectors.Rotate(block.AsSpan((rotation.Row - 1) * width, width), block.AsSpan(rotation.Row * width, width), rotation.Cosine, rotation.Sine);
        }
    }

    /// <summary>block = Gᵀ · block: from eigenvectors of the tridiagonal matrix to those of the band matrix.</summary>
    public void ApplyTransposed(double[] block, int width)
    {
        for (var i = _rotations.Count - 1; i >= 0; i--)
        {
            var rotation = _rotations[i];
            ShortVectors.Rotate(block.AsSpan((rotation.Row - 1) * width, width), block.AsSpan(rotation.Row * width, width), rotation.Cosine, -rotation.Sine);
        }
    }

    // Removes the entry (row, column) by rotating row − 1 and row, and chases what that pushes out of the band down to the end.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Annihilate(int row, int column, int halfWidth)
    {
        while (row < _order)
        {
            ref var target = ref _lower[column * _stride + row - column];
            if (target == 0) return;
            ref var kept = ref _lower[column * _stride + row - 1 - column];
            var length = Math.Sqrt(kept * kept + target * target);
            double cosine = kept / length, sine = target / length;
            kept = length;
            target = 0;
            RotateBoth(row, column, halfWidth, cosine, sine);
            _rotations.Add(new Rotation(row, cosine, sine));
            column = row - 1;
            row += halfWidth;
        }
    }

    // Rows and columns row − 1 and row, right of `done`, whose entries the caller has set.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RotateBoth(int row, int done, int halfWidth, double cosine, double sine)
    {
        var before = row - 1;
        var lower = _lower;
        for (var column = done + 1; column < before; column++)
        {
            var at = column * _stride + before - column;
            double x = lower[at], y = lower[at + 1];
            lower[at] = cosine * x + sine * y;
            lower[at + 1] = cosine * y - sine * x;
        }

        int first = before * _stride, second = row * _stride;
        double a = lower[first], b = lower[first + 1], d = lower[second];
        lower[first] = cosine * cosine * a + 2 * cosine * sine * b + sine * sine * d;
        lower[first + 1] = cosine * sine * (d - a) + (cosine * cosine - sine * sine) * b;
        lower[second] = sine * sine * a - 2 * cosine * sine * b + cosine * cosine * d;
        var entries = Math.Min(_order - 1, row + halfWidth) - row;
        if (entries > 0) ShortVectors.Rotate(lower.AsSpan(first + 2, entries), lower.AsSpan(second + 1, entries), cosine, sine);
    }

    /// <summary>Of the rows Row − 1 and Row.</summary>
    private readonly record struct Rotation(int Row, double Cosine, double Sine);
}
