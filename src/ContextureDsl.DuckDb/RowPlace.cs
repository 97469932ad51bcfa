using System.Globalization;

namespace ContextureDsl.DuckDb;

/// <summary>Where a row stands in its file, in words. Computed only for a message: it reads the text up to there once more.</summary>
internal static class RowPlace
{
    /// <summary>The place of a row of the table.</summary>
    /// <param name="source">The file.</param>
    /// <param name="row">Position among the rows, from 0, the header not counted.</param>
    /// <param name="columns">Number of columns: a blank line is a row (of one missing field) only where there is one column.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static string OfRow(TableSource source, long row, int columns, CancellationToken cancellationToken)
    {
        if (!source.IsDelimited) return Numbered(source, "row", row + 1);
        using var text = source.OpenText();
        text.Next();
        for (var seen = -1L; text.Next();)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (columns > 1 && text.IsBlank) continue;
            if (++seen == row) return Numbered(source, "line", text.Line);
        }
        return Numbered(source, "row", row + 1);
    }

    /// <summary>The place of a record as the engine counts them: from 1, with the header and with blank lines.</summary>
    public static string OfRecord(TableSource source, long record, CancellationToken cancellationToken)
    {
        using var text = source.OpenText();
        for (var seen = 0L; text.Next();)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++seen == record) return Numbered(source, "line", text.Line);
        }
        return Numbered(source, "record", record);
    }

    private static string Numbered(TableSource source, string unit, long number) => string.Create(CultureInfo.InvariantCulture, $"'{source.Path}', {unit} {number}");
}
