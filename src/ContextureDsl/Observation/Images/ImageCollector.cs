using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>Keeps the images; in the end learns the codebook from them, unless it is known, and counts for each input how often its views are which codeword.</summary>
/// <remarks>
/// P(a|x) is the share of the views of x that are a, P_X the share of the rows' weight. Memory: a copy of all images and 8 bytes a view.
/// </remarks>
/// <param name="kind">The codebook and which views are taken.</param>
/// <param name="scope">The policies of this call.</param>
internal sealed class ImageCollector<TInput>(ImageKind<TInput> kind, CountScope scope) : Collector<TInput, Raster, TInput>
    where TInput : notnull
{
    private readonly PairAccumulator<TInput, Codeword> pairs =
        new(new HashAlphabet<TInput, DefaultKeys<TInput>>(), new HashAlphabet<Codeword, BitsKeys<Codeword>>(), scope.Adding("How many views of an image are the same codeword is what is learnt: their weights are added."));

    private readonly ImageStore images = new();
    private readonly List<(TInput Input, double Weight, long Index)> rows = [];
    private double weight;
    private long index;

    /// <inheritdoc/>
    public override void AddFiltered() => pairs.AddFiltered();

    /// <inheritdoc/>
    public override bool Accepts(double weight, long index)
    {
        this.weight = weight;
        this.index = index;
        return pairs.Accepts(weight, index);
    }

    /// <inheritdoc/>
    public override void Add(TInput first, Raster second)
    {
        if (first is null) throw pairs.NullInput();
        images.Add(second, FormattableString.Invariant($"The image of event {index} of {scope.Source} ({KeyLabel(first)})"));
        rows.Add((first, weight, index));
    }

    /// <inheritdoc/>
    /// <exception cref="CodebookException">There are fewer distinct patches than codewords.</exception>
    public override ObservedPart<TInput> Finish()
    {
        if (images.Count == 0) return pairs.Finish();
        var codebook = scope.Fitted as LearntPatches ?? LearntPatches.Learn(kind.Codebook, kind.Crops, images, scope);
        var codewords = codebook.Encode(images, scope);
        for (var row = 0; row < rows.Count; row++)
        {
            pairs.Accepts(rows[row].Weight, rows[row].Index);
            pairs.AddEach([rows[row].Input], codewords[row]);
        }
        return ((ObservedPart<TInput, Codeword>)pairs.Finish()).As(kind.Estimation, codebook);
    }

    private static string KeyLabel(TInput input) => FormattableString.Invariant($"{input}");
}
