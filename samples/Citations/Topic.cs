using ContextureDsl;

/// <summary>
/// A paper means the words of the papers around it: twice along a citation and back, half the time staying where it is, since a paper belongs to its own neighbourhood; then a word of the paper where that ends.
/// </summary>
[Contexture(Rank = Dimension, Embedding = Embedding.Scaled)]
public sealed partial class Topic : Contexture<int>.From<Citation, Mention>
{
    public const int Dimension = 64;

    protected override Definition<int> Define(Events<Citation> citations, Events<Mention> mentions)
    {
        var around = citations.Neighbours(from: c => c.One, to: c => c.Other).Undirected().Named("neighbours").Lazy(0.5);
        var words = mentions.Input(m => m.Paper).Context(m => m.Word).Named("words");
        return Mix.Convolve(around, around, then: words);
    }
}
