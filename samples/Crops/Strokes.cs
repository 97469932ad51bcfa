using ContextureDsl;

/// <summary>A digit is seen with its crops: X is the digit, A a kind of 8 × 8 patch and where it was, one of 4 × 4 places. The crops at every second pixel are all there, so nothing is drawn.</summary>
[Contexture(Rank = 64, Tolerance = 1e-4)]
public sealed partial class Strokes : Contexture<int, Codeword>.From<Digit>
{
    private const double Share = 8.0 * 8 / (28 * 28);

    protected override Context<int, Codeword> Define(Events<Digit> digits) =>
        digits.Input(d => d.Number)
              .EveryCrop(d => d.Image, Share, step: 2)
              .Quantise(Codebook.Patches(side: 8, codewords: 1024, places: 4, contrast: true));
}
