namespace ContextureDsl.Conformance.Kinds;

/// <summary>A row of the random data for images: a square picture in few shades of grey.</summary>
/// <param name="Id">X of crops.</param>
/// <param name="Side">Pixels along a side.</param>
/// <param name="Pixels">Side · side bytes.</param>
/// <param name="Words">What is said of it.</param>
/// <param name="Weight">How much the row counts; may be zero.</param>
public sealed record Snapshot(int Id, int Side, byte[] Pixels, string[] Words, double Weight)
{
    /// <summary>The picture.</summary>
    public Raster Image => new(Pixels, Side, Side);
}
