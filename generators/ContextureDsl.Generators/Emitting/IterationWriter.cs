using ContextureDsl.Generators.Planning;

namespace ContextureDsl.Generators.Emitting;

/// <summary>Writes the power iteration over the emitted operator. When to stop and how to keep the iterates orthogonal is the library's, once for everybody.</summary>
public static class IterationWriter
{
    /// <summary>The file-local class of contexts side by side.</summary>
    public static void Write(SourceWriter writer, EmissionPlan plan, BlockPlan block) =>
        Write(writer, plan, block, "JointDistribution joint, ComponentMap components", $"{plan.NormalisationName}.Factors(joint, cancellationToken), components, options.Threads");

    /// <summary>The file-local class of a mix.</summary>
    public static void WriteMixed(SourceWriter writer, EmissionPlan plan, BlockPlan block) => Write(writer, plan, block, "MixedJoint mixed", "mixed, options.Threads, cancellationToken");

    private static void Write(SourceWriter writer, EmissionPlan plan, BlockPlan block, string parameters, string arguments)
    {
        writer.Write("// Power iteration on the smaller side, all iterates kept: after k rounds the functions are the best in the span of the blocks Q, CQ, ..., C^k Q.");
        using (writer.Block($"file static class {plan.IterationName}"))
        using (writer.Block($"public static SpectralResult<{block.Element}> Run({parameters}, SpectralOptions options, CancellationToken cancellationToken)"))
        {
            writer.Write($"var contexture = new {plan.OperatorName}({arguments});");
            writer.Write("if (SmallProblem.Fits(contexture)) return SmallProblem.Decompose(contexture, options, cancellationToken);").Blank();
            writer.Write($"var krylov = new BlockKrylov<{block.Element}>(contexture, options);");
            using (writer.Block("while (!krylov.Finished)"))
            {
                using (writer.Block("if (krylov.OnVariables)"))
                    writer.Write("contexture.Apply(krylov.Current, krylov.Half, cancellationToken);").Write("contexture.ApplyAdjoint(krylov.Half, krylov.Product, cancellationToken);");
                using (writer.Block("else"))
                    writer.Write("contexture.ApplyAdjoint(krylov.Current, krylov.Half, cancellationToken);").Write("contexture.Apply(krylov.Half, krylov.Product, cancellationToken);");
                writer.Write("krylov.Advance(cancellationToken);");
            }
            writer.Write("return krylov.Result(cancellationToken);");
        }
    }
}
