using System.Globalization;
using ContextureDsl.Observation;
using DuckDB.NET.Data;

namespace ContextureDsl.DuckDb;

/// <summary>One run of <see cref="Table.Count"/>: load the columns, look for rows that are wrong, group, and take the groups over in the order in which they were first seen.</summary>
/// <remarks>
/// The rows are loaded into a table of the engine first: its row numbers are the order of the file whatever the number of threads, which gives both the order
/// of the groups and the line of a row that is wrong, and costs less than numbering the rows while grouping.
/// </remarks>
internal sealed class TableCounting(
    TableSource source, TableColumns columns, TableOptions options, Engine engine, IProgress<LearnProgress>? progress, CancellationToken cancellationToken)
{
    private const string Number = "TRY_CAST(w AS DOUBLE)";

    private readonly CountScope scope = new(
        options.Duplicates, null, options.MinimumCount, options.MinimumCount, $"'{source.Path}'", $"column '{columns.Input}'", $"column '{columns.Variable}'",
        columns.Weight is null ? null : $"column '{columns.Weight}'");

    private bool IsWeighted => columns.Weight is not null;

    public ObservedPart<string, string> Run()
    {
        var schema = TableSchema.Of(source, engine);
        Load(schema);
        var weightless = Check(schema);
        if (options.Duplicates == Duplicates.Reject) RequireDistinct(schema);
        return Group(weightless);
    }

    private void Load(TableSchema schema)
    {
        var selected = $"{schema.Key(columns.Input, "input")} AS x, {schema.Key(columns.Variable, "context")} AS a" + (columns.Weight is { } weight ? $", {schema.Weight(weight)} AS w" : "");
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var check = source.IsCompressed ? Task.Run(() => GzipCheck.IsSound(source.Path, abandon.Token), abandon.Token) : Task.FromResult(true);
        try
        {
            engine.Execute($"CREATE TEMP TABLE loaded AS SELECT {selected} FROM {source.Scan(schema.Names.Count)}", Tell("reading"));
        }
        catch (DuckDBException) when (source.IsCompressed && !Sound(check))
        {
            throw Damaged();
        }
        catch
        {
            abandon.Cancel();
            throw;
        }
        if (!Sound(check)) throw Damaged();
    }

    private bool Sound(Task<bool> check) => check.WaitAsync(cancellationToken).GetAwaiter().GetResult();

    private TableFormatException Damaged() =>
        new($"'{source.Path}' is damaged or cut short: what it unpacks to does not have the length and checksum that gzip stored at its end. Fetch or compress the file again.");

    private long Check(TableSchema schema)
    {
        var weight = IsWeighted
            ? $", min(rowid) FILTER (NOT coalesce({Number} >= 0 AND isfinite({Number}), false)), count(*) FILTER ({Number} = 0)"
            : ", NULL::BIGINT, 0::BIGINT";
        (long? NoInput, long? NoVariable, long? BadWeight, long Weightless) found = default;
        engine.Read($"SELECT min(rowid) FILTER (x IS NULL), min(rowid) FILTER (a IS NULL){weight} FROM loaded",
            row => found = (Optional(row, 0), Optional(row, 1), Optional(row, 2), row.GetInt64(3)));
        var first = new[] { found.NoInput, found.NoVariable, found.BadWeight }.Min();
        if (first is not { } wrong) return found.Weightless;
        var place = RowPlace.OfRow(source, wrong, schema.Names.Count, cancellationToken);
        if (wrong == found.NoInput) throw MissingKey(place, "input", columns.Input);
        if (wrong == found.NoVariable) throw MissingKey(place, "context value", columns.Variable);
        throw BadWeight(place, wrong);
    }

    private static NullKeyException MissingKey(string place, string what, string column) =>
        new($"{place} has no {what}: the field '{column}' is missing. Every row needs both keys, since a missing one could not be looked up afterwards. Remove the row, or give it a value (a quoted empty field \"\" is the empty text).");

    private InvalidWeightException BadWeight(string place, long row)
    {
        string? value = null;
        engine.Read($"SELECT CAST(w AS VARCHAR) FROM loaded WHERE rowid = {row.ToString(CultureInfo.InvariantCulture)}", reader => value = reader.IsDBNull(0) ? null : reader.GetString(0));
        var found = value is null ? "no weight" : $"the weight \"{value}\"";
        return new($"{place} has {found} in the field '{columns.Weight}'. A weight is a finite number that is not negative, written with a decimal point; zero means that the row is not there. Correct or remove the row.");
    }

    private void RequireDistinct(TableSchema schema)
    {
        var counted = IsWeighted ? $" WHERE {Number} > 0" : "";
        (string Input, string Variable, long First, long Second)? twice = null;
        engine.Read($"SELECT x, a, rows[1], rows[2] FROM (SELECT x, a, min(rowid, 2) AS rows FROM loaded{counted} GROUP BY x, a HAVING count(*) > 1) ORDER BY rows[2] LIMIT 1",
            row => twice = (row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3)), Tell("counting"));
        if (twice is not { } pair) return;
        var second = RowPlace.OfRow(source, pair.Second, schema.Names.Count, cancellationToken);
        var first = RowPlace.OfRow(source, pair.First, schema.Names.Count, cancellationToken);
        throw new DuplicatePairException($"{second} has the pair ({pair.Input}, {pair.Variable}), which {first} has too. Duplicates are rejected. Remove one of the rows, or say what it means: sum, once, largest or mean.");
    }

    private ObservedPart<string, string> Group(long weightless)
    {
        var inputs = new HashAlphabet<string, StringKeys>();
        var variables = new HashAlphabet<string, StringKeys>();
        var pairs = new CountedPairs<string, string>(inputs, variables, scope);
        var groups = IsWeighted
            ? $"SELECT x, a, count(*) AS n, d, min(r) AS first FROM (SELECT x, a, {Number} AS d, rowid AS r FROM loaded) WHERE d > 0 GROUP BY x, a, d"
            : "SELECT x, a, count(*) AS n, 1.0::DOUBLE AS d, min(rowid) AS first FROM loaded GROUP BY x, a";
        engine.Read($"SELECT x, a, n, d FROM ({groups}) ORDER BY first",
            row => pairs.Add(inputs.Number(row.GetString(0)), variables.Number(row.GetString(1)), row.GetDouble(3), row.GetInt64(2)), Tell("counting"));
        return pairs.Finish(weightless);
    }

    private Action<double>? Tell(string stage)
    {
        if (progress is null) return null;
        var name = stage + " " + Path.GetFileName(source.Path);
        Report(0);
        return Report;

        void Report(double share) => progress.Report(new(name, (long)(100 * share), 100, double.NaN));
    }

    private static long? Optional(DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
