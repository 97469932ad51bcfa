namespace ContextureDsl.Spectral;

/// <summary>Products of the 8 × 8 matrices that couple panels; row-major.</summary>
internal static class SquareMatrix
{
    private const int Order = Panels.Width;

    /// <summary>target += left · right.</summary>
    public static void AddProduct(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> target)
    {
        for (var i = 0; i < Order; i++)
        {
            for (var k = 0; k < Order; k++)
            {
                var factor = left[i * Order + k];
                for (var j = 0; j < Order; j++) target[i * Order + j] += factor * right[k * Order + j];
            }
        }
    }

    /// <summary>right = left · right.</summary>
    public static void MultiplyLeft(ReadOnlySpan<double> left, Span<double> right)
    {
        Span<double> product = stackalloc double[Panels.Square];
        product.Clear();
        AddProduct(left, right, product);
        product.CopyTo(right);
    }
}
