namespace ContextureDsl.DuckDb;

/// <summary>How a table is written.</summary>
internal enum TableKind
{
    /// <summary>Comma-separated values as in RFC 4180: fields with commas, quotes or line ends stand in double quotes.</summary>
    CommaSeparated,

    /// <summary>Tab-separated values as registered with IANA: no quoting; a field holds neither tab nor line end, and a quote is a character like any other.</summary>
    TabSeparated,

    /// <summary>Apache Parquet.</summary>
    Parquet,
}
