using System.Collections.Generic;
using System.Globalization;
using System.Text;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Writes the shape of a tree from its model, in the grammar of <c>ContextureDsl.Tree.Shape</c>.</summary>
internal static class ShapeWriter
{
    /// <summary>The shape of a whole.</summary>
    public static string Of(ContextModel tree, IReadOnlyList<PartModel> parts)
    {
        var text = new StringBuilder();
        Append(text, tree, parts, []);
        return text.ToString();
    }

    public static string OfObserved(
        SourceModel source, IReadOnlyList<SelectorModel> filters, SelectorModel input, bool inputMany, SelectorModel variable, bool variableMany, SelectorModel? weight, SelectorModel? time)
    {
        var text = new StringBuilder(variableMany ? "OM(" : "O(");
        AppendInput(text, source, filters, input, inputMany);
        Append(text.Append(','), variable).Append(',').Append(variable.Result.ShapeText);
        if (weight is not null) Append(text.Append(",W"), weight);
        if (time is not null) Append(text.Append(",T"), time);
        return text.Append(')').ToString();
    }

    /// <param name="source">The source.</param>
    /// <param name="filters">Predicates, outermost last.</param>
    /// <param name="input">X, where the chain starts from one.</param>
    /// <param name="steps">The steps with their lambdas over a row.</param>
    /// <param name="weight">Weight.</param>
    public static string OfKind(
        SourceModel source, IReadOnlyList<SelectorModel> filters, SelectorModel? input, IEnumerable<(string Name, IReadOnlyList<SelectorModel> Selectors)> steps, SelectorModel? weight)
    {
        var text = new StringBuilder("K(");
        if (input is null) AppendRows(text, source, filters);
        else AppendInput(text, source, filters, input, inputMany: false);
        foreach (var (name, selectors) in steps)
        {
            text.Append('|').Append(name);
            foreach (var selector in selectors) Append(text.Append(':'), selector).Append(',').Append(selector.Result.ShapeText);
        }
        if (weight is not null) Append(text.Append(",W"), weight);
        return text.Append(')').ToString();
    }

    /// <param name="text">The shape so far.</param>
    /// <param name="node">What is appended.</param>
    /// <param name="parts">The parts of the declaration.</param>
    /// <param name="leaves">The leaves so far: one that stands in the tree twice is written once.</param>
    private static void Append(StringBuilder text, ContextModel node, IReadOnlyList<PartModel> parts, HashSet<int> leaves)
    {
        if (node is LeafModel leaf)
        {
            text.Append(leaves.Add(leaf.Leaf) ? parts[leaf.Part].Shape : "@" + leaf.Leaf.ToString(CultureInfo.InvariantCulture));
            return;
        }
        text.Append(NameOf(node)).Append('(');
        var isFirst = true;
        foreach (var child in node.Children)
        {
            if (!isFirst) text.Append(',');
            isFirst = false;
            Append(text, child, parts, leaves);
        }
        text.Append(')');
    }

    private static string NameOf(ContextModel node) => node switch
    {
        WalkModel walk => "T" + walk.Name,
        SmoothModel => "M",
        ConvexModel convex => convex.IsLearnt ? "XM" : "X",
        AverageModel => "A",
        ConvolveModel => "C",
        JointModel => "J",
        _ => "N",
    };

    private static void AppendInput(StringBuilder text, SourceModel source, IReadOnlyList<SelectorModel> filters, SelectorModel input, bool inputMany)
    {
        AppendRows(text.Append(inputMany ? "IM(" : "I("), source, filters);
        Append(text.Append(','), input).Append(',').Append(input.Result.ShapeText).Append(')');
    }

    private static void AppendRows(StringBuilder text, SourceModel source, IReadOnlyList<SelectorModel> filters)
    {
        for (var i = 0; i < filters.Count; i++) text.Append("F(");
        text.Append('S').Append(source.Ordinal.ToString(CultureInfo.InvariantCulture)).Append('<').Append(source.Row.ShapeText).Append('>');
        foreach (var filter in filters) Append(text.Append(','), filter).Append(')');
    }

    private static StringBuilder Append(StringBuilder text, SelectorModel selector) =>
        text.Append(selector.Text.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(selector.Text);
}
