using System.Numerics;
using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>The operator seen from the side that the iteration lives on: "near" are the context values or the inputs, "far" the others.</summary>
internal sealed class Sides<T>(DeflatedOperator<T> matrix, bool onVariables)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Threads of the operator.</summary>
    public int Threads => matrix.Threads;

    /// <summary>The constants of the near side.</summary>
    public ComponentConstants<T> NearConstants => onVariables ? matrix.Constants.Variables : matrix.Constants.Inputs;

    /// <summary>The constants of the far side.</summary>
    public ComponentConstants<T> FarConstants => onVariables ? matrix.Constants.Inputs : matrix.Constants.Variables;

    /// <summary>B̃V or B̃ᵀU in a new block.</summary>
    public Block<T> ToFar(Block<T> near, CancellationToken cancellationToken)
    {
        var far = new Block<T>(FarConstants.Length, near.Width);
        if (onVariables) matrix.Apply(near, far, cancellationToken);
        else matrix.ApplyAdjoint(near, far, cancellationToken);
        return far;
    }

    /// <summary>The adjoint of <see cref="ToFar"/> in a new block.</summary>
    public Block<T> ToNear(Block<T> far, CancellationToken cancellationToken)
    {
        var near = new Block<T>(NearConstants.Length, far.Width);
        if (onVariables) matrix.ApplyAdjoint(far, near, cancellationToken);
        else matrix.Apply(far, near, cancellationToken);
        return near;
    }

    /// <summary>Triplets with the residuals of both sides.</summary>
    /// <param name="values">s.</param>
    /// <param name="near">The functions of the near side; light rows are made accurate, see <see cref="LightRows{T}"/>.</param>
    /// <param name="far">The functions of the far side.</param>
    /// <param name="products">The operator times the near functions, where it is known; overwritten.</param>
    /// <param name="cancellationToken">Looked at all the time.</param>
    public Triplets<T> Measured(
        double[] values, IReadOnlyList<Block<T>> near, IReadOnlyList<Block<T>> far, IReadOnlyList<Block<T>>? products, CancellationToken cancellationToken)
    {
        var residuals = new double[values.Length];
        var light = new LightRows<T>(NearConstants.Roots, near);
        for (var panel = 0; panel < near.Count; panel++)
        {
            var adjoint = ToNear(far[panel], cancellationToken);
            var sharp = light.Of(adjoint);
            var backward = Distances(adjoint, near[panel], values, panel, cancellationToken);
            var isChanged = light.Sharpen(near[panel], sharp, values.AsSpan(panel * Panels.Width, backward.Length), backward);
            var product = isChanged || products is null ? ToFar(near[panel], cancellationToken) : products[panel];
            var forward = Distances(product, far[panel], values, panel, cancellationToken);
            for (var k = 0; k < forward.Length; k++) residuals[panel * Panels.Width + k] = Math.Max(forward[k], backward[k]);
        }

        return onVariables ? new Triplets<T>(values, near, far, residuals) : new Triplets<T>(values, far, near, residuals);
    }

    // The lengths of the columns of product − vectors · values.
    private double[] Distances(Block<T> product, Block<T> vectors, double[] values, int panel, CancellationToken cancellationToken)
    {
        var columns = Math.Min(Panels.Width, values.Length - panel * Panels.Width);
        var scale = new double[Panels.Square];
        for (var k = 0; k < columns; k++) scale[k * Panels.Width + k] = values[panel * Panels.Width + k];
        Panels.Subtract([vectors], 0, 1, scale, product, Threads, cancellationToken);
        var gram = Panels.Gram(product, Threads, cancellationToken);
        return [.. Enumerable.Range(0, columns).Select(k => Math.Sqrt(gram[k * Panels.Width + k]))];
    }
}
