namespace ContextureDsl.Spectral;

/// <summary>
/// When to look at the Ritz values, and when they are good enough to compute the triplets. Depends on sizes and residuals only, never on a clock, so that the same
/// input takes the same path.
/// </summary>
internal sealed class ConvergenceSchedule
{
    // A look costs about 6 (b + 8) k² operations for a band of half-width b, on small matrices, where one takes ten times as long as on panels.
    private const double LookCost = 60;

    private readonly double _rowCost;
    private readonly double _productCost;
    private double _level;
    private double _due;
    private double _lastColumns;
    private double _lastResidual;

    /// <summary>Sets the first look.</summary>
    /// <param name="wanted">How many pairs are wanted.</param>
    /// <param name="tolerance">The residual asked for.</param>
    /// <param name="rows">Length of the basis vectors.</param>
    /// <param name="nonZeros">Stored numbers of the operator.</param>
    public ConvergenceSchedule(int wanted, double tolerance, int rows, long nonZeros)
    {
        // Below the tolerance by what estimates and stored numbers may be off.
        _level = 0.8 * tolerance;
        _rowCost = 16.0 * rows;
        _productCost = 32.0 * nonZeros;

        // No spectrum that was met converged earlier than at three to four times the rank, except those whose space is exhausted before.
        _due = (wanted <= 64 ? 4.0 : 3.0) * wanted;
    }

    /// <summary>Whether to look at a basis of this many columns.</summary>
    public bool IsDue(int columns) => columns >= _due;

    /// <summary>Takes the largest residual of a look in, and sets the next look from how fast it falls.</summary>
    /// <returns>Whether the triplets should be computed.</returns>
    public bool IsReached(int columns, int halfWidth, double residual)
    {
        if (residual <= _level) return true;
        var every = Panels.Width * Math.Max(1, Math.Floor(2 * LookCost * (halfWidth + 8) * columns * columns / (_productCost + _rowCost * columns)));
        var step = columns / 8.0;
        if (residual < 0.05 && _lastResidual > residual)
        {
            var slope = Math.Log(_lastResidual / residual) / (columns - _lastColumns);
            step = Math.Min(0.1 * columns, 0.7 * Math.Log(residual / _level) / slope);
        }

        _due = columns + Math.Max(every, step);
        _lastColumns = columns;
        _lastResidual = residual;
        return false;
    }

    /// <summary>The measured residuals were larger than the estimates: aim lower from now on.</summary>
    public void Tighten() => _level /= 4;
}
