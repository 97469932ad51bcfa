using System.Numerics;
using ContextureDsl.Association;
using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>The operator of any declaration: any number of parts, each multiplied by its compressed rows or columns.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class SparseOperator<T> : ExpectationOperator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Takes the factors over.</summary>
    public SparseOperator(IReadOnlyList<NormalisedFactor<T>> factors, ComponentMap components, int threads) : base(factors, components, threads) { }

    /// <inheritdoc/>
    protected override void MultiplyRows(Block<T> variables, Block<T> inputs, int first, int last)
    {
        for (var part = 0; part < Factors.Count; part++) RowGather.MultiplyAnyWidth(Factors[part].Rows, variables, VariableStarts[part], inputs, 0, first, last, accumulate: part > 0);
    }

    /// <inheritdoc/>
    protected override void MultiplyColumns(int part, Block<T> inputs, Block<T> variables, int first, int last) =>
        RowGather.MultiplyAnyWidth(Factors[part].Columns, inputs, 0, variables, VariableStarts[part], first, last, accumulate: false);
}
