using System;
using System.Collections.Generic;
using ContextureDsl.Compiler.Model;
using ContextureDsl.Generators.Planning;

namespace ContextureDsl.Generators.Emitting;

/// <summary>Plan to text: the writers in the order in which a reader meets their stages: declaration, ingest, normalisation, operator, iteration.</summary>
public static class Emitter
{
    /// <summary>The whole file.</summary>
    public static string Emit(EmissionPlan plan)
    {
        var writer = new SourceWriter();
        HeaderWriter.Write(writer, plan);
        WriteInsideTheUsersTypes(writer.Blank(), plan);
        if (plan is { Block: { } block } and ({ Decomposes: true } or { Mixed: not null })) WriteNumerics(writer.Blank(), plan, block);
        return writer.ToString();
    }

    private static void WriteInsideTheUsersTypes(SourceWriter writer, EmissionPlan plan)
    {
        var open = new Stack<IDisposable>();
        if (plan.Declaration.Namespace.Length > 0) open.Push(writer.Block("namespace " + plan.Declaration.Namespace));
        foreach (var container in plan.Declaration.Containers) open.Push(writer.Block($"partial {container.Keyword} {container.Name}"));
        if (plan.Declaration.Form == DeclarationForm.Record) RecordWriter.Write(writer, plan);
        else WriteClass(writer, plan);
        while (open.Count > 0) open.Pop().Dispose();
    }

    private static void WriteClass(SourceWriter writer, EmissionPlan plan)
    {
        PlanWriter.WriteProperty(writer, plan);
        new LearnWriter(plan).WriteOverrides(writer);
        PlanWriter.Write(writer.Blank(), plan);
    }

    /// <summary>What knows numbers only needs nothing of the user's types: a namespace of its own, where short names are safe.</summary>
    private static void WriteNumerics(SourceWriter writer, EmissionPlan plan, BlockPlan block)
    {
        using (writer.Block("namespace ContextureDsl.Generated"))
        {
            if (plan.Mixed is { } mixed) WriteMixed(writer, plan, mixed, block);
            else WriteSideBySide(writer, plan, block);
        }
    }

    private static void WriteSideBySide(SourceWriter writer, EmissionPlan plan, BlockPlan block)
    {
        writer.Write(
            """
            using System;
            using System.Numerics.Tensors;
            using System.Runtime.CompilerServices;
            using System.Runtime.InteropServices;
            using System.Runtime.Intrinsics;
            using System.Threading;
            using ContextureDsl.Association;
            using ContextureDsl.Kernels;
            using ContextureDsl.Spectral;
            """);
        NormalisationWriter.Write(writer.Blank(), plan, block);
        OperatorWriter.Write(writer.Blank(), plan, block);
        IterationWriter.Write(writer.Blank(), plan, block);
    }

    /// <summary>The library normalises the parts of a mix, because what it finds in the counts decides which of them the operator has.</summary>
    private static void WriteMixed(SourceWriter writer, EmissionPlan plan, MixedOperatorPlan mixed, BlockPlan block)
    {
        writer.Write(
            """
            using System.Runtime.CompilerServices;
            using System.Runtime.InteropServices;
            using System.Runtime.Intrinsics;
            using System.Threading;
            using ContextureDsl.Kernels;
            using ContextureDsl.Mixing;
            using ContextureDsl.Spectral;
            """);
        MixedOperatorWriter.Write(writer.Blank(), plan, mixed, block);
        IterationWriter.WriteMixed(writer.Blank(), plan, block);
    }
}
