using System.Globalization;

namespace ContextureDsl.Mixing;

/// <summary>A term with its share in a combination.</summary>
internal sealed class WeighedTerm
{
    public WeighedTerm(double weight, MixTerm term)
    {
        Weight = weight;
        Term = term;
    }

    /// <summary>w: positive; the weights of a combination sum to one.</summary>
    public double Weight { get; }

    public MixTerm Term { get; }

    public override string ToString() => Weight.ToString("R", CultureInfo.InvariantCulture) + " " + Term.Text;
}
