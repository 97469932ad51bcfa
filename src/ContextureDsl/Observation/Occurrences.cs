namespace ContextureDsl.Observation;

/// <summary>How often each number came, for the minimum counts.</summary>
internal sealed class Occurrences
{
    private long[] counts = [];

    public void Add(int number, long times = 1)
    {
        if (number >= counts.Length) Array.Resize(ref counts, (int)Math.Min(Array.MaxLength, Math.Max(number + 1L, 2L * counts.Length)));
        counts[number] += times;
    }

    public long Of(int number) => number < counts.Length ? counts[number] : 0;

    public long Largest => counts.Length == 0 ? 0 : counts.Max();
}
