using ContextureDsl.Kernels;
using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>Draws the masks over the columns.</summary>
internal static class MaskedColumns
{
    /// <summary>The visible columns of every mask, ascending; all columns, once, where there are no masks.</summary>
    /// <remarks>
    /// Every mask hides the same number of columns: the share of them to the nearest whole number, at least one, and not all. Uniform over the subsets of this
    /// size (Fisher–Yates), from the seed only.
    /// </remarks>
    /// <exception cref="DeclarationException">There is one column only.</exception>
    public static int[][] Of(ColumnMasks? masks, int columns, string step)
    {
        int[] all = [.. Enumerable.Range(0, columns)];
        if (masks is null) return [all];
        if (columns < 2) throw new DeclarationException($"{step} hides columns, but the feature rows have one column, so that nothing would be left to compare. Give the rows at least two columns, or use the law without masks.");
        var hidden = Math.Clamp((int)Math.Round(masks.Hidden * columns, MidpointRounding.AwayFromZero), 1, columns - 1);
        var random = new SplitMix(masks.Seed);
        var visible = new int[masks.Count][];
        for (var mask = 0; mask < visible.Length; mask++)
        {
            for (var i = 0; i < hidden; i++)
            {
                var other = i + random.Next(columns - i);
                (all[i], all[other]) = (all[other], all[i]);
            }
            visible[mask] = all[hidden..];
            Array.Sort(visible[mask]);
        }
        return visible;
    }
}
