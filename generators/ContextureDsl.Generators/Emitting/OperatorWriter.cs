using System.Linq;
using ContextureDsl.Generators.Planning;

namespace ContextureDsl.Generators.Emitting;

/// <summary>
/// Writes the operator: a loop over rows in which all parts of the mix meet in the same registers, and one over columns. The block width is a constant, so the sums
/// of a row never touch memory; a block of another width, or a processor without such registers, takes the library's loop.
/// </summary>
public static class OperatorWriter
{
    /// <summary>The file-local class.</summary>
    public static void Write(SourceWriter writer, EmissionPlan plan, BlockPlan block)
    {
        var element = block.Element;
        writer.Write(plan.Parts.Count == 1
            ? "// B: one row of the block per non-zero of S."
            : "// B = sum of S_j: the parts of the mix share a row of inputs and are added in the same register; nothing is mixed beforehand.");
        using (writer.Block($"file sealed class {plan.OperatorName} : ExpectationOperator<{element}>"))
        {
            writer.Write($"private const int Width = {CSharpLiteral.Of(block.Width)};").Blank();
            foreach (var part in plan.Parts) writer.Write($"private readonly SparseRows<{element}> {Rows(part)};");
            WriteConstructor(writer.Blank(), plan, element);
            WriteMultiplyRows(writer.Blank(), plan, block);
            WriteMultiplyColumns(writer.Blank(), block);
            GatherWriter.WriteGather(writer.Blank(), block);
            GatherWriter.WriteRows(writer.Blank(), element);
        }
    }

    private static string Rows(PartPlan part) => part.Local.TrimStart('@') + "Rows";

    private static void WriteConstructor(SourceWriter writer, EmissionPlan plan, string element)
    {
        writer.Write($"public {plan.OperatorName}(NormalisedFactor<{element}>[] factors, ComponentMap components, int threads) : base(factors, components, threads)");
        using (writer.Block())
            foreach (var part in plan.Parts) writer.Write($"{Rows(part)} = factors[{CSharpLiteral.Of(part.Index)}].Rows;");
    }

    private static void WriteMultiplyRows(SourceWriter writer, EmissionPlan plan, BlockPlan block)
    {
        writer.Write("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"protected override void MultiplyRows(Block<{block.Element}> variables, Block<{block.Element}> inputs, int first, int last)"))
        {
            using (writer.Block("if (!Fits(variables))"))
            {
                foreach (var part in plan.Parts)
                    writer.Write($"RowGather.Multiply({Rows(part)}, variables, VariableStarts[{CSharpLiteral.Of(part.Index)}], inputs, 0, first, last, accumulate: {(part.Index > 0 ? "true" : "false")});");
                writer.Write("return;");
            }
            foreach (var part in plan.Parts)
                writer.Write($"ref var {part.Local} = ref Row(variables, VariableStarts[{CSharpLiteral.Of(part.Index)}]);");
            using (writer.Block("for (var x = first; x < last; x++)"))
            {
                foreach (var part in plan.Parts)
                    writer.Write(part.Index == 0 ? $"var sum = Gather({Rows(part)}, x, ref {part.Local}, {GatherWriter.Zero(block)});" : $"sum = Gather({Rows(part)}, x, ref {part.Local}, sum);");
                GatherWriter.WriteStore(writer, block, "Row(inputs, x)");
            }
        }
    }

    private static void WriteMultiplyColumns(SourceWriter writer, BlockPlan block)
    {
        writer.Write("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"protected override void MultiplyColumns(int part, Block<{block.Element}> inputs, Block<{block.Element}> variables, int first, int last)"))
        {
            writer.Write("var columns = Factors[part].Columns;").Write("var start = VariableStarts[part];");
            using (writer.Block("if (!Fits(inputs))"))
                writer.Write("RowGather.Multiply(columns, inputs, 0, variables, start, first, last, accumulate: false);").Write("return;");
            writer.Write("ref var input = ref Row(inputs, 0);");
            using (writer.Block("for (var a = first; a < last; a++)"))
            {
                writer.Write($"var sum = Gather(columns, a, ref input, {GatherWriter.Zero(block)});");
                GatherWriter.WriteStore(writer, block, "Row(variables, start + a)");
            }
        }
    }
}
