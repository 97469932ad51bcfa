using System.Globalization;
using System.Text;

namespace ContextureDsl.Tree;

/// <summary>The canonical text of a declaration: values included, names left out, lambda parameters renamed, nested convex mixes flattened.</summary>
internal static class TreePrinter
{
    public static string Print(Node node)
    {
        var text = new StringBuilder();
        Print(text, node, 0);
        return text.ToString().TrimEnd('\n');
    }

    private static void Print(StringBuilder text, Node node, int depth)
    {
        switch (node)
        {
            case SourceNode source:
                Line(text, depth, $"source {source.Ordinal} of {TypeText.Of(source.Row)}");
                break;
            case FilterNode filter:
                Print(text, filter.Rows, depth);
                Line(text, depth, $"where {filter.Predicate.CanonicalText}");
                break;
            case InputNode input:
                Line(text, depth, $"{(input.Many ? "inputs" : "input")} {input.Selector.CanonicalText} : {TypeText.Of(input.Selector.Result)}");
                Print(text, input.Rows, depth + 1);
                break;
            case ObservedNode observed:
                Print(text, observed, depth);
                break;
            case NamedNode named:
                Print(text, named.Context, depth);
                break;
            case ConvexNode convex:
                Print(text, PartList.Of(convex), depth);
                break;
        }
    }

    /// <summary>A mix of one part is that part. Shares have 15 digits, so that the rounding of a nested mix does not show.</summary>
    private static void Print(StringBuilder text, IReadOnlyList<(double Share, ObservedNode Part)> parts, int depth)
    {
        if (parts.Count == 1)
        {
            Print(text, parts[0].Part, depth);
            return;
        }
        Line(text, depth, "convex");
        foreach (var (share, part) in parts)
        {
            Line(text, depth + 1, $"share {share.ToString("G15", CultureInfo.InvariantCulture)}");
            Print(text, part, depth + 2);
        }
    }

    private static void Print(StringBuilder text, ObservedNode observed, int depth)
    {
        Line(text, depth, $"observed {(observed.Many ? "contexts" : "context")} {observed.Variable.CanonicalText} : {TypeText.Of(observed.Variable.Result)}");
        if (observed.Weight is { } weight) Line(text, depth + 1, $"weight {weight.CanonicalText}");
        if (observed.Time is { } time) Line(text, depth + 1, $"time {time.CanonicalText}");
        if (observed.HalfLife is { } halfLife) Line(text, depth + 1, $"half-life {halfLife.ToString("c", CultureInfo.InvariantCulture)}");
        if (observed.Duplicates is { } duplicates) Line(text, depth + 1, $"duplicates {duplicates}");
        if (observed.MinimumInput is { } input) Line(text, depth + 1, $"minimum input count {input.ToString(CultureInfo.InvariantCulture)}");
        if (observed.MinimumVariable is { } variable) Line(text, depth + 1, $"minimum context count {variable.ToString(CultureInfo.InvariantCulture)}");
        Print(text, observed.Input, depth + 1);
    }

    private static void Line(StringBuilder text, int depth, string line) => text.Append(' ', 2 * depth).Append(line).Append('\n');
}
