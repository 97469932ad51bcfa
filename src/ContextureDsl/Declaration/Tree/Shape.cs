using System.Globalization;
using System.Text;

namespace ContextureDsl.Tree;

/// <summary>
/// The structure of a declaration as text: node kinds, source ordinals, selector texts and types, but no values (weights, half-lives,
/// minimum counts) and no names. Compiled code carries the shape it was written for and runs only when the tree has the same one,
/// so a wrong reading of the source costs speed and never changes meaning.
/// </summary>
/// <remarks>
/// Grammar; texts carry their length so that nothing needs escaping:
/// <c>S{ordinal}&lt;{row}&gt;</c> source · <c>F({rows},{text})</c> filter · <c>I</c> or <c>IM({rows},{text},{type})</c> input or several ·
/// <c>O</c> or <c>OM({input},{text},{type}[,W{text}][,T{text}])</c> observed with one or several values, weight, time ·
/// <c>K({rows or input}(|{step}(:{text},{type})*)+[,W{text}])</c> another kind: its steps with their lambdas over a row, weight · <c>P</c> pairs counted elsewhere · <c>T{step}({context})</c> a walk ·
/// <c>X({part},…)</c> convex, <c>XM</c> with learnt weights · <c>A({part},…)</c> average · <c>C({factor},…)</c> convolve · <c>M({context})</c> smooth · <c>J({context},{context})</c> joint · <c>N({part},…)</c> concatenation ·
/// <c>@{k}</c> the k-th distinct leaf again.
/// </remarks>
public static class Shape
{
    /// <summary>The shape of a whole declaration or of one part.</summary>
    public static string Of(Node node)
    {
        var text = new StringBuilder();
        Append(text, node, []);
        return text.ToString();
    }

    /// <param name="text">The shape so far.</param>
    /// <param name="node">What is appended.</param>
    /// <param name="leaves">The leaves so far: one that stands in the tree twice is written once.</param>
    private static void Append(StringBuilder text, Node node, List<PartNode> leaves)
    {
        if (node is PartNode leaf)
        {
            var known = leaves.FindIndex(other => ReferenceEquals(other, leaf));
            if (known >= 0)
            {
                text.Append('@').Append(known.ToString(CultureInfo.InvariantCulture));
                return;
            }
            leaves.Add(leaf);
        }
        switch (node)
        {
            case SourceNode source:
                text.Append('S').Append(source.Ordinal.ToString(CultureInfo.InvariantCulture)).Append('<').Append(TypeText.Of(source.Row)).Append('>');
                break;
            case FilterNode filter:
                text.Append("F(");
                Append(text, filter.Rows, leaves);
                Append(text.Append(','), filter.Predicate);
                text.Append(')');
                break;
            case InputNode input:
                text.Append(input.Many ? "IM(" : "I(");
                Append(text, input.Rows, leaves);
                Append(text.Append(','), input.Selector);
                text.Append(',').Append(TypeText.Of(input.Selector.Result)).Append(')');
                break;
            case ObservedNode observed:
                text.Append(observed.Many ? "OM(" : "O(");
                Append(text, observed.Input, leaves);
                Append(text.Append(','), observed.Variable);
                text.Append(',').Append(TypeText.Of(observed.Variable.Result));
                if (observed.Weight is { } weight) Append(text.Append(",W"), weight);
                if (observed.Time is { } time) Append(text.Append(",T"), time);
                text.Append(')');
                break;
            case KindNode kind:
                Append(text, kind, leaves);
                break;
            case CountedNode:
                text.Append('P');
                break;
            case NamedNode named:
                Append(text, named.Context, leaves);
                break;
            case WalkNode walk:
                Append(text, "T" + walk.Name, [walk.Context], leaves);
                break;
            case SmoothNode smooth:
                Append(text, "M", [smooth.Context], leaves);
                break;
            case ConvexNode convex:
                Append(text, convex.Rule is null ? "X" : "XM", convex.Parts.Select(part => part.Context), leaves);
                break;
            case AverageNode average:
                Append(text, "A", average.Parts.Select(part => part.Context), leaves);
                break;
            case ConvolveNode convolve:
                Append(text, "C", convolve.Factors, leaves);
                break;
            case JointNode joint:
                Append(text, "J", [joint.First, joint.Second], leaves);
                break;
            case ConcatenationNode concatenation:
                Append(text, "N", concatenation.Parts, leaves);
                break;
        }
    }

    private static void Append(StringBuilder text, string mix, IEnumerable<ContextNode> contexts, List<PartNode> leaves)
    {
        text.Append(mix).Append('(');
        var isFirst = true;
        foreach (var context in contexts)
        {
            if (!isFirst) text.Append(',');
            isFirst = false;
            Append(text, context, leaves);
        }
        text.Append(')');
    }

    private static void Append(StringBuilder text, KindNode kind, List<PartNode> leaves)
    {
        text.Append("K(");
        Append(text, kind.Before, leaves);
        foreach (var step in kind.Steps)
        {
            text.Append('|').Append(step.Name);
            foreach (var selector in step.Selectors)
            {
                Append(text.Append(':'), selector);
                text.Append(',').Append(TypeText.Of(selector.Result));
            }
        }
        if (kind.Weight is { } weight) Append(text.Append(",W"), weight);
        text.Append(')');
    }

    private static void Append(StringBuilder text, Selector selector) =>
        text.Append(selector.Text.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(selector.Text);
}
