using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Spectral;

/// <summary>The eigenvalues of a self-adjoint T from its singular triplets: λᵢ = ±sᵢ.</summary>
/// <remarks>
/// An eigenfunction has u = v or u = −v. Among equal s the triplets are any rotation of such, so that J = UᵀV over the equal ones is symmetric and orthogonal, with an eigenvalue of 1 for every λ = s and of −1 for every
/// λ = −s. Where the last of the equal ones were not kept, J is a compression of that matrix: by interlacing it has no more eigenvalues of either sign than there are, so that what is said holds all the same.
/// </remarks>
internal static class SignedValues
{
    /// <summary>λ for every value, those of equal modulus with the positive ones first. O(N m²) for m equal values.</summary>
    /// <param name="result">The triplets.</param>
    /// <param name="inputOfVariable">The input that every context value is.</param>
    public static double[] Of<T>(SpectralResult<T> result, int[] inputOfVariable)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var values = (double[])result.Values.Clone();
        var next = 0;
        foreach (var plateau in result.Plateaus)
        {
            var (start, length) = plateau.GetOffsetAndLength(values.Length);
            for (; next < start; next++) values[next] *= Positive(result, inputOfVariable, next, 1) == 1 ? 1 : -1;
            for (next += Positive(result, inputOfVariable, start, length); next < start + length; next++) values[next] = -values[next];
        }
        for (; next < values.Length; next++) values[next] *= Positive(result, inputOfVariable, next, 1) == 1 ? 1 : -1;
        return Array.ConvertAll(values, value => value == 0 ? 0 : value);
    }

    /// <summary>How many eigenvalues of J are positive.</summary>
    private static int Positive<T>(SpectralResult<T> result, int[] inputOfVariable, int first, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rank = result.Values.Length;
        var products = Matrix<double>.Build.Dense(count, count);
        for (var a = 0; a < inputOfVariable.Length; a++)
        {
            var left = result.Left.AsSpan(inputOfVariable[a] * rank + first, count);
            var right = result.Right.AsSpan(a * rank + first, count);
            for (var i = 0; i < count; i++)
            {
                var factor = double.CreateTruncating(left[i]);
                for (var j = 0; j < count; j++) products[i, j] += factor * double.CreateTruncating(right[j]);
            }
        }
        if (count == 1) return products[0, 0] >= 0 ? 1 : 0;
        return (products + products.Transpose()).Evd(Symmetricity.Symmetric).EigenValues.Count(value => value.Real >= 0);
    }
}
