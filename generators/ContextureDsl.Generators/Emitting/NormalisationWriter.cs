using ContextureDsl.Generators.Planning;

namespace ContextureDsl.Generators.Emitting;

/// <summary>Writes P⁺ → B: the marginals become scales of rows and columns in whole vectors, the pairs take one product each, and both orientations are kept.</summary>
public static class NormalisationWriter
{
    /// <summary>The file-local class.</summary>
    public static void Write(SourceWriter writer, EmissionPlan plan, BlockPlan block)
    {
        writer.Write("// S_j(x, a) = sqrt(w_j) sqrt(p(x)) R_j(a|x) / sqrt(q_j(a)), where R_j(a|x) is the weight of the pair divided by the sum of its row.");
        using (writer.Block($"file static class {plan.NormalisationName}"))
        {
            WriteFactors(writer, plan, block);
            WriteFactor(writer.Blank(), block);
        }
    }

    private static void WriteFactors(SourceWriter writer, EmissionPlan plan, BlockPlan block)
    {
        using (writer.Block($"public static NormalisedFactor<{block.Element}>[] Factors(JointDistribution joint, CancellationToken cancellationToken)"))
        {
            writer.Write("var inputRoots = new double[joint.Inputs];").Write("TensorPrimitives.Sqrt<double>(joint.InputMarginal, inputRoots);");
            writer.Write("return").Write("[");
            foreach (var part in plan.Parts) writer.Deeper($"Factor(inputRoots, joint.Parts[{CSharpLiteral.Of(part.Index)}], cancellationToken), // {part.Model.Name}");
            writer.Write("];");
        }
    }

    private static void WriteFactor(SourceWriter writer, BlockPlan block)
    {
        var element = block.Element;
        using (writer.Block($"private static NormalisedFactor<{element}> Factor(double[] inputRoots, JointPart part, CancellationToken cancellationToken)"))
        {
            writer.Write("var table = part.Table;").Write("var rootShare = Math.Sqrt(part.Share);").Blank();
            WriteScales(writer);
            writer.Blank().Write($"var left = new {element}[inputRoots.Length];").Write($"var values = new {element}[table.Pairs];");
            using (writer.Block("for (var x = 0; x < left.Length; x++)"))
            {
                writer.Write("if (x % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();");
                writer.Write("int first = table.RowOffsets[x], last = table.RowOffsets[x + 1];").Write("if (first == last) continue;");
                writer.Write(block.Element == "double" ? "left[x] = inputRoots[x];" : "left[x] = (float)inputRoots[x];").Write("var scale = rowScales[x];");
                writer.Write("for (var k = first; k < last; k++)");
                writer.Deeper(block.Element == "double"
                    ? "values[k] = scale * table.Weights[k] * columnScales[table.Columns[k]];"
                    : "values[k] = (float)(scale * table.Weights[k] * columnScales[table.Columns[k]]);");
            }
            WriteRight(writer.Blank(), block);
            writer.Write($"var rows = new SparseRows<{element}>(table.RowOffsets, table.Columns, values);");
            writer.Write($"return new NormalisedFactor<{element}>(rows, rows.Transposed(right.Length, cancellationToken), left, right);");
        }
    }

    private static void WriteScales(SourceWriter writer) => writer.Write(
        """
        // An input that this part never saw has row sum 0 and an infinite scale, which meets no pair.
        var rowScales = new double[inputRoots.Length];
        TensorPrimitives.Multiply<double>(inputRoots, rootShare, rowScales);
        TensorPrimitives.Divide<double>(rowScales, part.RowSums, rowScales);

        var columnRoots = new double[part.VariableMarginal.Length];
        var columnScales = new double[columnRoots.Length];
        TensorPrimitives.Sqrt<double>(part.VariableMarginal, columnRoots);
        TensorPrimitives.Reciprocal<double>(columnRoots, columnScales);
        """);

    private static void WriteRight(SourceWriter writer, BlockPlan block)
    {
        writer.Write($"var right = new {block.Element}[columnRoots.Length];");
        writer.Write($"TensorPrimitives.Multiply<double>(columnRoots, rootShare, {(block.Element == "double" ? "right" : "columnRoots")});");
        if (block.Element != "double") writer.Write("TensorPrimitives.ConvertTruncating<double, float>(columnRoots, right);");
    }
}
