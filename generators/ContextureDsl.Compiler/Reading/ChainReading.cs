using System.Collections.Immutable;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Steps that are on the way to a context: features without a kernel, a sequence without a window.</summary>
public sealed class ChainReading : NodeReading
{
    internal ChainReading(RowsReading rows, InputReading? input, ImmutableArray<KindStepReading> steps)
    {
        Rows = rows;
        Input = input;
        Steps = steps;
    }

    public RowsReading Rows { get; }

    /// <summary>X, where the chain starts from one.</summary>
    public InputReading? Input { get; }

    public ImmutableArray<KindStepReading> Steps { get; }
}
