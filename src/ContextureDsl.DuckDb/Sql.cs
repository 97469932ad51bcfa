namespace ContextureDsl.DuckDb;

/// <summary>Writes names and texts so that the engine reads them as such.</summary>
internal static class Sql
{
    /// <summary>A text literal.</summary>
    public static string Text(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>The name of a column.</summary>
    public static string Name(string value) => "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
