using ContextureDsl;

/// <summary>An emoji is what is said of it and what it looks like: mostly its keywords, and less the fifteen pictures that are most like its own.</summary>
[Contexture(Rank = Dimension, Embedding = Embedding.Scaled)]
public sealed partial class SaidAndLike : Contexture<int>.From<Emoji>
{
    public const int Dimension = 32;

    protected override Definition<int> Define(Events<Emoji> emoji) => Mix.Convex(
        (0.7, emoji.Input(e => e.Number).ContextMany(e => e.Words).MinimumCount(context: 3).Named("said")),
        (0.3, emoji.Input(e => e.Number).Features(e => Thumbnail.Of(e)).Nearest(15).Named("like")));
}
