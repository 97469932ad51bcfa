using ContextureDsl.Kernels;
using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>1/K on the K nearest, and its mean over masks.</summary>
internal static class NearestRows
{
    /// <summary>Finds the neighbours under every mask and counts how often each was one.</summary>
    /// <remarks>Memory: 4 bytes for each point, mask and neighbour besides the pairs.</remarks>
    public static LawRows Of(NearestLaw law, FeatureQuery query)
    {
        var points = query.Training.Rows;
        if (law.Count >= points) throw new DeclarationException(FormattableString.Invariant($"{law.Step}({law.Count}) asks for {law.Count} neighbours, but there are {points} inputs ({query.Scope.Input} of {query.Scope.Source}). The count is less than the number of inputs; with all of them as neighbours the context would say nothing of an input. Ask for at most {points - 1}, or learn from more events."));
        ArrayLimit.Checked(NearestSearch.PackedNumbers(points, query.Training.Width), "numbers of points to search in");
        var masks = MaskedColumns.Of(law.Masks, query.Training.Width, law.Step);
        var perRow = (long)law.Count * masks.Length;
        LawAssembly.RequireRoom(query, law.Step, perRow * query.Points.Rows);
        var found = new int[query.Points.Rows * perRow];
        var progress = LawProgress.Of(query.Scope, law.Step, (long)masks.Length * query.Points.Rows);
        for (var mask = 0; mask < masks.Length; mask++)
        {
            var search = new NearestSearch(query.Training, query.Points, masks[mask]);
            var nearest = search.Find(law.Count, law.IncludeSelf ? null : query.Selves, query.Scope.Threads, progress is null ? null : progress.Add, query.Scope.CancellationToken);
            for (var x = 0; x < query.Points.Rows; x++) nearest.AsSpan(x * law.Count, law.Count).CopyTo(found.AsSpan((int)(x * perRow + mask * law.Count)));
        }
        return Counted(found, query.Points.Rows, (int)perRow);
    }

    /// <summary>P(a|x) = how often a is among the entries of x, divided by their number.</summary>
    private static LawRows Counted(int[] found, int rows, int perRow)
    {
        var offsets = new int[rows + 1];
        var pairs = 0;
        for (var x = 0; x < rows; x++)
        {
            var row = found.AsSpan(x * perRow, perRow);
            row.Sort();
            for (var i = 0; i < perRow; i++)
                if (i == 0 || row[i] != row[i - 1]) pairs++;
            offsets[x + 1] = pairs;
        }
        var (columns, weights) = (new int[pairs], new double[pairs]);
        var next = -1;
        for (var x = 0; x < rows; x++)
        {
            var row = found.AsSpan(x * perRow, perRow);
            for (var i = 0; i < perRow; i++)
            {
                if (i == 0 || row[i] != row[i - 1]) columns[++next] = row[i];
                weights[next]++;
            }
        }
        for (var i = 0; i < pairs; i++) weights[i] /= perRow;
        return new(offsets, columns, weights);
    }
}
