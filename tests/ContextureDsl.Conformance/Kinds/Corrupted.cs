namespace ContextureDsl.Conformance.Kinds;

/// <summary>Declarations of corrupted features that the generator compiles as a whole.</summary>
internal static partial class Corrupted
{
    [Contexture]
    internal sealed partial class Swapped(double rate) : Contexture<int, FeatureRow>.From<Reading>
    {
        protected override Context<int, FeatureRow> Define(Events<Reading> rows) => rows.Input(r => r.Id).Features(r => r.Numbers).CutMix(rate).Discrete();
    }

    [Contexture]
    internal sealed partial class Quantised(double rate, Replacement replacement, int draws, int codewords) : Contexture<int, Codeword>.From<Reading>
    {
        protected override Context<int, Codeword> Define(Events<Reading> rows) =>
            rows.Input(r => r.Id).Features(r => r.Numbers).Standardised().Scarf(rate, replacement, draws, seed: 5).Quantise(Codebook.Rows(codewords, seed: 6));
    }
}
