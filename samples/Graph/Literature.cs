using ContextureDsl;

/// <summary>A paper means the papers around it: A is where a random walk along the citations has come to after a Poisson number of steps.</summary>
/// <param name="time">The mean number of steps.</param>
[Contexture(Rank = Dimension, Embedding = Embedding.Scaled, Precision = Precision.Double)]
public sealed partial class Literature(double time) : Contexture<int, int>.From<Citation>
{
    public const int Dimension = 64;

    protected override Context<int, int> Define(Events<Citation> citations) =>
        citations.Neighbours(from: c => c.One, to: c => c.Other).Undirected().Heat(time);
}
