namespace ContextureDsl.Observation;

/// <summary>What new rows are corrupted by and looked up in.</summary>
/// <param name="scaler">How columns were scaled; null where they were not.</param>
/// <param name="corruption">Ranges and marginals of the training rows.</param>
/// <param name="means">The codewords.</param>
internal sealed class FittedCorruption(FeatureScaler? scaler, RowCorruption corruption, KMeans means) : FittedState
{
    public FeatureScaler? Scaler => scaler;

    public RowCorruption Corruption => corruption;

    public KMeans Means => means;
}
