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
}
