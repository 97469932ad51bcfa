namespace ContextureDsl.Observation;

/// <summary>A pair by its numbers, and a weight. Keys ascend by input, then by context value.</summary>
internal struct PairEntry(ulong key, double weight)
{
    public ulong Key = key;
    public double Weight = weight;

    public readonly int Input => (int)(Key >> 32);

    public readonly int Variable => (int)(uint)Key;

    public static ulong KeyOf(int input, int variable) => ((ulong)(uint)input << 32) | (uint)variable;
}
