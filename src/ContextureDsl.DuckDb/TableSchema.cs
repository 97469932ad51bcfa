namespace ContextureDsl.DuckDb;

/// <summary>The columns of a table: what people call them, what the engine calls them, and their types.</summary>
internal sealed class TableSchema
{
    private readonly TableSource source;
    private readonly IReadOnlyList<string> types;

    private TableSchema(TableSource source, IReadOnlyList<string> names, IReadOnlyList<string> types)
    {
        this.source = source;
        this.types = types;
        Names = names;
    }

    /// <summary>The names in the order of the file.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Reads the header of a text file, or the schema of a Parquet file.</summary>
    public static TableSchema Of(TableSource source, Engine engine)
    {
        if (source.IsDelimited)
        {
            var header = Header(source);
            return new(source, header, [.. header.Select(_ => "VARCHAR")]);
        }
        var (names, types) = (new List<string>(), new List<string>());
        engine.Read($"DESCRIBE SELECT * FROM {source.Scan(0)}", row =>
        {
            names.Add(row.GetString(0));
            types.Add(row.GetString(1));
        });
        return new(source, names, types);
    }

    /// <summary>How the engine refers to the column that holds keys, as text.</summary>
    public string Key(string name, string role)
    {
        var index = IndexOf(name, role);
        if (types[index].EndsWith(']') || types[index].StartsWith("STRUCT", StringComparison.Ordinal) || types[index].StartsWith("MAP", StringComparison.Ordinal) || types[index].StartsWith("UNION", StringComparison.Ordinal))
            throw new ColumnTypeException($"The {role} column '{name}' of '{source.Path}' has the type {types[index]}. A key is a single value. Write one row for each value of the list, or choose another column.");
        return types[index] == "VARCHAR" ? Reference(index) : $"CAST({Reference(index)} AS VARCHAR)";
    }

    /// <summary>How the engine refers to the column of the weight, in its own type.</summary>
    public string Weight(string name)
    {
        var index = IndexOf(name, "weight");
        var type = types[index].Split('(')[0];
        if (type is "VARCHAR" or "BOOLEAN" or "FLOAT" or "DOUBLE" or "DECIMAL" || type.EndsWith("INT", StringComparison.Ordinal) || type.EndsWith("INTEGER", StringComparison.Ordinal)) return Reference(index);
        throw new ColumnTypeException($"The weight column '{name}' of '{source.Path}' has the type {types[index]}. A weight is a number. Choose a numeric column, or leave the weight out to count every row once.");
    }

    private string Reference(int index) => source.IsDelimited ? "c" + index.ToString(System.Globalization.CultureInfo.InvariantCulture) : Sql.Name(Names[index]);

    private int IndexOf(string name, string role)
    {
        var found = Enumerable.Range(0, Names.Count).Where(i => Names[i] == name).ToList();
        if (found.Count == 1) return found[0];
        if (found.Count > 1) throw new TableFormatException($"The header of '{source.Path}' names {found.Count} columns '{name}'. It cannot be known which one is the {role}; rename all but one of them.");
        var nearest = NearestColumn.Find(name, Names);
        var hint = nearest is null ? "Name one of these." : $"Did you mean '{nearest}'?";
        throw new ColumnNotFoundException(
            $"'{source.Path}' has no column '{name}' for the {role}. It has {string.Join(", ", Names.Select(column => $"'{column}'"))}. Upper and lower case and spaces count. {hint}{Suspicion()}", name, Names, nearest);
    }

    /// <summary>A single column that looks like several is a file with another delimiter than its extension says.</summary>
    private string Suspicion()
    {
        if (Names.Count > 1 || !source.IsDelimited) return "";
        var other = new[] { ';', '\t', ',', '|' }.FirstOrDefault(candidate => Names[0].Contains(candidate));
        return other switch
        {
            default(char) => "",
            '\t' => " The header is separated by tabs: name the file .tsv.",
            ',' => " The header is separated by commas: name the file .csv.",
            _ => $" The header seems to be separated by '{other}': write the file with commas (.csv) or tabs (.tsv).",
        };
    }

    private static List<string> Header(TableSource source)
    {
        RequireText(source);
        using var text = source.OpenText();
        var fields = new List<string>();
        if (!text.Next(fields)) throw new TableFormatException($"'{source.Path}' is empty. The first line must name the columns, and at least one row must follow.");
        return text.IsBlank
            ? throw new TableFormatException($"'{source.Path}', line 1 is blank. The first line must name the columns. Remove the blank line, or write a header.")
            : fields;
    }

    /// <summary>Bytes that say that the file is something else than its name.</summary>
    private static void RequireText(TableSource source)
    {
        Span<byte> start = stackalloc byte[4];
        using var file = File.OpenRead(source.Path);
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        start = start[..read];
        if (source.IsCompressed && read > 0 && !start.StartsWith<byte>([0x1F, 0x8B])) throw new TableFormatException($"'{source.Path}' is not gzip: it does not begin with the bytes 1F 8B. Compress it, or drop .gz from its name.");
        if (source.IsCompressed) return;
        if (start.StartsWith<byte>([0x1F, 0x8B])) throw new TableFormatException($"'{source.Path}' is gzip: it begins with the bytes 1F 8B. Add .gz to its name.");
        if (start.SequenceEqual("PAR1"u8)) throw new TableFormatException($"'{source.Path}' is Parquet: it begins with PAR1. Name it .parquet.");
        if (start.StartsWith<byte>([0xFF, 0xFE]) || start.StartsWith<byte>([0xFE, 0xFF])) throw new TableFormatException($"'{source.Path}' is UTF-16: it begins with a byte order mark of that encoding. Text files must be UTF-8; convert it, for instance with: iconv -f UTF-16 -t UTF-8");
    }
}
