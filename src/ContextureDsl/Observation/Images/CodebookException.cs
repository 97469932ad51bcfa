namespace ContextureDsl;

/// <summary>A codebook cannot be learnt, because there are fewer distinct values than codewords; or a part has none.</summary>
public sealed class CodebookException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public CodebookException(string message) : base(message) { }

    /// <param name="what">What is encoded, in the plural.</param>
    /// <param name="codewords">How many were asked for.</param>
    /// <param name="distinct">How many distinct values there are.</param>
    /// <param name="seen">How many values were looked at.</param>
    internal static CodebookException TooFew(string what, int codewords, int distinct, int seen) => new(FormattableString.Invariant(
        $"A codebook of {codewords} codewords cannot be learnt from {seen} {what}, of which {distinct} are distinct. Every codeword needs at least one. Ask for at most {distinct} codewords, or learn from more {what}."));

    internal static CodebookException None(string part, string values) => new(
        $"The part '{part}' has no codebook of {values} here. Parts that quantise have one, in the result that was learnt; a result that was loaded from a file has none. Name a part with a codebook, or learn again.");
}
