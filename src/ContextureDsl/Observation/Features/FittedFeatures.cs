using ContextureDsl.Kernels;

namespace ContextureDsl.Observation;

/// <summary>What new rows of features are compared with.</summary>
/// <param name="scaler">How columns were scaled; null where they were not.</param>
/// <param name="inputs">The inputs that were learnt from.</param>
/// <param name="points">Their features, scaled.</param>
internal sealed class FittedFeatures<TInput>(FeatureScaler? scaler, Alphabet<TInput> inputs, Block<double> points) : FittedState
    where TInput : notnull
{
    public FeatureScaler? Scaler => scaler;

    public Alphabet<TInput> Inputs => inputs;

    public Block<double> Points => points;
}
