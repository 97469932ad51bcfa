using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ContextureDsl.Kernels;

/// <summary>
/// Inner loops of the small dense problems, in double. Compiled once at full optimisation: these loops run a few thousand times in a whole decomposition, so that tiering would
/// run most of them unoptimised.
/// </summary>
internal static class ShortVectors
{
    /// <summary>Σ a b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        fixed (double* x = a, y = b)
        {
            Vector256<double> first = default, second = default;
            var i = 0;
            for (; i + 8 <= a.Length; i += 8)
            {
                first = Vector256.MultiplyAddEstimate(Vector256.Load(x + i), Vector256.Load(y + i), first);
                second = Vector256.MultiplyAddEstimate(Vector256.Load(x + i + 4), Vector256.Load(y + i + 4), second);
            }

            var sum = Vector256.Sum(first + second);
            for (; i < a.Length; i++) sum += x[i] * y[i];
            return sum;
        }
    }

    /// <summary>target += factor · a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void AddScaled(ReadOnlySpan<double> a, double factor, Span<double> target)
    {
        fixed (double* x = a, y = target)
        {
            var scale = Vector256.Create(factor);
            var i = 0;
            for (; i + 4 <= a.Length; i += 4) Vector256.MultiplyAddEstimate(Vector256.Load(x + i), scale, Vector256.Load(y + i)).Store(y + i);
            for (; i < a.Length; i++) y[i] += factor * x[i];
        }
    }

    /// <summary>(a, b) = (cosine a + sine b, cosine b − sine a).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Rotate(Span<double> a, Span<double> b, double cosine, double sine)
    {
        fixed (double* x = a, y = b)
        {
            Vector256<double> c = Vector256.Create(cosine), s = Vector256.Create(sine);
            var i = 0;
            for (; i + 4 <= a.Length; i += 4)
            {
                Vector256<double> u = Vector256.Load(x + i), v = Vector256.Load(y + i);
                Vector256.MultiplyAddEstimate(c, u, s * v).Store(x + i);
                Vector256.MultiplyAddEstimate(c, v, -(s * u)).Store(y + i);
            }

            for (; i < a.Length; i++) (x[i], y[i]) = (cosine * x[i] + sine * y[i], cosine * y[i] - sine * x[i]);
        }
    }
}
