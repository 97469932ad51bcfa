using ContextureDsl.Observation;

namespace ContextureDsl.Mixing;

/// <summary>New rows of two contexts as rows of both at once: an input must be seen with both.</summary>
/// <param name="parts">The rows of the declared parts; null where a part has none.</param>
/// <param name="names">Their names.</param>
/// <param name="limit">Bytes that the pairs may need.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class SeenAtOnce<TInput>(IReadOnlyList<ObservedPart<TInput>?> parts, IReadOnlyList<string> names, long limit, CancellationToken cancellationToken)
    where TInput : notnull
{
    /// <summary>The rows of the parts that are made of others, in their order; null where there are none.</summary>
    public IReadOnlyList<ObservedPart<TInput>?> Of(IReadOnlyList<DerivedPart> derived)
    {
        var all = parts.ToList();
        foreach (var part in derived) all.Add(part.First >= 0 && part.Second >= 0 && all[part.First] is { } first && all[part.Second] is { } second ? Joined(part, first, second) : null);
        return all.GetRange(parts.Count, derived.Count);
    }

    private ObservedPart<TInput>? Joined(DerivedPart part, ObservedPart<TInput> first, ObservedPart<TInput> second)
    {
        var inputs = new HashAlphabet<TInput, DefaultKeys<TInput>>();
        var rows = new List<(int First, int Second)>();
        for (var x = 0; x < first.Inputs.Count; x++)
        {
            if (!second.Inputs.TryIndex(first.Inputs[x], out var row)) continue;
            inputs.Number(first.Inputs[x]);
            rows.Add((x, row));
        }
        return rows.Count == 0 ? null : JointRows.Of(
            part.Node, inputs, Rows(first.Table, [.. rows.Select(row => row.First)]), Rows(second.Table, [.. rows.Select(row => row.Second)]), (first.VariableAlphabet, second.VariableAlphabet),
            (Name(part.First), Name(part.Second)), limit, first.Summary, cancellationToken);
    }

    private string Name(int part) => part < names.Count ? names[part] : "what is seen at once";

    private static LawTable Rows(PairTable table, int[] rows)
    {
        var law = LawTable.Of(table, []);
        var offsets = new int[rows.Length + 1];
        for (var i = 0; i < rows.Length; i++) offsets[i + 1] = offsets[i] + law.Offsets[rows[i] + 1] - law.Offsets[rows[i]];
        var (columns, probabilities) = (new int[offsets[^1]], new double[offsets[^1]]);
        for (var i = 0; i < rows.Length; i++)
        {
            law.Columns.AsSpan(law.Offsets[rows[i]], offsets[i + 1] - offsets[i]).CopyTo(columns.AsSpan(offsets[i]));
            law.Probabilities.AsSpan(law.Offsets[rows[i]], offsets[i + 1] - offsets[i]).CopyTo(probabilities.AsSpan(offsets[i]));
        }
        return new(offsets, columns, probabilities, []);
    }
}
