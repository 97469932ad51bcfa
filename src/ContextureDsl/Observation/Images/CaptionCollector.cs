using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>Keeps images and tokens; in the end learns the codebook from the images, unless it is known, and pairs the codewords of each image with its tokens.</summary>
/// <param name="kind">The codebook.</param>
/// <param name="scope">The policies of this call.</param>
internal sealed class CaptionCollector<TToken>(CaptionKind<TToken> kind, CountScope scope) : Collector<Raster, IEnumerable<TToken>, Codeword>
    where TToken : notnull
{
    private readonly PairAccumulator<Codeword, TToken> pairs =
        new(new HashAlphabet<Codeword, BitsKeys<Codeword>>(), new HashAlphabet<TToken, DefaultKeys<TToken>>(), scope.Adding("How many patches of an image are the same codeword is what is learnt: their weights are added."));

    private readonly ImageStore images = new();
    private readonly List<(TToken[] Tokens, double Weight, long Index)> rows = [];
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
    /// <exception cref="EmptyCaptionException">There is no token.</exception>
    public override void Add(Raster first, IEnumerable<TToken> second)
    {
        TToken[] tokens = [.. second ?? throw pairs.NullVariables()];
        if (tokens.Length == 0) throw EmptyCaptionException.At(scope, index);
        foreach (var token in tokens) _ = token ?? throw pairs.NullVariable();
        images.Add(first, FormattableString.Invariant($"The image of event {index} of {scope.Source}"));
        rows.Add((tokens, weight, index));
    }

    /// <inheritdoc/>
    /// <exception cref="CodebookException">There are fewer distinct patches than codewords.</exception>
    public override ObservedPart<Codeword> Finish()
    {
        if (images.Count == 0) return pairs.Finish();
        var codebook = scope.Fitted as LearntPatches ?? LearntPatches.Learn(kind.Codebook, null, images, scope);
        var codewords = codebook.Encode(images, scope);
        for (var row = 0; row < rows.Count; row++)
        {
            pairs.Accepts(rows[row].Weight, rows[row].Index);
            pairs.AddEach(codewords[row], rows[row].Tokens);
        }
        return ((ObservedPart<Codeword, TToken>)pairs.Finish()).As(kind.Estimation, codebook);
    }
}
