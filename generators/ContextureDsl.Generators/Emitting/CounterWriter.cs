using System.Collections.Generic;
using System.Linq;
using ContextureDsl.Compiler.Model;
using ContextureDsl.Generators.Planning;

namespace ContextureDsl.Generators.Emitting;

/// <summary>
/// Writes the counter of a part: its alphabets, its selectors as methods over a row, and what one row adds. A selector that could not be transplanted is the
/// delegate of the real tree; the rest is plain code that the compiler can see through.
/// </summary>
public static class CounterWriter
{
    private const string Observation = "global::ContextureDsl.Observation.";

    /// <summary>The type of the part's node in the real tree.</summary>
    public static string NodeType(ObservedPlan part) =>
        $"global::ContextureDsl.Tree.ObservedNode<{part.Row}, {part.Inputs.Value}, {part.Variables.Value}>";

    /// <summary>The nested class.</summary>
    public static void Write(SourceWriter writer, EmissionPlan plan, ObservedPlan part)
    {
        var selectors = SelectorsOf(part);
        var delegates = selectors.Where(selector => selector.Model.Inlined is null).ToList();
        using (writer.Block($"private sealed class {part.Counter} : {Observation}PartCounter<{part.Row}, {plan.Declaration.Input.Code}>"))
        {
            WriteFields(writer, part, delegates);
            WriteConstructor(writer.Blank(), part, delegates);
            WriteAdd(writer.Blank(), part, selectors);
            writer.Blank().Write($"public override {Observation}ObservedPart<{part.Inputs.Value}> Finish() => pairs.Finish();");
            WriteSelectors(writer, part, selectors);
        }
    }

    private static List<PartSelector> SelectorsOf(ObservedPlan part)
    {
        var observed = part.Observed;
        var selectors = new List<PartSelector>();
        for (var i = 0; i < observed.Filters.Count; i++)
        {
            var number = observed.Filters.Count == 1 ? "" : CSharpLiteral.Of(i + 1);
            selectors.Add(new(SelectorRole.Filter, "Keeps" + number, "keeps" + number, "bool", $"node.Filters()[{CSharpLiteral.Of(i)}]", observed.Filters[i]));
        }
        if (observed.Weight is { } weight) selectors.Add(new(SelectorRole.Weight, "Weight", "weight", "double", "node.WeightOf!", weight));
        if (observed.Time is { } time) selectors.Add(new(SelectorRole.Time, "Time", "time", "global::System.DateTimeOffset", "node.TimeOf!", time));
        selectors.Add(observed.InputMany
            ? new(SelectorRole.Input, "Inputs", "inputsOf", Many(part.Inputs), "node.InputsOf!", observed.Input)
            : new(SelectorRole.Input, "Input", "inputOf", part.Inputs.Value, "node.InputOf!", observed.Input));
        selectors.Add(observed.VariableMany
            ? new(SelectorRole.Variable, "Variables", "variablesOf", Many(part.Variables), "node.VariablesOf!", observed.Variable)
            : new(SelectorRole.Variable, "Variable", "variableOf", part.Variables.Value, "node.VariableOf!", observed.Variable));
        return selectors;
    }

    private static string Many(AlphabetPlan alphabet) => $"global::System.Collections.Generic.IEnumerable<{alphabet.Value}>";

    private static void WriteFields(SourceWriter writer, ObservedPlan part, List<PartSelector> delegates)
    {
        writer.Write($"private readonly {part.Inputs.Code} inputs = new();");
        writer.Write($"private readonly {part.Variables.Code} variables = new();");
        if (part.Observed.InputMany) writer.Write($"private readonly {Observation}RowValues<{part.Inputs.Value}> rowInputs = new();");
        if (part.Observed.VariableMany) writer.Write($"private readonly {Observation}RowValues<{part.Variables.Value}> rowVariables = new();");
        writer.Write($"private readonly {Observation}PairAccumulator<{part.Inputs.Value}, {part.Variables.Value}> pairs;");
        foreach (var selector in delegates)
            writer.Write($"private readonly global::System.Func<{part.Row}, {selector.Result}> {selector.Field}; // {CSharpLiteral.Comment(selector.Model.Delegated ?? "")}");
    }

    private static void WriteConstructor(SourceWriter writer, ObservedPlan part, List<PartSelector> delegates)
    {
        if (delegates.Count == 0)
        {
            writer.Write($"public {part.Counter}({Observation}CountScope scope) => pairs = new(inputs, variables, scope);");
            return;
        }
        using (writer.Block($"public {part.Counter}({NodeType(part)} node, {Observation}CountScope scope)"))
        {
            writer.Write("pairs = new(inputs, variables, scope);");
            foreach (var selector in delegates) writer.Write($"{selector.Field} = {selector.OfNode};");
        }
    }

    private static void WriteAdd(SourceWriter writer, ObservedPlan part, List<PartSelector> selectors)
    {
        using (writer.Block($"public override void Add({part.Row} row, long index)"))
        {
            var filters = selectors.Where(selector => selector.Role == SelectorRole.Filter).Select(filter => filter.Call).ToList();
            if (filters.Count > 0)
            {
                using (writer.Block($"if (!{(filters.Count == 1 ? filters[0] : "(" + string.Join(" && ", filters) + ")")})"))
                    writer.Write("pairs.AddFiltered();").Write("return;");
            }
            var weight = selectors.FirstOrDefault(selector => selector.Role == SelectorRole.Weight)?.Call ?? "1";
            var time = selectors.FirstOrDefault(selector => selector.Role == SelectorRole.Time) is { } timed ? timed.Call + ", " : "";
            writer.Write($"if (!pairs.Accepts({weight}, {time}index)) return;");
            WritePairs(writer, part, selectors);
        }
    }

    private static void WritePairs(SourceWriter writer, ObservedPlan part, List<PartSelector> selectors)
    {
        var input = selectors.First(selector => selector.Role == SelectorRole.Input).Call;
        var variable = selectors.First(selector => selector.Role == SelectorRole.Variable).Call;
        var observed = part.Observed;
        if (!observed.InputMany && part.Inputs.MayBeNull) input += " ?? throw pairs.NullInput()";
        if (!observed.VariableMany && part.Variables.MayBeNull) variable += " ?? throw pairs.NullVariable()";
        if (!observed.InputMany && !observed.VariableMany)
        {
            writer.Write($"pairs.Add(inputs.Number({input}), variables.Number({variable}));");
            return;
        }
        writer.Write("pairs.AddEach(");
        writer.Deeper((observed.InputMany ? $"rowInputs.Of({input} ?? throw pairs.NullInputs())" : $"[{input}]") + ",");
        writer.Deeper((observed.VariableMany ? $"rowVariables.Of({variable} ?? throw pairs.NullVariables())" : $"[{variable}]") + ");");
    }

    private static void WriteSelectors(SourceWriter writer, ObservedPlan part, List<PartSelector> selectors)
    {
        var inlined = selectors.Where(selector => selector.Model.Inlined is not null).ToList();
        if (inlined.Count == 0) return;
        writer.Blank().Write("#nullable disable warnings // The selectors were checked where they are declared; a null key is refused above.");
        foreach (var selector in inlined)
            writer.Write($"private static {selector.Result} {selector.Method}({part.Row} row) => {selector.Model.Inlined};");
        writer.Write("#nullable restore warnings");
    }

    private enum SelectorRole
    {
        Filter,
        Weight,
        Time,
        Input,
        Variable,
    }

    /// <summary>A selector with the names it gets: as a method over a row where it is inlined, as a field with the delegate of the tree where it is not.</summary>
    private sealed record PartSelector(SelectorRole Role, string Method, string Field, string Result, string OfNode, SelectorModel Model)
    {
        public string Call => (Model.Inlined is null ? Field : Method) + "(row)";
    }
}
