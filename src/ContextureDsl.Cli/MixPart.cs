using ContextureDsl.DuckDb;

namespace ContextureDsl.Cli;

/// <summary>A part of a mix: a context in a table.</summary>
/// <param name="Name">The column of the context; with its file where several parts have one of this name, and with the path as written where files do too.</param>
/// <param name="File">Path as written.</param>
/// <param name="Columns">Which column holds what.</param>
internal sealed record MixPart(string Name, string File, TableColumns Columns)
{
    /// <summary>One part for every file and each of its contexts.</summary>
    /// <param name="files">The files.</param>
    /// <param name="inputs">A column for each file, or one for all.</param>
    /// <param name="contexts">Columns with commas between them, for each file, or once for all.</param>
    /// <param name="weights">A column for each file, or one for all; none, or "-", where rows count once.</param>
    public static IReadOnlyList<MixPart> Of(IReadOnlyList<string> files, IReadOnlyList<string> inputs, IReadOnlyList<string> contexts, IReadOnlyList<string> weights)
    {
        var parts = new List<MixPart>();
        for (var i = 0; i < files.Count; i++)
            foreach (var context in Of(contexts, i)!.Split(','))
                parts.Add(new(context, files[i], new(Of(inputs, i)!, context, Of(weights, i) is "-" ? null : Of(weights, i))));
        return Numbered(ToldApart(ToldApart(parts, part => $"{Path.GetFileName(part.File)}:{part.Columns.Variable}"), part => $"{part.File}:{part.Columns.Variable}"));
    }

    /// <summary>Says more of those parts that have one name.</summary>
    private static MixPart[] ToldApart(IReadOnlyList<MixPart> parts, Func<MixPart, string> more)
    {
        var twice = parts.GroupBy(part => part.Name).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return [.. parts.Select(part => twice.Contains(part.Name) ? part with { Name = more(part) } : part)];
    }

    /// <summary>One column of one file, with other inputs or other weights.</summary>
    private static MixPart[] Numbered(MixPart[] parts) =>
        [.. parts.Select((part, i) => parts.Take(i).Count(other => other.Name == part.Name) is > 0 and var before ? part with { Name = FormattableString.Invariant($"{part.Name} ({before + 1})") } : part)];

    private static string? Of(IReadOnlyList<string> texts, int file) => texts.Count switch
    {
        0 => null,
        1 => texts[0],
        _ => texts[file],
    };
}
