using System.Numerics;
using ContextureDsl.Association;
using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>
/// B̃ on blocks of vectors: everything the decomposition knows of a context. B̃ is B = D_X^{-1/2} P⁺ D_A^{-1/2} without its singular value 1, which is known in closed form: one pair
/// (√p 1_C, √q 1_C)/√P(C) for every component C. Its singular values are the rest of the spectrum. Not safe for concurrent calls.
/// </summary>
public abstract class DeflatedOperator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private protected DeflatedOperator(ConstantPairs<T> constants, ComponentMap components, int threads)
    {
        Constants = constants;
        Components = components;
        Threads = threads;
    }

    /// <summary>The components, whose constant pairs are removed.</summary>
    public ComponentMap Components { get; }

    /// <summary>Threads that share the work.</summary>
    public int Threads { get; }

    /// <summary>N.</summary>
    public int Inputs => Constants.Inputs.Length;

    /// <summary>M, all parts together.</summary>
    public int Variables => Constants.Variables.Length;

    /// <summary>Block columns that met the operator or its adjoint so far.</summary>
    public long Products { get; private set; }

    /// <summary>The pairs of the singular value 1.</summary>
    internal ConstantPairs<T> Constants { get; }

    /// <summary>inputs = B̃ · variables.</summary>
    /// <param name="variables">M rows.</param>
    /// <param name="inputs">N rows of the same width; overwritten.</param>
    /// <param name="cancellationToken">Looked at before every range of work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled; <paramref name="inputs"/> is undefined then.</exception>
    public void Apply(Block<T> variables, Block<T> inputs, CancellationToken cancellationToken)
    {
        Check(variables, inputs);
        Products += variables.Width;
        Multiply(variables, inputs, cancellationToken);
    }

    /// <summary>variables = B̃ᵀ · inputs.</summary>
    /// <param name="inputs">N rows.</param>
    /// <param name="variables">M rows of the same width; overwritten.</param>
    /// <param name="cancellationToken">Looked at before every range of work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled; <paramref name="variables"/> is undefined then.</exception>
    public void ApplyAdjoint(Block<T> inputs, Block<T> variables, CancellationToken cancellationToken)
    {
        Check(variables, inputs);
        Products += inputs.Width;
        MultiplyAdjoint(inputs, variables, cancellationToken);
    }

    /// <summary>Multiplications of one product with one vector.</summary>
    internal abstract long Work { get; }

    private protected abstract void Multiply(Block<T> variables, Block<T> inputs, CancellationToken cancellationToken);

    private protected abstract void MultiplyAdjoint(Block<T> inputs, Block<T> variables, CancellationToken cancellationToken);

    private void Check(Block<T> variables, Block<T> inputs)
    {
        if (variables.Rows != Variables) throw new ArgumentException($"The block over the context values has {variables.Rows} rows; the operator has {Variables} context values.", nameof(variables));
        if (inputs.Rows != Inputs) throw new ArgumentException($"The block over the inputs has {inputs.Rows} rows; the operator has {Inputs} inputs.", nameof(inputs));
        if (variables.Width != inputs.Width) throw new ArgumentException($"The blocks have {variables.Width} and {inputs.Width} columns; they must have the same number.", nameof(inputs));
    }
}
