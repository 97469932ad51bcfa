using System.Collections.Generic;
using System.Linq;
using ContextureDsl.Compiler.Model;
using ContextureDsl.Generators.Planning;

namespace ContextureDsl.Generators.Emitting;

/// <summary>
/// Writes the struct that reads a row for a context of another kind than counted pairs. The library's counter is generic in it, so that the selectors stand in the loop over the
/// rows; a selector that could not be transplanted is the delegate of the real tree.
/// </summary>
public static class RowReaderWriter
{
    /// <summary>The type of the part's node in the real tree.</summary>
    public static string NodeType(KindPlan part) => $"global::ContextureDsl.Tree.KindNode<{part.Types}>";

    /// <summary>The nested struct.</summary>
    public static void Write(SourceWriter writer, KindPlan part)
    {
        var kind = part.Kind;
        var filters = Enumerable.Range(0, kind.Filters.Count)
            .Select(i => new RowSelector("Keeps" + CSharpLiteral.Of(i + 1), "keeps" + CSharpLiteral.Of(i + 1), "bool", $"node.Filters()[{CSharpLiteral.Of(i)}]", kind.Filters[i]))
            .ToList();
        var first = new RowSelector("First", "firstOf", kind.First.Result.Code, "node.FirstOf", kind.First);
        var second = kind.Second is null ? null : new RowSelector("Second", "secondOf", kind.Second.Result.Code, "node.SecondOf!", kind.Second);
        var weight = kind.Weight is null ? null : new RowSelector("Weight", "weightOf", "double", "node.WeightOf!", kind.Weight);
        var delegates = filters.Concat(new[] { weight, first, second }.OfType<RowSelector>()).Where(selector => selector.Model.Inlined is null).ToList();
        var secondType = second?.Result ?? "global::ContextureDsl.Tree.None";
        using (writer.Block($"private readonly struct {part.Reader} : global::ContextureDsl.Observation.IRowReader<{part.Row}, {first.Result}, {secondType}>"))
        {
            WriteDelegates(writer, part, delegates);
            writer.Write("#nullable disable warnings // The selectors were checked where they are declared; a null is refused by the collector.");
            writer.Write($"public bool Keeps({part.Row} row) => {(filters.Count == 0 ? "true" : string.Join(" && ", filters.Select(filter => filter.Call)))};").Blank();
            writer.Write($"public double Weight({part.Row} row) => {weight?.Expression ?? "1"};").Blank();
            writer.Write($"public {first.Result} First({part.Row} row) => {first.Expression};").Blank();
            writer.Write($"public {secondType} Second({part.Row} row) => {second?.Expression ?? "default"};");
            foreach (var filter in filters.Where(filter => filter.Model.Inlined is not null))
                writer.Blank().Write($"private static bool {filter.Method}({part.Row} row) => {filter.Model.Inlined};");
            writer.Write("#nullable restore warnings");
        }
    }

    private static void WriteDelegates(SourceWriter writer, KindPlan part, IReadOnlyList<RowSelector> delegates)
    {
        if (delegates.Count == 0) return;
        foreach (var selector in delegates)
            writer.Write($"private readonly global::System.Func<{part.Row}, {selector.Result}> {selector.Field}; // {CSharpLiteral.Comment(selector.Model.Delegated ?? "")}");
        using (writer.Blank().Block($"public {part.Reader}({NodeType(part)} node)"))
            foreach (var selector in delegates) writer.Write($"{selector.Field} = {selector.OfNode};");
        writer.Blank();
    }

    /// <summary>A selector with the names it gets.</summary>
    private sealed record RowSelector(string Method, string Field, string Result, string OfNode, SelectorModel Model)
    {
        /// <summary>As the body of a method that gives its result.</summary>
        public string Expression => Model.Inlined ?? $"{Field}(row)";

        /// <summary>As a call.</summary>
        public string Call => (Model.Inlined is null ? Field : Method) + "(row)";
    }
}
