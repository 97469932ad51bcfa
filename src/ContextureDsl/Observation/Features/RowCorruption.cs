using ContextureDsl.Kernels;
using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>Draws views of rows: every column is replaced by itself, from what the training rows have in it.</summary>
internal sealed class RowCorruption
{
    /// <summary>How far a uniform replacement goes beyond the range, so that a constant column has one.</summary>
    private const double Margin = 1e-6;

    private readonly Corruption corruption;

    /// <summary>By column: what the training rows have in it, ascending, so that a draw does not depend on their order; empty where marginals are not needed.</summary>
    private readonly double[][] marginals;
    private readonly double[] low;
    private readonly double[] high;

    /// <param name="corruption">Rate, replacement and seed.</param>
    /// <param name="training">The rows that ranges and marginals are taken from; nothing of them is kept but that.</param>
    public RowCorruption(Corruption corruption, Block<double> training)
    {
        this.corruption = corruption;
        low = training.Values.AsSpan(0, training.Width).ToArray();
        high = training.Values.AsSpan(0, training.Width).ToArray();
        for (var x = 1; x < training.Rows; x++)
            for (var column = 0; column < training.Width; column++)
            {
                var number = training.Values[(x * training.Width) + column];
                low[column] = Math.Min(low[column], number);
                high[column] = Math.Max(high[column], number);
            }
        marginals = corruption.Replacement == Replacement.Marginal ? [.. Enumerable.Range(0, training.Width).Select(column => Sorted(training, column))] : [];
    }

    /// <summary>Draws one view, each column less the middle of its range, so that single precision keeps small differences of large numbers.</summary>
    /// <param name="row">The numbers, scaled as the training rows were.</param>
    /// <param name="content">The hash of the numbers as they came. With the seed and the number of the draw, it is all that chance depends on.</param>
    /// <param name="draw">The number of the draw.</param>
    /// <param name="view">Takes the view.</param>
    public void View(ReadOnlySpan<double> row, ulong content, int draw, Span<float> view)
    {
        var random = Draw.Of(corruption.Drawn.Seed, content, draw);
        for (var column = 0; column < row.Length; column++)
            view[column] = (float)((random.NextDouble() < corruption.Rate ? Replaced(column, random) : row[column]) - ((low[column] + high[column]) / 2));
    }

    private double Replaced(int column, Draw random)
    {
        var (from, to) = (low[column], high[column]);
        return corruption.Replacement switch
        {
            Replacement.Uniform => from - Margin + (random.NextDouble() * (to - from + (2 * Margin))),
            Replacement.Normal => ((from + to) / 2) + (random.NextNormal() * (to - from) / 4),
            Replacement.TwoNormals => (random.Next(2) == 0 ? from : to) + (random.NextNormal() * (to - from) / 8),
            _ => marginals[column][random.Next(marginals[column].Length)],
        };
    }

    private static double[] Sorted(Block<double> training, int column)
    {
        var values = new double[training.Rows];
        for (var x = 0; x < values.Length; x++) values[x] = training.Values[(x * training.Width) + column];
        Array.Sort(values);
        return values;
    }
}
