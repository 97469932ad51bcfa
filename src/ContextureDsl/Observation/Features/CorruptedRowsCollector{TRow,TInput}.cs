using ContextureDsl.Kernels;
using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>Keeps inputs with their numbers; in the end draws views of all of them, learns the codewords from the views unless they are known, and counts how often an input is which codeword.</summary>
/// <remarks>Views are drawn again where they are needed and never kept all at once. Time: draws · n · codewords · columns for the lookup, and k-means over at most 64 views a codeword.</remarks>
internal sealed class CorruptedRowsCollector<TRow, TInput> : FeatureRowsCollector<TRow, TInput>
    where TInput : notnull
{
    /// <summary>Views that k-means looks at, per codeword: the error of a mean of 64 is an eighth of the spread within its cluster.</summary>
    private const int ViewsPerCodeword = 64;

    /// <summary>The squares of differences, summed over ten million columns, stay below the largest single, 3.4e38.</summary>
    private const double LargestSingle = 1e15;

    private readonly CorruptionKind<TRow, TInput> kind;
    private readonly RowCodebook codebook;
    private readonly FittedCorruption? fitted;

    public CorruptedRowsCollector(CorruptionKind<TRow, TInput> kind, CountScope scope) : base(kind.Numbers, scope, ((FittedCorruption?)scope.Fitted)?.Means.Dimension ?? 0)
    {
        this.kind = kind;
        codebook = kind.Codebook!;
        fitted = (FittedCorruption?)scope.Fitted;
    }

    /// <inheritdoc/>
    /// <exception cref="FeatureValueException">A number, scaled where that is declared, is above 1e15 in magnitude.</exception>
    /// <exception cref="CodebookException">There are fewer distinct views than codewords.</exception>
    public override ObservedPart<TInput> Finish()
    {
        var points = Store.Points();
        var scaler = fitted is null && kind.IsStandardised ? FeatureScaler.Of(points) : fitted?.Scaler;

        // Of the numbers as they came: scaled ones depend on the other inputs, and on their order by rounding.
        var contents = new ulong[points.Rows];
        for (var x = 0; x < contents.Length; x++) contents[x] = ContentHash.Of(Row(points, x));
        scaler?.Apply(points);
        RequireSingle(points);
        var state = fitted ?? Learn(scaler, points, contents);
        var codewords = new DictionaryAlphabet<Codeword>();
        for (var codeword = 0; codeword < state.Means.Count; codeword++) codewords.Number(new(codeword));
        var pairs = Pairs(points, contents, state);
        var part = (ObservedPart<TInput, Codeword>)PartFinish.Of(Scope, new(), Store.Inputs, codewords, pairs, null, null);
        return new ObservedPart<TInput, Codeword>(part.Inputs, part.Variables, part.Table, Store.Summary()) { Estimation = kind.Estimation, Fitted = state };
    }

    /// <exception cref="FeatureValueException">A number is too large to be compared in single precision.</exception>
    private void RequireSingle(Block<double> points)
    {
        for (var i = 0; i < points.Values.Length; i++)
            if (!(Math.Abs(points.Values[i]) <= LargestSingle)) throw FeatureValueException.At(Scope, Store.FirstEvent(i / points.Width), i % points.Width, points.Values[i], LargestSingle);
    }

    private FittedCorruption Learn(FeatureScaler? scaler, Block<double> points, ulong[] contents)
    {
        var corruption = new RowCorruption(kind.Corruption, points);
        var draws = kind.Corruption.Drawn.Draws;
        var all = (long)points.Rows * draws;
        var looked = (int)Math.Min(all, (long)ViewsPerCodeword * codebook.Codewords);
        var views = new float[ArrayLimit.Checked((long)looked * points.Width, "numbers of views to learn a codebook from")];
        Partition.ForRows(looked, Scope.Threads, Scope.CancellationToken, (first, end) =>
        {
            for (var i = first; i < end; i++)
            {
                // Evenly spaced, so that every input has its share.
                var (x, draw) = Math.DivRem(i * all / looked, draws);
                corruption.View(Row(points, (int)x), contents[x], (int)draw, views.AsSpan(i * points.Width, points.Width));
            }
        });
        var means = KMeans.Learn(
            views, points.Width, codebook.Codewords, codebook.Seed, Scope.Threads, distinct => CodebookException.TooFew("views of rows", codebook.Codewords, distinct, looked), Scope.CancellationToken);
        return new(scaler, corruption, means);
    }

    /// <summary>The share of each input's views that are each codeword, in ascending order.</summary>
    private PairEntry[] Pairs(Block<double> points, ulong[] contents, FittedCorruption state)
    {
        var draws = kind.Corruption.Drawn.Draws;
        var numbers = ArrayLimit.Checked((long)draws * points.Width, "numbers in the views of one input");
        var pieces = new List<PairEntry>[Partition.Ranges(points.Rows)];
        var progress = LawProgress.Of(Scope, kind.Corruption.Step, points.Rows);
        Partition.ForRows(points.Rows, Scope.Threads, Scope.CancellationToken, (first, end) =>
        {
            var piece = pieces[first / Partition.Rows] = [];
            var views = new float[numbers];
            var nearest = new int[draws];
            for (var x = first; x < end; x++)
            {
                for (var draw = 0; draw < draws; draw++) state.Corruption.View(Row(points, x), contents[x], draw, views.AsSpan(draw * points.Width, points.Width));
                state.Means.Nearest(views, nearest);
                Array.Sort(nearest);
                for (int start = 0, next = 0; start < draws; start = next)
                {
                    while (next < draws && nearest[next] == nearest[start]) next++;
                    piece.Add(new(PairEntry.KeyOf(x, nearest[start]), (double)(next - start) / draws));
                }
            }
            progress?.Add(end - first);
        });
        return [.. pieces.SelectMany(piece => piece)];
    }

    private static ReadOnlySpan<double> Row(Block<double> points, int x) => points.Values.AsSpan(x * points.Width, points.Width);
}
