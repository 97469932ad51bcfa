using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace ContextureDsl.DuckDb;

/// <summary>Says in our words what the engine found wrong, and on which line.</summary>
internal static partial class EngineFailure
{
    private const int LongestExcerpt = 120;

    /// <summary>The exception that the caller should see.</summary>
    public static ContextureException Explain(TableSource source, DuckDBException failure, CancellationToken cancellationToken)
    {
        var message = failure.Message;
        if (failure.ErrorType == DuckDBErrorType.OutOfMemory || message.StartsWith("Out of Memory", StringComparison.Ordinal))
            return new TableMemoryException($"Counting '{source.Path}' needs more memory or temporary disk space than allowed. Raise the memory limit, free space in the temporary folder, or use fewer threads. The engine says: {FirstLine(failure)}", failure);
        if (message.Contains(Engine.TemporaryPrefix, StringComparison.Ordinal))
            return new TableMemoryException($"Counting '{source.Path}' does not fit into the memory allowed, and the temporary folder cannot be written. Raise the memory limit, or name a folder with room. The engine says: {FirstLine(failure)}", failure);
        if (source.IsDelimited && RecordPattern().Match(message) is { Success: true } record)
            return Malformed(source, failure, long.Parse(record.Groups[1].Value, CultureInfo.InvariantCulture), cancellationToken);
        if (message.Contains("state machine reached an invalid state", StringComparison.Ordinal))
            return new TableFormatException($"'{source.Path}' is not a table in one dialect: the engine lost its place. The usual cause is a file with line ends of two kinds (\\r\\n and \\n), the next one a stray quote. Write the file with one kind of line end (for instance with dos2unix) and quote by doubling, as RFC 4180 says.", failure);
        if (message.Contains("GZIP", StringComparison.OrdinalIgnoreCase))
            return new TableFormatException($"'{source.Path}' is not a sound gzip file. Compress it again, or drop .gz from its name if it is not compressed. The engine says: {FirstLine(failure)}", failure);
        if (source.Kind == TableKind.Parquet)
            return new TableFormatException($"'{source.Path}' cannot be read as Parquet: it is truncated, damaged, or something else under this name. Write it again. The engine says: {FirstLine(failure)}", failure);
        return new TableAccessException($"'{source.Path}' cannot be read to its end. The engine says: {FirstLine(failure)}", failure);
    }

    /// <summary>The engine's message without its suggestions, which are about its own options.</summary>
    public static string FirstLine(DuckDBException failure) => failure.Message.Split('\n', 2)[0].Trim();

    private static TableFormatException Malformed(TableSource source, DuckDBException failure, long record, CancellationToken cancellationToken)
    {
        var place = RowPlace.OfRecord(source, record, cancellationToken);
        var excerpt = Excerpt(failure.Message);
        if (FieldsPattern().Match(failure.Message) is { Success: true } fields)
        {
            var rule = source.Kind == TableKind.TabSeparated
                ? "A tab inside a field is not possible in a .tsv file; write such a table as .csv"
                : "Put a field that holds a comma or a line end in double quotes";
            return new($"{place} has {Fields(fields.Groups[2].Value)}, the header {Fields(fields.Groups[1].Value)}. Every line must have as many fields as the header. {rule}; mend or remove the line: {excerpt}", failure);
        }
        if (failure.Message.Contains("unterminated quote", StringComparison.Ordinal))
            return new($"{place} has a quote that is not closed, or is followed by more text. A quoted field ends with a quote, and a quote inside it is doubled. Mend the line: {excerpt}", failure);
        if (failure.Message.Contains("unicode", StringComparison.OrdinalIgnoreCase))
            return new($"{place} is not UTF-8. Text files must be UTF-8; convert the file, for instance with: iconv -f LATIN1 -t UTF-8", failure);
        return new($"{place} cannot be parsed. Mend the line: {excerpt} The engine says: {Finding(failure.Message)}", failure);
    }

    private static string Fields(string count) => count == "1" ? "1 field" : count + " fields";

    private static string Excerpt(string message)
    {
        var line = LinePattern().Match(message) is { Success: true } match ? match.Groups[1].Value.Trim() : "";
        return "\"" + (line.Length <= LongestExcerpt ? line : line[..LongestExcerpt] + "…") + "\"";
    }

    private static string Finding(string message) =>
        message.Split('\n').SkipWhile(line => !line.StartsWith("Original Line", StringComparison.Ordinal)).Skip(1).FirstOrDefault(line => line.Trim().Length > 0)?.Trim() ?? message.Split('\n')[0];

    [GeneratedRegex(@"CSV Error on Line: (\d+)")]
    private static partial Regex RecordPattern();

    [GeneratedRegex(@"Expected Number of Columns: (\d+) Found: (\d+)")]
    private static partial Regex FieldsPattern();

    [GeneratedRegex(@"Original Line:\s*([^\n]*)")]
    private static partial Regex LinePattern();
}
