namespace ContextureDsl.Mixing;

/// <summary>Weights by the min–max rule: wⱼ ← wⱼ exp(η zⱼ), normalised, z the standardised losses. The mean over the rounds is the answer, because the rounds themselves go around the saddle point.</summary>
/// <param name="count">How many parts there are.</param>
/// <param name="rate">η.</param>
/// <param name="rounding">What rounding may leave between equal losses, relative to them.</param>
internal sealed class MinMaxWeights(int count, double rate, double rounding)
{
    private readonly double[] sums = new double[count];
    private double[] weights = [.. Enumerable.Repeat(1.0 / count, count)];
    private int rounds;

    /// <summary>The weights of the next round.</summary>
    public IReadOnlyList<double> Current => weights;

    /// <summary>The mean of the weights of all rounds so far.</summary>
    public double[] Mean => [.. sums.Select(sum => sum / rounds)];

    /// <summary>Ends a round.</summary>
    /// <param name="losses">lⱼ under the current weights.</param>
    public void Advance(IReadOnlyList<double> losses)
    {
        rounds++;
        for (var j = 0; j < sums.Length; j++) sums[j] += weights[j];
        var mean = losses.Average();
        var deviation = Math.Sqrt(losses.Average(loss => (loss - mean) * (loss - mean)));
        // Equal losses are what the rule looks for; rounding is no reason to leave them.
        if (deviation <= rounding * Math.Abs(mean)) return;
        var moved = weights.Select((weight, j) => weight * Math.Exp(rate * (losses[j] - mean) / deviation)).ToArray();
        var total = moved.Sum();
        weights = Array.ConvertAll(moved, weight => weight / total);
    }
}
