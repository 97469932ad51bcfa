namespace ContextureDsl.Tree;

/// <summary>How far apart two rows of features are.</summary>
public enum FeatureDistance
{
    /// <summary>Σⱼ (xⱼ − aⱼ)².</summary>
    SquaredEuclidean,

    /// <summary>Σⱼ |xⱼ − aⱼ|.</summary>
    CityBlock,
}
