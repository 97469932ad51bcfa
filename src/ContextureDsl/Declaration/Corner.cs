using System.Globalization;

namespace ContextureDsl;

/// <summary>One of the r + 1 abstract context values of a teacher with r functions: a corner of a regular simplex. It stands for nothing that was seen, and is of another type than any input.</summary>
/// <param name="Number">From 0 to r.</param>
public readonly record struct Corner(int Number)
{
    /// <summary>The number.</summary>
    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no number.</exception>
    public static Corner Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
