using System.Numerics;
using ContextureDsl.Kernels;

namespace ContextureDsl.Mixing;

/// <summary>The operator of any mix: follows the expression step by step. Memory: the pairs of the parts, a block of inputs for every convolution and a block of context values for every part that is gone through.</summary>
internal sealed class TermOperator<T> : MixedOperator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TermProduct<T> _root;

    public TermOperator(MixedJoint mixed, int threads, CancellationToken cancellationToken) : base(mixed, threads, cancellationToken) => _root = new TermProducts<T>(this, mixed).Of(mixed.Term);

    /// <summary>Σ over the parts that a new input is seen through first: the functions of their context values that stand for those of the mix.</summary>
    /// <param name="variables">The functions of the mix in the coordinates of B; any width.</param>
    /// <param name="entries">Receives them by part.</param>
    public void CollectEntries(Block<T> variables, EntrySums<T> entries) => _root.CollectEntries(variables, 0, entries);

    /// <summary>inputs = B · variables, the constant pairs included.</summary>
    public void ApplyWhole(Block<T> variables, Block<T> inputs) => Forward(variables, inputs);

    /// <summary>variables = Bᵀ · inputs, the constant pairs included.</summary>
    public void ApplyWholeAdjoint(Block<T> inputs, Block<T> variables) => Backward(inputs, variables);

    /// <inheritdoc/>
    protected override void Forward(Block<T> variables, Block<T> inputs) => _root.Apply(variables, 0, inputs, accumulate: false);

    /// <inheritdoc/>
    protected override void Backward(Block<T> inputs, Block<T> variables) => _root.ApplyAdjoint(inputs, variables, 0);
}
