using ContextureDsl.Kernels;

namespace ContextureDsl.Mixing;

/// <summary>The conditional law of a mix, written down row by row for contexts that are seen at once with it: R(a|x) = B(x, a) √q(a)/√p(x). A product with the mix for every few inputs.</summary>
/// <param name="mixed">The mix; its columns are one context variable.</param>
/// <param name="memoryLimit">Bytes that it may need.</param>
/// <param name="threads">Threads.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class MixLaws(MixedJoint mixed, long memoryLimit, int threads, CancellationToken cancellationToken)
{
    private const int Width = 16;
    private const long BytesOfPair = 12;

    /// <exception cref="MemoryLimitException">The law needs more memory than is allowed.</exception>
    public LawTable Written()
    {
        var (inputs, marginal) = (mixed.Parts.Inputs, mixed.Outlets[0].Marginal);
        var matrix = new TermOperator<double>(mixed, threads, cancellationToken);
        var (units, rows) = (new Block<double>(inputs, Width), new Block<double>(marginal.Length, Width));
        var (offsets, columns, probabilities) = (new int[inputs + 1], new List<int>(), new List<double>());
        for (var first = 0; first < inputs; first += Width)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Array.Clear(units.Values);
            for (var i = 0; i < Width && first + i < inputs; i++) units.Values[(first + i) * Width + i] = 1 / Math.Sqrt(mixed.Parts.InputMarginal[first + i]);
            matrix.ApplyWholeAdjoint(units, rows);
            for (var i = 0; i < Width && first + i < inputs; i++)
            {
                for (var a = 0; a < marginal.Length; a++)
                {
                    if (rows.Values[a * Width + i] == 0) continue;
                    columns.Add(a);
                    probabilities.Add(rows.Values[a * Width + i] * Math.Sqrt(marginal[a]));
                }
                offsets[first + i + 1] = columns.Count;
            }
            if (columns.Count > memoryLimit / BytesOfPair) throw MemoryLimitException.Law(mixed.Outlets[0].Name, first + Width, inputs, columns.Count, memoryLimit);
        }
        return new(offsets, [.. columns], [.. probabilities], marginal);
    }
}
