namespace ContextureDsl.Observation;

/// <summary>Sequences of token numbers as the stretches that they stand for.</summary>
internal static class TokenChunks
{
    /// <summary>The stretches with the numbers of the sequences.</summary>
    public static HashAlphabet<Chunk<TToken>, DefaultKeys<Chunk<TToken>>> Of<TToken>(NumberSequences sequences, TokenNumbers<TToken> tokens)
        where TToken : notnull
    {
        var chunks = new HashAlphabet<Chunk<TToken>, DefaultKeys<Chunk<TToken>>>();
        for (var number = 0; number < sequences.Count; number++)
        {
            var sequence = sequences[number];
            var stretch = new TToken[sequence.Length];
            for (var i = 0; i < stretch.Length; i++) stretch[i] = tokens.Alphabet[sequence[i]];
            chunks.Number(new(stretch));
        }
        return chunks;
    }
}
