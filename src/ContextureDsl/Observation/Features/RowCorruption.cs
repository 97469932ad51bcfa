using ContextureDsl.Kernels;
using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>Draws views of rows: every column is replaced by itself, from what the training rows have in it.</summary>
internal sealed class RowCorruption
{
    /// <summary>How far a uniform replacement goes beyond the range, so that a constant column has one.</summary>
    private const double Margin = 1e-6;

    private readonly Corruption corruption;
    private readonly Block<double>? marginals;
    private readonly double[] low;
    private readonly double[] high;

    /// <param name="corruption">Rate, replacement and seed.</param>
    /// <param name="training">The rows that ranges and marginals are taken from; kept where marginals are needed.</param>
    public RowCorruption(Corruption corruption, Block<double> training)
    {
        this.corruption = corruption;
        marginals = corruption.Replacement == Replacement.Marginal ? training : null;
        low = training.Values.AsSpan(0, training.Width).ToArray();
        high = training.Values.AsSpan(0, training.Width).ToArray();
        for (var x = 1; x < training.Rows; x++)
            for (var column = 0; column < training.Width; column++)
            {
                var number = training.Values[(x * training.Width) + column];
                low[column] = Math.Min(low[column], number);
                high[column] = Math.Max(high[column], number);
            }
    }

    /// <summary>Draws one view. The draw depends on the seed, the numbers of the row and the number of the draw only.</summary>
    public void View(ReadOnlySpan<double> row, ulong content, int draw, Span<float> view)
    {
        var random = Draw.Of(corruption.Drawn.Seed, content, draw);
        for (var column = 0; column < row.Length; column++)
            view[column] = (float)(random.NextDouble() < corruption.Rate ? Replaced(column, random) : row[column]);
    }

    private double Replaced(int column, Draw random)
    {
        var (from, to) = (low[column], high[column]);
        return corruption.Replacement switch
        {
            Replacement.Uniform => from - Margin + (random.NextDouble() * (to - from + (2 * Margin))),
            Replacement.Normal => ((from + to) / 2) + (random.NextNormal() * (to - from) / 4),
            Replacement.TwoNormals => (random.Next(2) == 0 ? from : to) + (random.NextNormal() * (to - from) / 8),
            _ => marginals!.Values[(random.Next(marginals.Rows) * marginals.Width) + column],
        };
    }
}
