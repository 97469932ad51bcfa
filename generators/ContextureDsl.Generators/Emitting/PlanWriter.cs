using System.Linq;
using ContextureDsl.Compiler.Model;
using ContextureDsl.Generators.Planning;

namespace ContextureDsl.Generators.Emitting;

/// <summary>Writes the plan: the shapes it was written for, and the doors through which the library reaches the rest of the file.</summary>
public static class PlanWriter
{
    /// <summary>The property by which the base class finds the plan.</summary>
    public static void WriteProperty(SourceWriter writer, EmissionPlan plan)
    {
        var containers = plan.Declaration.Containers;
        var instance = plan.PlanName + ".Instance";
        writer.Write("/// <inheritdoc/>").Write(Code.Generated).Write("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        writer.Write($"protected override global::ContextureDsl.Execution.CompiledPlan<{plan.Declaration.Input.Code}>? CompiledPlan =>");
        if (plan.Declaration.Form == DeclarationForm.Record) writer.Deeper(instance + ";");
        // A class that derives from it may have a Define of its own, in which the same text means something else.
        else writer.Deeper($"this.GetType() == typeof({containers[containers.Count - 1].Name}) ? {instance} : null;");
    }

    /// <summary>The nested class with everything that must see the user's private members.</summary>
    public static void Write(SourceWriter writer, EmissionPlan plan)
    {
        writer.Write(Code.Generated);
        using (writer.Block($"private sealed class {plan.PlanName} : global::ContextureDsl.Execution.CompiledPlan<{plan.Declaration.Input.Code}>"))
        {
            writer.Write($"public static readonly {plan.PlanName} Instance = new();").Blank();
            WriteShapes(writer, plan);
            WriteCreateCounter(writer.Blank(), plan);
            if (plan.Block is { } block)
            {
                ReadWriter.WriteTryRead(writer.Blank(), plan);
                if (plan.Mixed is { } mixed) WriteDecomposeMixed(writer.Blank(), plan, mixed, block);
                else if (plan.Decomposes) WriteDecompose(writer.Blank(), plan, block);
                foreach (var source in plan.Sources)
                    if (source.Parts.Count > 0) ReadWriter.WriteLoops(writer.Blank(), plan, source);
            }
            foreach (var part in plan.Parts)
            {
                if (part is ObservedPlan observed) CounterWriter.Write(writer.Blank(), plan, observed);
                else RowReaderWriter.Write(writer.Blank(), (KindPlan)part);
            }
            foreach (var key in plan.KeyStructs) KeyWriter.Write(writer.Blank(), key);
        }
    }

    private static void WriteShapes(SourceWriter writer, EmissionPlan plan)
    {
        writer.Write($"public override string Shape {{ get; }} = {Code.Shape(plan.Block is null ? "" : plan.Declaration.Shape)};").Blank();
        writer.Write("public override global::System.Collections.Generic.IReadOnlyList<string> PartShapes { get; } =").Write("[");
        foreach (var part in plan.Parts) writer.Deeper(Code.Shape(part.Model.Shape) + ",");
        writer.Write("];").Blank();
        var notes = string.Join(", ", plan.Parts.Select(part => part.Note is { } note ? CSharpLiteral.Of(note) : "null"));
        writer.Write($"public override global::System.Collections.Generic.IReadOnlyList<string?> PartNotes {{ get; }} = [{notes}];");
    }

    private static void WriteCreateCounter(SourceWriter writer, EmissionPlan plan)
    {
        writer.Write($"public override global::ContextureDsl.Observation.PartCounter<{plan.Declaration.Input.Code}> CreateCounter(");
        writer.Deeper("int part, global::ContextureDsl.Tree.PartNode node, global::ContextureDsl.Observation.CountScope scope) => part switch").Write("{");
        foreach (var part in plan.Parts) writer.Deeper($"{CSharpLiteral.Of(part.Index)} => new {part.Counter}({CounterArguments(part)}),");
        writer.Deeper("_ => throw new global::System.ArgumentOutOfRangeException(nameof(part)),").Write("};");
    }

    private static string CounterArguments(PartPlan part) => part switch
    {
        KindPlan kind => $"global::ContextureDsl.Execution.KindCollectors.Create(({RowReaderWriter.NodeType(kind)})node, scope), new {kind.Reader}({(kind.Note is null ? "" : $"({RowReaderWriter.NodeType(kind)})node")})",
        ObservedPlan { Note: not null } observed => $"({CounterWriter.NodeType(observed)})node, scope",
        _ => "scope",
    };

    private static void WriteDecompose(SourceWriter writer, EmissionPlan plan, BlockPlan block)
    {
        writer.Write($"public override global::ContextureDsl.Spectral.SpectralResult<{block.Element}>? Decompose{PrecisionOf(block)}(");
        writer.Deeper("global::ContextureDsl.Association.JointDistribution joint,\nglobal::ContextureDsl.Association.ComponentMap components,");
        writer.Deeper("global::ContextureDsl.Spectral.SpectralOptions options,\nglobal::System.Threading.CancellationToken cancellationToken) =>");
        writer.Deeper($"global::ContextureDsl.Generated.{plan.IterationName}.Run(joint, components, options, cancellationToken);");
    }

    /// <summary>The library simplifies the mix by what it finds in the counts, so that it may come to another expression.</summary>
    private static void WriteDecomposeMixed(SourceWriter writer, EmissionPlan plan, MixedOperatorPlan mixed, BlockPlan block)
    {
        writer.Write($"public override global::ContextureDsl.Spectral.SpectralResult<{block.Element}>? DecomposeMixed{PrecisionOf(block)}(");
        writer.Deeper("global::ContextureDsl.Mixing.MixedJoint mixed,\nglobal::ContextureDsl.Spectral.SpectralOptions options,\nglobal::System.Threading.CancellationToken cancellationToken) =>");
        writer.Deeper($"mixed.Structure == {CSharpLiteral.Of(mixed.Structure)} ? global::ContextureDsl.Generated.{plan.IterationName}.Run(mixed, options, cancellationToken) : null;");
    }

    private static string PrecisionOf(BlockPlan block) => block.Element == "double" ? "Double" : "Single";
}
