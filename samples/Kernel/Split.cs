using ContextureDsl;
using Samples.Probe;

/// <summary>One division of the wines: some teach without their quality, some of these have been tasted, and the rest is judged.</summary>
public sealed class Split
{
    private const int Taught = 2500;
    private const int Tasted = 300;
    private const int Validation = 150;

    private readonly Wine[] taught;
    private readonly Wine[] judged;

    /// <summary>Divides at random, by the seed only.</summary>
    public Split(Wine[] wines, int seed)
    {
        var order = (Wine[])wines.Clone();
        new Random(seed).Shuffle(order);
        taught = order[..Taught];
        judged = order[Taught..];
    }

    /// <summary>What the experiment is, in a sentence.</summary>
    public static string Describe(int wines) => FormattableString.Invariant(
        $"{Taught:N0} wines teach without their quality, {Tasted} of them have been tasted (and {Validation} more to choose the penalty); judged on the {wines - Taught:N0} others");

    /// <summary>The wines that teach.</summary>
    public IReadOnlyList<Wine> Wines => taught;

    /// <summary>Learns a context from the wines that teach, embeds the others by their measurements, and judges both by one probe.</summary>
    public double Judge(Contexture<int, int>.From<Wine> declaration)
    {
        var learned = declaration.Learn(taught);
        var others = declaration.EmbedNew(learned, judged);
        return Judge(wine => learned.Encoder.Contains(wine.Id) ? learned.Encoder[wine.Id].ToArray() : others[wine.Id]);
    }

    /// <summary>R² on the wines that are judged: the share of the variance of their quality that a ridge probe explains.</summary>
    public double Judge(Func<Wine, float[]> features)
    {
        var (tasted, validation) = (taught[..Tasted], taught[Tasted..(Tasted + Validation)]);
        var probe = RidgeProbe.FitValidated(Array.ConvertAll(tasted, w => features(w)), Quality(tasted), Array.ConvertAll(validation, w => features(w)), Quality(validation));
        var mean = judged.Average(wine => wine.Quality);
        var variance = judged.Average(wine => (wine.Quality - mean) * (wine.Quality - mean));
        return 1 - probe.MeanSquaredError(Array.ConvertAll(judged, w => features(w)), Quality(judged)) / variance;
    }

    private static float[][] Quality(Wine[] wines) => Array.ConvertAll(wines, wine => new[] { wine.Quality });
}
