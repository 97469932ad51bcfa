using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace Samples.Graphs;

/// <summary>Eigenpairs at the ends of the spectrum of a sparse symmetric matrix: Lanczos with full reorthogonalisation. For the peers; shares no code with the library.</summary>
public static class SymmetricLanczos
{
    /// <summary>All Ritz pairs of the Krylov space; those at the ends have converged first.</summary>
    /// <param name="size">Order of the matrix.</param>
    /// <param name="steps">Dimension of the Krylov space.</param>
    /// <param name="multiply">From a vector to its product with the matrix.</param>
    /// <returns>Values with unit vectors, and the length of the residual ‖Mv − λv‖ of each.</returns>
    public static (double Value, double[] Vector, double Residual)[] Pairs(int size, int steps, Func<double[], double[]> multiply)
    {
        var random = new Random(1);
        var basis = new List<double[]>();
        var projected = Matrix<double>.Build.Dense(steps, steps);
        var next = Unit([.. Enumerable.Range(0, size).Select(_ => random.NextDouble() - 0.5)], out _);
        var last = 0.0;
        for (var step = 0; step < steps; step++)
        {
            basis.Add(next);
            var product = multiply(next);
            projected[step, step] = TensorPrimitives.Dot<double>(next, product);
            for (var round = 0; round < 2; round++)
                foreach (var vector in basis) TensorPrimitives.MultiplyAdd(vector, -TensorPrimitives.Dot<double>(vector, product), product, product);
            next = Unit(product, out last);
            if (step + 1 < steps) projected[step, step + 1] = projected[step + 1, step] = last;
        }
        var ritz = projected.Evd(Symmetricity.Symmetric);
        return [.. Enumerable.Range(0, steps).Select(i => (ritz.EigenValues[i].Real, Combined(basis, ritz.EigenVectors.Column(i)), Math.Abs(last * ritz.EigenVectors[steps - 1, i])))];
    }

    private static double[] Combined(List<double[]> basis, Vector<double> weights)
    {
        var sum = new double[basis[0].Length];
        for (var i = 0; i < basis.Count; i++) TensorPrimitives.MultiplyAdd(basis[i], weights[i], sum, sum);
        return sum;
    }

    private static double[] Unit(double[] vector, out double length)
    {
        length = TensorPrimitives.Norm<double>(vector);
        TensorPrimitives.Divide(vector, length, vector);
        return vector;
    }
}
