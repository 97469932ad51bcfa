namespace ContextureDsl.Mixing;

/// <summary>How the columns of the parts of an untagged mix lie in its own: T = Σ wⱼ Tⱼ is B(x, a) = Σⱼ wⱼ √(qⱼ(a)/q(a)) Bⱼ(x, a) with q = Σ wⱼ qⱼ.</summary>
/// <param name="Columns">For every part, the column of the mix that each of its own is.</param>
/// <param name="Scales">wⱼ √(qⱼ/q), for every part and each of its columns.</param>
internal sealed record AverageLayout(int[][] Columns, double[][] Scales);
