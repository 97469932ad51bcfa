using ContextureDsl.Kernels;

namespace ContextureDsl.Mixing;

/// <summary>The conditional law of a mix, written down row by row for contexts that are seen at once with it: R(a|x) = B(x, a) √q(a)/√p(x). A product with the mix for every few inputs.</summary>
/// <remarks>An input that no part saw which it meets first has an empty row, as in a part: its law is the marginal, so that it does not matter how the mix is written.</remarks>
/// <param name="mixed">The mix; its columns are one context variable.</param>
/// <param name="memoryLimit">Bytes that it may need.</param>
/// <param name="threads">Threads.</param>
/// <param name="progress">Told how many inputs are done.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class MixLaws(MixedJoint mixed, long memoryLimit, int threads, IProgress<LearnProgress>? progress, CancellationToken cancellationToken)
{
    private const int Width = 16;

    /// <summary>A number and a probability, in a list that may be half empty and is copied in the end.</summary>
    private const long BytesOfPair = 36;

    /// <exception cref="MemoryLimitException">The law needs more memory than is allowed.</exception>
    public LawTable Written()
    {
        var (inputs, marginal) = (mixed.Parts.Inputs, mixed.Outlets[0].Marginal);
        var matrix = new TermOperator<double>(mixed, threads, cancellationToken);
        var saw = Saw(mixed.Term);
        var blocks = 2L * sizeof(double) * Width * (inputs + marginal.Length);
        var most = Math.Min((memoryLimit - blocks) / BytesOfPair, Array.MaxLength - (long)Width * marginal.Length);
        var (units, rows) = (new Block<double>(inputs, Width), new Block<double>(marginal.Length, Width));
        var (offsets, columns, probabilities) = (new int[inputs + 1], new List<int>(), new List<double>());
        for (var first = 0; first < inputs; first += Width)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new("writing down", first, inputs, double.NaN));
            Array.Clear(units.Values);
            for (var i = 0; i < Width && first + i < inputs; i++) units.Values[(first + i) * Width + i] = 1 / Math.Sqrt(mixed.Parts.InputMarginal[first + i]);
            matrix.ApplyWholeAdjoint(units, rows);
            for (var i = 0; i < Width && first + i < inputs; i++)
            {
                for (var a = 0; a < marginal.Length; a++)
                {
                    if (!saw[first + i] || rows.Values[a * Width + i] == 0) continue;
                    columns.Add(a);
                    probabilities.Add(rows.Values[a * Width + i] * Math.Sqrt(marginal[a]));
                }
                offsets[first + i + 1] = columns.Count;
            }
            if (columns.Count > most) throw MemoryLimitException.Law(mixed.Outlets[0].Name, first + Width, inputs, columns.Count, memoryLimit);
        }
        return new(offsets, [.. columns], [.. probabilities], marginal);
    }

    /// <summary>Which inputs a term sees. What is independent of the first context of a convolution is independent of all that follows.</summary>
    private bool[] Saw(MixTerm term) => term switch
    {
        PartTerm part => [.. Enumerable.Range(0, mixed.Parts.Inputs).Select(x => mixed.Parts.Parts[part.Part].RowSums[x] != 0)],
        CombinationTerm combination => combination.Children.Select(Saw).Aggregate((one, two) => [.. one.Zip(two, (left, right) => left || right)]),
        ChainTerm { Through: [var first, ..] } => Saw(first),
        _ => [.. Enumerable.Repeat(true, mixed.Parts.Inputs)],
    };
}
