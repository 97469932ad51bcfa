using System.Globalization;

namespace ContextureDsl;

/// <summary>A word of a learnt codebook, such as a kind of patch, and where it was seen.</summary>
/// <param name="Index">Number of the codeword, from 0.</param>
/// <param name="Place">Cell of a coarse grid, from 1, row by row; 0 where the place is not told.</param>
public readonly record struct Codeword(int Index, int Place = 0)
{
    /// <summary>The number, and after an @ the place if there is one.</summary>
    public override string ToString() => Place == 0
        ? Index.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Index}@{Place}");

    /// <summary>Reads what <see cref="ToString"/> wrote, for instance from a file: <c>KeyText.For(word => word.ToString(), Codeword.Parse)</c>.</summary>
    /// <exception cref="FormatException">The text is not one or two numbers with an @ between them.</exception>
    public static Codeword Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at < 0
            ? new(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture))
            : new(int.Parse(text.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
