using System.Collections.Generic;
using System.Globalization;
using System.Text;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Writes the shape of a tree from its model, in the grammar of <c>ContextureDsl.Tree.Shape</c>.</summary>
internal static class ShapeWriter
{
    public static string Of(ContextModel tree)
    {
        switch (tree)
        {
            case ObservedModel observed:
                return observed.Shape;
            case ConvexModel convex:
                var text = new StringBuilder("X(");
                for (var i = 0; i < convex.Parts.Count; i++)
                {
                    if (i > 0) text.Append(',');
                    text.Append(Of(convex.Parts[i].Context));
                }
                return text.Append(')').ToString();
            default:
                return "";
        }
    }

    public static string OfObserved(
        SourceModel source, IReadOnlyList<SelectorModel> filters, SelectorModel input, bool inputMany, SelectorModel variable, bool variableMany, SelectorModel? weight, SelectorModel? time)
    {
        var text = new StringBuilder(variableMany ? "OM(" : "O(").Append(inputMany ? "IM(" : "I(");
        for (var i = 0; i < filters.Count; i++) text.Append("F(");
        text.Append('S').Append(source.Ordinal.ToString(CultureInfo.InvariantCulture)).Append('<').Append(source.Row.ShapeText).Append('>');
        foreach (var filter in filters) Append(text.Append(','), filter).Append(')');
        Append(text.Append(','), input).Append(',').Append(input.Result.ShapeText).Append(')');
        Append(text.Append(','), variable).Append(',').Append(variable.Result.ShapeText);
        if (weight is not null) Append(text.Append(",W"), weight);
        if (time is not null) Append(text.Append(",T"), time);
        return text.Append(')').ToString();
    }

    private static StringBuilder Append(StringBuilder text, SelectorModel selector) =>
        text.Append(selector.Text.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(selector.Text);
}
