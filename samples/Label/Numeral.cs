/// <summary>A handwritten digit.</summary>
/// <param name="Id">Number of the line.</param>
/// <param name="Pixels">8 × 8 shades of grey, 0 to 16.</param>
/// <param name="Digit">Which digit it is; null where nobody has said.</param>
public sealed record Numeral(int Id, double[] Pixels, int? Digit)
{
    /// <summary>The pixels for a probe.</summary>
    public float[] Shades => Array.ConvertAll(Pixels, shade => (float)shade);
}
