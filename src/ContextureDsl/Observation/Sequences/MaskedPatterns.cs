using System.Numerics;

namespace ContextureDsl.Observation;

/// <summary>The patterns that masks leave visible, as sequences of token numbers in which −1 is a gap.</summary>
/// <param name="tokens">The tokens.</param>
internal sealed class MaskedPatterns<TToken>(TokenNumbers<TToken> tokens)
    where TToken : notnull
{
    private const int Gap = -1;

    private readonly NumberSequences patterns = new();
    private readonly int[] pattern = new int[64];

    /// <summary>How many there are.</summary>
    public int Count => patterns.Count;

    /// <summary>The number of what can be seen of a window with all its places.</summary>
    /// <param name="window">Token numbers; −1 where there is none.</param>
    /// <param name="visible">Bit i is set where place i can be seen.</param>
    public int Placed(ReadOnlySpan<int> window, ulong visible)
    {
        for (var place = 0; place < window.Length; place++) pattern[place] = (visible >> place & 1) != 0 ? window[place] : Gap;
        return patterns.Number(pattern.AsSpan(0, window.Length));
    }

    /// <summary>The same without the gaps before the first token and after the last.</summary>
    /// <param name="window">Token numbers.</param>
    /// <param name="visible">Some bit below the length is set, and none above.</param>
    public int Trimmed(ReadOnlySpan<int> window, ulong visible)
    {
        var first = BitOperations.TrailingZeroCount(visible);
        return Placed(window[first..(64 - BitOperations.LeadingZeroCount(visible))], visible >> first);
    }

    /// <summary>The values of the numbers.</summary>
    public HashAlphabet<Masked<TToken>, DefaultKeys<Masked<TToken>>> Values()
    {
        var values = new HashAlphabet<Masked<TToken>, DefaultKeys<Masked<TToken>>>();
        for (var number = 0; number < patterns.Count; number++) values.Number(Value(patterns[number]));
        return values;
    }

    private Masked<TToken> Value(ReadOnlySpan<int> places)
    {
        var visible = 0UL;
        for (var place = 0; place < places.Length; place++)
            if (places[place] != Gap) visible |= 1UL << place;
        var seen = new TToken[BitOperations.PopCount(visible)];
        var next = 0;
        foreach (var place in places)
            if (place != Gap) seen[next++] = tokens.Alphabet[place];
        return new(seen, visible, places.Length);
    }
}
