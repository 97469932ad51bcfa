using System.Linq;
using ContextureDsl.Generators.Planning;

namespace ContextureDsl.Generators.Emitting;

/// <summary>Writes the loops that read a source, once, into all its counters: over a span where the rows lie in memory, and without a virtual call per row.</summary>
public static class ReadWriter
{
    private const string Scope = "global::ContextureDsl.Observation.ReadScope scope";

    /// <summary>The choice of the loop by source.</summary>
    public static void WriteTryRead(SourceWriter writer, EmissionPlan plan)
    {
        writer.Write($"public override bool TryRead(int source, object rows, global::ContextureDsl.Observation.PartCounter<{plan.Declaration.Input.Code}>[] counters, {Scope})");
        using (writer.Block())
        {
            writer.Write($"if (counters is not [{string.Join(", ", plan.Parts.Select(part => $"{part.Counter} {part.Local}"))}]) return false;");
            using (writer.Block("switch (source)"))
            {
                foreach (var source in plan.Sources)
                    if (source.Parts.Count > 0) WriteCase(writer, plan, source);
                writer.Write("default:").Deeper("return false;");
            }
        }
    }

    /// <summary>The loop over whatever is enumerable, and the one over rows in memory.</summary>
    public static void WriteLoops(SourceWriter writer, EmissionPlan plan, SourcePlan source)
    {
        var counters = string.Join(", ", source.Parts.Select(part => $"{plan.Parts[part].Counter} {plan.Parts[part].Local}"));
        var passed = string.Join(", ", source.Parts.Select(part => plan.Parts[part].Local));
        using (writer.Block($"private static void {source.Reader}(global::System.Collections.Generic.IEnumerable<{source.Row}> rows, {counters}, {Scope})"))
        {
            writer.Write($"if (rows is {source.Row}[] array) {source.Reader}(new global::System.ReadOnlySpan<{source.Row}>(array), {passed}, scope);");
            writer.Write($"else if (rows is global::System.Collections.Generic.List<{source.Row}> list) {source.Reader}(global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list), {passed}, scope);");
            using (writer.Block("else")) WriteLoop(writer, plan, source, "var");
        }
        using (writer.Blank().Block($"private static void {source.Reader}(global::System.ReadOnlySpan<{source.Row}> rows, {counters}, {Scope})"))
            WriteLoop(writer, plan, source, "ref readonly var");
    }

    private static void WriteCase(SourceWriter writer, EmissionPlan plan, SourcePlan source)
    {
        var passed = string.Join(", ", source.Parts.Select(part => plan.Parts[part].Local));
        writer.Write($"case {CSharpLiteral.Of(source.Ordinal)}:");
        writer.Deeper($"{source.Reader}((global::System.Collections.Generic.IEnumerable<{source.Row}>)rows, {passed}, scope);\nreturn true;");
    }

    private static void WriteLoop(SourceWriter writer, EmissionPlan plan, SourcePlan source, string variable)
    {
        using (writer.Block($"foreach ({variable} row in rows)"))
        {
            foreach (var part in source.Parts) writer.Write($"{plan.Parts[part].Local}.Add(row, scope.Index);");
            writer.Write("scope.Next();");
        }
    }
}
