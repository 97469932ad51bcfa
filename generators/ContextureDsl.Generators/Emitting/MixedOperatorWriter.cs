using System.Linq;
using ContextureDsl.Generators.Planning;
using ContextureDsl.Mixing;

namespace ContextureDsl.Generators.Emitting;

/// <summary>
/// Writes the operator of a mix that is more than contexts side by side: the formula, factor by factor, over products with the parts. The library shares the rows out and completes each product by
/// the inputs that the part never saw; what is emitted says in which order, and how a row is summed.
/// </summary>
internal static class MixedOperatorWriter
{
    /// <summary>The file-local class.</summary>
    public static void Write(SourceWriter writer, EmissionPlan plan, MixedOperatorPlan mixed, BlockPlan block)
    {
        var element = block.Element;
        writer.Write($"// {CSharpLiteral.Comment(plan.Mix!.TermFormula)}: a product with one part at a time, nothing multiplied out.{WhereWeightsAre(mixed)}");
        using (writer.Block($"file sealed class {plan.OperatorName} : MixedOperator<{element}>"))
        {
            writer.Write($"private const int Width = {CSharpLiteral.Of(block.Width)};").Blank();
            writer.Write("// The parts by their numbers.");
            foreach (var part in mixed.Parts) writer.Write($"private const int {part.Constant} = {CSharpLiteral.Of(part.Number)};");
            if (mixed.Averages.Count > 0) writer.Blank().Write("// The untagged mixes by their numbers: Take picks the values of one of their parts, counted from 0, out of those that all parts share, each times w sqrt(q_part(a) / q(a)); Give is its transpose.");
            foreach (var average in mixed.Averages) writer.Write($"private const int {average.Constant} = {CSharpLiteral.Of(average.Number)};");
            if (mixed.Weights.Count > 0) writer.Blank().Write("// The weights that Weigh multiplies by, by their numbers.");
            for (var i = 0; i < mixed.Weights.Count; i++) writer.Write($"private const int {mixed.Weights[i]} = {CSharpLiteral.Of(i)};");
            writer.Blank().Write($"public {plan.OperatorName}(MixedJoint mixed, int threads, CancellationToken cancellationToken) : base(mixed, threads, cancellationToken)").Write("{").Write("}").Blank();
            writer.Write("// B, from the context values to the inputs: Rows goes from the values of a part to the inputs, Columns from the inputs to its values.");
            using (writer.Block($"protected override void Forward(Block<{element}> variables, Block<{element}> inputs)"))
                foreach (var step in ProductWriter.Forward(mixed)) writer.Write(step);
            writer.Blank().Write("// Its transpose: the same products from the other end.");
            using (writer.Block($"protected override void Backward(Block<{element}> inputs, Block<{element}> variables)"))
                foreach (var step in ProductWriter.Backward(mixed)) writer.Write(step);
            WriteGatherRows(writer.Blank(), block);
            GatherWriter.WriteGather(writer.Blank(), block);
            GatherWriter.WriteRows(writer.Blank(), element);
        }
    }

    /// <summary>Where a part gives its columns in several places, each place has a weight of its own, which the numbers of the part cannot hold.</summary>
    private static string WhereWeightsAre(MixedOperatorPlan mixed)
    {
        var left = mixed.Weights.Count;
        var tagged = mixed.Term.All().OfType<ConvexTerm>().Sum(convex => convex.Parts.Count);
        if (tagged == 0) return "";
        if (left == 0) return " The roots of the weights are in the numbers of the parts.";
        return left == tagged ? " Weigh multiplies by the roots of the weights." : " The roots of the weights are in the numbers of the parts, except for those that Weigh multiplies by.";
    }

    private static void WriteGatherRows(SourceWriter writer, BlockPlan block)
    {
        var element = block.Element;
        writer.Write("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"protected override void Gather(SparseRows<{element}> rows, Block<{element}> from, int fromStart, Block<{element}> to, int toStart, int first, int last, bool accumulate)"))
        {
            using (writer.Block("if (!Fits(from))"))
                writer.Write("base.Gather(rows, from, fromStart, to, toStart, first, last, accumulate);").Write("return;");
            writer.Write("ref var gathered = ref Row(from, fromStart);");
            using (writer.Block("for (var row = first; row < last; row++)"))
            {
                writer.Write("ref var result = ref Row(to, toStart + row);");
                writer.Write($"var sum = Gather(rows, row, ref gathered, accumulate ? {Loaded(block)} : {GatherWriter.Zero(block)});");
                GatherWriter.WriteStore(writer, block, "result");
            }
        }
    }

    private static string Loaded(BlockPlan block) => block.Registers == 1 ? "Vector256.LoadUnsafe(ref result)" : "(Vector256.LoadUnsafe(ref result), Vector256.LoadUnsafe(ref result, 4))";
}
