namespace ContextureDsl.Tests.Kinds;

/// <summary>Words of n bits and the laws over them that have closed forms.</summary>
internal static class Bits
{
    /// <summary>All words of n bits.</summary>
    public static int[] Words(int bits) => [.. Enumerable.Range(0, 1 << bits)];

    /// <summary>Every bit flipped by itself with the given probability.</summary>
    public static IEnumerable<(int Value, double Probability)> Flipped(int word, int bits, double error) =>
        Words(bits).Select(other => (other, Math.Pow(error, int.PopCount(word ^ other)) * Math.Pow(1 - error, bits - int.PopCount(word ^ other))));

    /// <summary>How many bits are set after a flip of every bit.</summary>
    public static IEnumerable<(int Value, double Probability)> Counted(int count, int bits, double error) =>
        from kept in Enumerable.Range(0, count + 1)
        from wrong in Enumerable.Range(0, bits - count + 1)
        select (kept + wrong, Binomial(count, kept) * Math.Pow(1 - error, kept) * Math.Pow(error, count - kept) * Binomial(bits - count, wrong) * Math.Pow(error, wrong) * Math.Pow(1 - error, bits - count - wrong));

    /// <summary>n over k.</summary>
    public static double Binomial(int n, int k) => k == 0 ? 1 : Binomial(n - 1, k - 1) * n / k;

    /// <summary>base^k, C(n, k) times for k = 1 … n, descending for a base below one.</summary>
    public static IEnumerable<double> Powers(double number, int bits) =>
        Enumerable.Range(1, bits).SelectMany(k => Enumerable.Repeat(Math.Pow(number, k), (int)Binomial(bits, k)));
}
