using ContextureDsl;

/// <summary>A character is the cells that have ink in them, and nothing else.</summary>
[Contexture(Rank = Dimension, Embedding = Embedding.Scaled)]
public sealed partial class Strokes : Contexture<int, int>.From<Character>
{
    /// <summary>As many functions as twenty people can carry, so that all rows of the table have as many numbers.</summary>
    public const int Dimension = 19;

    protected override Context<int, int> Define(Events<Character> characters) => characters.Input(c => c.Number).ContextMany(c => c.Inked);
}
