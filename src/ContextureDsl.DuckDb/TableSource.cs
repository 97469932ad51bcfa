using System.IO.Compression;

namespace ContextureDsl.DuckDb;

/// <summary>A file, how it is written, and how to say so to the engine.</summary>
internal sealed class TableSource
{
    private static readonly Dictionary<string, (TableKind Kind, bool Compressed)> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = (TableKind.CommaSeparated, false),
        [".tsv"] = (TableKind.TabSeparated, false),
        [".parquet"] = (TableKind.Parquet, false),
        [".csv.gz"] = (TableKind.CommaSeparated, true),
        [".tsv.gz"] = (TableKind.TabSeparated, true),
    };

    private TableSource(string path, TableKind kind, bool isCompressed)
    {
        Path = path;
        Kind = kind;
        IsCompressed = isCompressed;
    }

    /// <summary>The path as the caller wrote it, for messages.</summary>
    public string Path { get; }

    public TableKind Kind { get; }

    public bool IsCompressed { get; }

    public bool IsDelimited => Kind != TableKind.Parquet;

    private char Delimiter => Kind == TableKind.TabSeparated ? '\t' : ',';

    private char? Quote => Kind == TableKind.TabSeparated ? null : '"';

    /// <exception cref="TableKindException">The extension is not one of those that are read.</exception>
    /// <exception cref="TableNotFoundException">There is no such file.</exception>
    public static TableSource Of(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        var extension = System.IO.Path.GetExtension(name);
        if (extension.Equals(".gz", StringComparison.OrdinalIgnoreCase)) extension = System.IO.Path.GetExtension(System.IO.Path.GetFileNameWithoutExtension(name)) + extension;
        if (Directory.Exists(path)) throw new TableNotFoundException($"'{path}' is a folder. A table is one file; name a file in it.");
        if (!File.Exists(path)) throw new TableNotFoundException($"There is no file '{path}' (looked in {System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))}). Check the path and its spelling.");
        if (Extensions.TryGetValue(extension, out var known)) return new(path, known.Kind, known.Compressed);
        throw new TableKindException(
            $"The extension of '{path}' is '{extension}'. Tables are read from {string.Join(", ", Extensions.Keys)}. Rename the file if it is one of these, or convert it.");
    }

    /// <summary>Opens the text of a delimited file, decompressed.</summary>
    public DelimitedReader OpenText()
    {
        Stream stream = File.OpenRead(Path);
        return new(IsCompressed ? new GZipStream(stream, CompressionMode.Decompress) : stream, Delimiter, Quote);
    }

    /// <summary>
    /// The table function of the engine. Everything is said explicitly, because what the engine would guess from the first rows decides what a key is:
    /// "007" and "7" are different keys, an unquoted empty field is a missing one, a quoted empty field is an empty text.
    /// </summary>
    /// <param name="columns">Number of columns, which are called c0, c1, … so that no name can clash or mislead.</param>
    public string Scan(int columns)
    {
        // Names with wildcards are names here: a bracket makes each of them stand for itself.
        var file = Sql.Text(System.IO.Path.GetFullPath(Path).Replace("[", "[[]", StringComparison.Ordinal).Replace("*", "[*]", StringComparison.Ordinal).Replace("?", "[?]", StringComparison.Ordinal));
        if (!IsDelimited) return $"read_parquet({file}, hive_partitioning=false)";
        var types = string.Join(", ", Enumerable.Range(0, columns).Select(i => $"'c{i}': 'VARCHAR'"));
        var quote = Sql.Text(Quote?.ToString() ?? "");
        // Binding reads one buffer and cannot be interrupted, so the buffer is smaller than the engine's own 32 MB.
        return $"read_csv({file}, auto_detect=false, header=true, delim={Sql.Text(Delimiter.ToString())}, quote={quote}, escape={quote}, comment='', nullstr='', "
            + $"allow_quoted_nulls=false, compression='{(IsCompressed ? "gzip" : "none")}', hive_partitioning=false, buffer_size=8000000, columns={{{types}}})";
    }
}
