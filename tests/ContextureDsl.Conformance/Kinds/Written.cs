namespace ContextureDsl.Conformance.Kinds;

/// <summary>Declarations of sequences and texts that the generator compiles as a whole.</summary>
internal static partial class Written
{
    [Contexture]
    internal sealed partial class Near(int before, int after) : Contexture<string, string>.From<Sentence>
    {
        protected override Context<string, string> Define(Events<Sentence> sentences) =>
            sentences.Sequence(s => s.Tokens).Window(before, after).Discount(distance => 1.0 / distance).Weight(s => s.Weight);
    }

    [Contexture]
    internal sealed partial class Close(int radius, int least) : Contexture<string, string>.From<Sentence>
    {
        protected override Context<string, string> Define(Events<Sentence> sentences) =>
            sentences.Where(s => s.Weight > 0).Sequence(s => s.Tokens).Window(radius).MinimumCount(input: least, context: least);
    }

    [Contexture]
    internal sealed partial class Chain : Contexture<string, string>.From<Sentence>
    {
        protected override Context<string, string> Define(Events<Sentence> sentences) => sentences.Sequence(s => s.Tokens).Next().Weight(s => s.Weight);
    }

    [Contexture]
    internal sealed partial class Hidden(double ratio, int length) : Contexture<Chunk<string>, Masked<string>>.From<Sentence>
    {
        protected override Context<Chunk<string>, Masked<string>> Define(Events<Sentence> sentences) => sentences.Sequence(s => s.Tokens).Masked(ratio, length).Weight(s => s.Weight);
    }

    [Contexture]
    internal sealed partial class HiddenExactly(int hidden, int length) : Contexture<Chunk<string>, Masked<string>>.From<Sentence>
    {
        protected override Context<Chunk<string>, Masked<string>> Define(Events<Sentence> sentences) => sentences.Sequence(s => s.Tokens).MaskedExactly(hidden, length).Weight(s => s.Weight);
    }

    [Contexture]
    internal sealed partial class HiddenBlock(int hidden, int length) : Contexture<Chunk<string>, Masked<string>>.From<Sentence>
    {
        protected override Context<Chunk<string>, Masked<string>> Define(Events<Sentence> sentences) => sentences.Sequence(s => s.Tokens).MaskedBlock(hidden, length).Weight(s => s.Weight);
    }

    [Contexture]
    internal sealed partial class Drawn(int draws, long seed) : Contexture<Chunk<string>, Masked<string>>.From<Sentence>
    {
        protected override Context<Chunk<string>, Masked<string>> Define(Events<Sentence> sentences) => sentences.Sequence(s => s.Tokens).Masked(0.4, 3, draws, seed).Weight(s => s.Weight);
    }

    [Contexture]
    internal sealed partial class Around(double ratio, int radius) : Contexture<string, Masked<string>>.From<Sentence>
    {
        protected override Context<string, Masked<string>> Define(Events<Sentence> sentences) => sentences.Sequence(s => s.Tokens).MaskedWindow(ratio, radius).Weight(s => s.Weight);
    }

    [Contexture]
    internal sealed partial class Text(double ratio, int length, int least) : Contexture<int, Masked<string>>.From<Sentence>
    {
        protected override Context<int, Masked<string>> Define(Events<Sentence> sentences) =>
            sentences.Input(s => s.Key).Sequence(s => s.Tokens).Masked(ratio, length).Weight(s => s.Weight).MinimumCount(context: least);
    }

    [Contexture]
    internal sealed partial class TextExactly(int hidden, int length) : Contexture<int, Masked<string>>.From<Sentence>
    {
        protected override Context<int, Masked<string>> Define(Events<Sentence> sentences) =>
            sentences.Input(s => s.Key).Sequence(s => s.Tokens).MaskedExactly(hidden, length).Weight(s => s.Weight);
    }

    [Contexture]
    internal sealed partial class TextDrawn(int draws, long seed) : Contexture<int, Masked<string>>.From<Sentence>
    {
        protected override Context<int, Masked<string>> Define(Events<Sentence> sentences) =>
            sentences.Input(s => s.Key).Sequence(s => s.Tokens).Masked(0.6, 3, draws, seed).Weight(s => s.Weight);
    }

    [Contexture]
    internal sealed partial class Grams(int least) : Contexture<int, Chunk<string>>.From<Sentence>
    {
        protected override Context<int, Chunk<string>> Define(Events<Sentence> sentences) =>
            sentences.Input(s => s.Key).Sequence(s => s.Tokens).Stretches(1, 2).Weight(s => s.Weight).MinimumCount(context: least);
    }

    [Contexture]
    internal sealed partial class Mixed(double share) : Contexture<int>.From<Sentence>
    {
        protected override Definition<int> Define(Events<Sentence> sentences) => Mix.Convex(
            (1 - share, sentences.Input(s => s.Key).Sequence(s => s.Tokens).Masked(0.5, 2).Named("words")),
            (share, sentences.Input(s => s.Key).Sequence(s => string.Concat(s.Tokens)).Stretches(2).Named("letters")));
    }
}
