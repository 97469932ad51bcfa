namespace ContextureDsl.Observation;

/// <summary>The values that columns have, and how many rows have each.</summary>
/// <param name="scaler">How columns were scaled; null where they were not.</param>
/// <param name="values">By column: its distinct values, ascending.</param>
/// <param name="shares">By column: the share of the rows that have each value.</param>
internal sealed class FittedColumns(FeatureScaler? scaler, double[][] values, double[][] shares) : FittedState
{
    public FeatureScaler? Scaler => scaler;

    public double[][] Values => values;

    public double[][] Shares => shares;
}
