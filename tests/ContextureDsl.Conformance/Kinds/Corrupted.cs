namespace ContextureDsl.Conformance.Kinds;

/// <summary>Declarations of corrupted features that the generator compiles as a whole.</summary>
internal static partial class Corrupted
{
    [Contexture]
    internal sealed partial class Swapped(double rate) : Contexture<int, FeatureRow>.From<NumberedRow>
    {
        protected override Context<int, FeatureRow> Define(Events<NumberedRow> rows) => rows.Input(r => r.Id).Features(r => r.Numbers).CutMix(rate).Discrete();
    }

    [Contexture]
    internal sealed partial class Replaced(double rate) : Contexture<int, FeatureRow>.From<NumberedRow>
    {
        protected override Context<int, FeatureRow> Define(Events<NumberedRow> rows) => rows.Input(r => r.Id).Features(r => r.Numbers).Scarf(rate, Replacement.Marginal).Discrete();
    }

    [Contexture]
    internal sealed partial class Quantised(double rate, Replacement replacement, int draws, int codewords) : Contexture<int, Codeword>.From<NumberedRow>
    {
        protected override Context<int, Codeword> Define(Events<NumberedRow> rows) =>
            rows.Input(r => r.Id).Features(r => r.Numbers).Standardised().Scarf(rate, replacement, draws, seed: 5).Quantise(Codebook.Rows(codewords, seed: 6));
    }
}
