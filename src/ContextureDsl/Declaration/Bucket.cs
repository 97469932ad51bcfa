using System.Globalization;

namespace ContextureDsl;

/// <summary>A half-open interval [from, to) of numbers, as a context value: coarse enough to be seen again. The outermost ones have no end.</summary>
/// <param name="From">The least number in it; −∞ where it has no beginning.</param>
/// <param name="To">The number it ends before; +∞ where it has no end.</param>
public readonly record struct Bucket(double From, double To)
{
    /// <summary>The bucket of a number on a grid: [origin + k·width, origin + (k + 1)·width). Needs no data, so it serves in any selector.</summary>
    /// <exception cref="InvalidNumberException">The number is NaN or infinite.</exception>
    /// <exception cref="DeclarationException">The width is not positive and finite, or the origin is not finite.</exception>
    public static Bucket OnGrid(double value, double width, double origin = 0)
    {
        if (!(width > 0) || !double.IsFinite(width) || !double.IsFinite(origin))
            throw new DeclarationException(FormattableString.Invariant($"Bucket.OnGrid has the width {width} and the origin {origin}. A width is positive, and both are finite. Correct them."));
        if (!double.IsFinite(value)) throw InvalidNumberException.InBucket(value, "Bucket.OnGrid");
        var step = Math.Floor((value - origin) / width);

        // A quotient may round to the next whole number: the interval decides.
        if (value < origin + (step * width)) step--;
        else if (value >= origin + ((step + 1) * width)) step++;
        return new(origin + (step * width), origin + ((step + 1) * width));
    }

    /// <summary>The bucket of a number between ascending edges: below the first, between two, from the last on. Needs no data, so it serves in any selector.</summary>
    /// <exception cref="InvalidNumberException">The number is NaN.</exception>
    public static Bucket Between(double value, params ReadOnlySpan<double> edges)
    {
        if (double.IsNaN(value)) throw InvalidNumberException.InBucket(value, "Bucket.Between");
        var passed = 0;
        for (var high = edges.Length; passed < high;)
        {
            var middle = (passed + high) >>> 1;
            if (edges[middle] <= value) passed = middle + 1;
            else high = middle;
        }
        return new(passed == 0 ? double.NegativeInfinity : edges[passed - 1], passed == edges.Length ? double.PositiveInfinity : edges[passed]);
    }

    /// <summary>The interval, for instance <c>[1.5, 3)</c>, <c>(-∞, 1.5)</c> or <c>[3, ∞)</c>; the same under every culture.</summary>
    public override string ToString() => $"{(double.IsNegativeInfinity(From) ? "(-∞" : "[" + Text(From))}, {(double.IsPositiveInfinity(To) ? "∞" : Text(To))})";

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
