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
            case CountedNode counted:
                Line(text, depth, $"counted {counted.Name}");
                break;
            case PartNode part:
                Print(text, part, depth);
                break;
            case NamedNode named:
                Print(text, named.Context, depth);
                break;
            case WalkNode walk when WalkedPart.Of(walk) is { } walked:
                Line(text, depth, $"walk: {walked.Walk}");
                Print(text, walked.Part, depth + 1);
                break;
            case WalkNode walk:
                Line(text, depth, $"walk: {walk.Law}");
                Print(text, walk.Context, depth + 1);
                break;
            case SmoothNode smooth:
                Line(text, depth, "smooth");
                Print(text, smooth.Context, depth + 1);
                break;
            case ConvexNode convex:
                Print(text, convex.Rule is { } rule ? $"min max, rounds {rule.Rounds}, rate {rule.Rate.ToString("R", CultureInfo.InvariantCulture)}" : "convex", Shares.Flattened(convex), depth);
                break;
            case AverageNode average:
                var shares = Shares.Of("Mix.Average", average.Parts);
                Print(text, "average", [.. average.Parts.Select((part, i) => (shares[i], part.Context)).Where(part => part.Item1 > 0)], depth);
                break;
            case ConvolveNode convolve:
                Print(text, "convolve", convolve.Factors, depth);
                break;
            case JointNode joint:
                Print(text, "joint", [joint.First, joint.Second], depth);
                break;
            case ConcatenationNode concatenation:
                Print(text, "concatenate", concatenation.Parts, depth);
                break;
        }
    }

    /// <summary>A mix of one part is that part. Shares have 15 digits, so that the rounding of a nested mix does not show.</summary>
    private static void Print(StringBuilder text, string mix, IReadOnlyList<(double Share, ContextNode Context)> parts, int depth)
    {
        if (parts.Count == 1)
        {
            Print(text, parts[0].Context, depth);
            return;
        }
        Line(text, depth, mix);
        foreach (var (share, context) in parts)
        {
            Line(text, depth + 1, $"share {share.ToString("G15", CultureInfo.InvariantCulture)}");
            Print(text, context, depth + 2);
        }
    }

    private static void Print(StringBuilder text, string mix, IReadOnlyList<ContextNode> contexts, int depth)
    {
        if (contexts.Count == 1)
        {
            Print(text, contexts[0], depth);
            return;
        }
        Line(text, depth, mix);
        foreach (var context in contexts) Print(text, context, depth + 1);
    }

    private static void Print(StringBuilder text, PartNode part, int depth)
    {
        if (part is KindNode kind) PrintSteps(text, kind, depth);
        var observed = part as ObservedNode;
        if (observed is not null) Line(text, depth, $"observed {(observed.Many ? "contexts" : "context")} {observed.Variable.CanonicalText} : {TypeText.Of(observed.Variable.Result)}");
        if (part.Weight is { } weight) Line(text, depth + 1, $"weight {weight.CanonicalText}");
        if (observed?.Time is { } time) Line(text, depth + 1, $"time {time.CanonicalText}");
        if (part.HalfLife is { } halfLife) Line(text, depth + 1, $"half-life {halfLife.ToString("c", CultureInfo.InvariantCulture)}");
        if (part.Duplicates is { } duplicates) Line(text, depth + 1, $"duplicates {duplicates}");
        if (part.MinimumInput is { } input) Line(text, depth + 1, $"minimum input count {input.ToString(CultureInfo.InvariantCulture)}");
        if (part.MinimumVariable is { } variable) Line(text, depth + 1, $"minimum context count {variable.ToString(CultureInfo.InvariantCulture)}");
        Print(text, observed?.Input ?? ((KindNode)part).Before, depth + 1);
    }

    /// <summary>The last step says what it is, the steps before it what that is made of.</summary>
    private static void PrintSteps(StringBuilder text, KindNode kind, int depth)
    {
        Line(text, depth, $"{Spoken(kind.Steps[^1].Name)}, {kind.Estimation}");
        Print(text, kind.Steps[^1], depth + 1);
        foreach (var step in kind.Steps.SkipLast(1).Concat(kind.Options))
        {
            Line(text, depth + 1, Spoken(step.Name));
            Print(text, step, depth + 2);
        }
    }

    private static void Print(StringBuilder text, KindStep step, int depth)
    {
        foreach (var selector in step.Selectors) Line(text, depth, $"of {selector.CanonicalText} : {TypeText.Of(selector.Result)}");
        foreach (var (name, value) in step.Values) Line(text, depth, $"{Spoken(name)} {(value is IFormattable number ? number.ToString(value is double or float ? "R" : null, CultureInfo.InvariantCulture) : value)}");
    }

    /// <summary>A name of the program as words: <c>MaskedNearest</c> is "masked nearest".</summary>
    private static string Spoken(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0) words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }
        return words.ToString();
    }

    private static void Line(StringBuilder text, int depth, string line) => text.Append(' ', 2 * depth).Append(line).Append('\n');
}
