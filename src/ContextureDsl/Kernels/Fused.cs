using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ContextureDsl.Kernels;

/// <summary>a b + c on a register of either precision: one instruction where the processor has it, a product and a sum elsewhere.</summary>
internal static class Fused
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MultiplyAdd<T>(Vector256<T> a, Vector256<T> b, Vector256<T> c)
        where T : unmanaged
    {
        // The comparison of types is decided when the method is compiled; one branch remains.
        if (typeof(T) == typeof(float)) return Vector256.MultiplyAddEstimate(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>();
        if (typeof(T) == typeof(double)) return Vector256.MultiplyAddEstimate(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();
        throw new NotSupportedException($"There is no kernel for {typeof(T)}: blocks hold float or double.");
    }
}
