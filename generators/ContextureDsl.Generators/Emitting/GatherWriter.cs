using ContextureDsl.Generators.Planning;

namespace ContextureDsl.Generators.Emitting;

/// <summary>Writes what every emitted operator does with a row: the sum over its pairs, in registers of the declared width and precision.</summary>
public static class GatherWriter
{
    /// <summary>A sum of nothing.</summary>
    public static string Zero(BlockPlan block) => block.Registers == 1 ? $"Vector256<{block.Element}>.Zero" : "default";

    /// <summary>The sum goes into a row of a block.</summary>
    public static void WriteStore(SourceWriter writer, BlockPlan block, string row)
    {
        if (block.Registers == 1)
        {
            writer.Write($"sum.StoreUnsafe(ref {row});");
            return;
        }
        if (row != "result") writer.Write($"ref var result = ref {row};");
        writer.Write("sum.Low.StoreUnsafe(ref result);").Write("sum.High.StoreUnsafe(ref result, 4);");
    }

    /// <summary>The sum over the pairs of a row.</summary>
    public static void WriteGather(SourceWriter writer, BlockPlan block) => writer.Write(block.Registers == 1
        ? """
          // Two sums, because one product waits for the one before it; more gain nothing, the loads of the gathered rows are the limit.
          [MethodImpl(MethodImplOptions.AggressiveInlining)]
          private static Vector256<float> Gather(SparseRows<float> rows, int row, ref float block, Vector256<float> even)
          {
              ref var index = ref MemoryMarshal.GetArrayDataReference(rows.Indices);
              ref var value = ref MemoryMarshal.GetArrayDataReference(rows.Values);
              var odd = Vector256<float>.Zero;
              int k = rows.Offsets[row], end = rows.Offsets[row + 1];
              for (; k + 1 < end; k += 2)
              {
                  even = Vector256.MultiplyAddEstimate(Vector256.Create(Unsafe.Add(ref value, k)), Vector256.LoadUnsafe(ref At(ref block, Unsafe.Add(ref index, k))), even);
                  odd = Vector256.MultiplyAddEstimate(Vector256.Create(Unsafe.Add(ref value, k + 1)), Vector256.LoadUnsafe(ref At(ref block, Unsafe.Add(ref index, k + 1))), odd);
              }
              if (k < end) even = Vector256.MultiplyAddEstimate(Vector256.Create(Unsafe.Add(ref value, k)), Vector256.LoadUnsafe(ref At(ref block, Unsafe.Add(ref index, k))), even);
              return even + odd;
          }
          """
        : """
          [MethodImpl(MethodImplOptions.AggressiveInlining)]
          private static (Vector256<double> Low, Vector256<double> High) Gather(SparseRows<double> rows, int row, ref double block, (Vector256<double> Low, Vector256<double> High) sum)
          {
              ref var index = ref MemoryMarshal.GetArrayDataReference(rows.Indices);
              ref var value = ref MemoryMarshal.GetArrayDataReference(rows.Values);
              var (low, high) = sum;
              for (int k = rows.Offsets[row], end = rows.Offsets[row + 1]; k < end; k++)
              {
                  var factor = Vector256.Create(Unsafe.Add(ref value, k));
                  ref var gathered = ref At(ref block, Unsafe.Add(ref index, k));
                  low = Vector256.MultiplyAddEstimate(factor, Vector256.LoadUnsafe(ref gathered), low);
                  high = Vector256.MultiplyAddEstimate(factor, Vector256.LoadUnsafe(ref gathered, 4), high);
              }
              return (low, high);
          }
          """);

    /// <summary>Rows of blocks, and whether a block has the width.</summary>
    public static void WriteRows(SourceWriter writer, string element) => writer.Write(
        $"""
        private static bool Fits(Block<{element}> block) => Vector256.IsHardwareAccelerated && block.Width == Width;

        private static ref {element} Row(Block<{element}> block, int row) => ref At(ref MemoryMarshal.GetArrayDataReference(block.Values), row);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static ref {element} At(ref {element} block, int row) => ref Unsafe.Add(ref block, row * Width);
        """);
}
