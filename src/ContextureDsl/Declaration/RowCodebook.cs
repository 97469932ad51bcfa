namespace ContextureDsl;

/// <summary>Codewords of rows of numbers; made by <see cref="Codebook.Rows"/>.</summary>
public sealed class RowCodebook : Codebook<FeatureRow>
{
    internal RowCodebook(int codewords, long seed) : base(codewords, seed) { }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"rows codewords {Codewords} seed {Seed}");
}
