using System.Numerics;

namespace ContextureDsl.Observation;

/// <summary>The tokens of sequences as numbers.</summary>
/// <param name="scope">For messages.</param>
internal sealed class TokenNumbers<TToken>(CountScope scope)
    where TToken : notnull
{
    private readonly RowValues<TToken> row = new();
    private readonly List<ulong> contents = [];
    private int[] numbers = [];

    /// <summary>All tokens so far.</summary>
    public HashAlphabet<TToken, DefaultKeys<TToken>> Alphabet { get; } = new();

    /// <summary>The numbers of the tokens of a row, valid until the next call.</summary>
    /// <exception cref="NullKeyException">The list or a token is null.</exception>
    public ReadOnlySpan<int> Of(IEnumerable<TToken>? tokens, long index)
    {
        var values = row.Of(tokens ?? throw NullKeyException.List(scope, index, scope.Variable, "tokens"));
        if (numbers.Length < values.Length) numbers = new int[Math.Max(values.Length, 2 * numbers.Length)];
        for (var i = 0; i < values.Length; i++)
            numbers[i] = Alphabet.Number(values[i] ?? throw NullKeyException.Value(scope, index, scope.Variable, "token"));
        return numbers.AsSpan(0, values.Length);
    }

    /// <summary>64 bits that depend on what the tokens of a sequence are and not on when they were first seen; −1 is no token.</summary>
    public ulong Content(ReadOnlySpan<int> sequence)
    {
        while (contents.Count < Alphabet.Count) contents.Add(ContentHash.Of(Alphabet[contents.Count]));
        var hash = (ulong)sequence.Length;
        foreach (var number in sequence) hash = (BitOperations.RotateLeft(hash, 23) * 0xD1342543DE82EF95) + (number < 0 ? 1 : contents[number]);
        return hash;
    }
}
