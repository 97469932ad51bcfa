namespace ContextureDsl.DuckDb;

/// <summary>Finds the column that a name was probably meant to be.</summary>
internal static class NearestColumn
{
    /// <summary>
    /// The column that differs in case or surrounding space only, otherwise the shortest that contains the name or is contained in it, otherwise the one of smallest edit
    /// distance within half of the name's length; null where nothing resembles it.
    /// </summary>
    public static string? Find(string name, IReadOnlyList<string> columns)
    {
        var wanted = Plain(name);
        if (wanted.Length == 0) return null;
        return columns.FirstOrDefault(column => Plain(column) == wanted)
            ?? columns.Where(column => Contain(Plain(column), wanted)).MinBy(column => column.Length)
            ?? Closest(wanted, columns);
    }

    private static string Plain(string name) => name.Trim().ToUpperInvariant();

    private static bool Contain(string column, string wanted) =>
        column.Contains(wanted, StringComparison.Ordinal) || (column.Length > 1 && wanted.Contains(column, StringComparison.Ordinal));

    private static string? Closest(string wanted, IReadOnlyList<string> columns)
    {
        string? closest = null;
        var within = (wanted.Length / 2) + 1;
        foreach (var column in columns)
        {
            var plain = Plain(column);
            var distance = EditDistance.Of(wanted, plain, new int[plain.Length + 1]);
            if (distance >= within) continue;
            within = distance;
            closest = column;
        }
        return closest;
    }
}
