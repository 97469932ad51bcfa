namespace Samples.Probe;

/// <summary>What a probe got right, on average over several divisions.</summary>
/// <param name="Choosing">On the things that chose its strength: what to choose an embedding by.</param>
/// <param name="Judged">On the things that nothing was chosen by.</param>
/// <param name="Error">The standard error of the latter: deviation over the divisions / √(their number).</param>
public readonly record struct Score(double Choosing, double Judged, double Error)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Judged:F3} ± {Error:F3}");
}
