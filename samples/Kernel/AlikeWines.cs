using ContextureDsl;

/// <summary>A wine leads to wines that are like it, all the more the closer: the Laplacian kernel as a random walk.</summary>
/// <param name="gamma">How fast likeness falls with the distance, summed over the measurements.</param>
[Contexture(Rank = 16)]
public sealed partial class AlikeWines(double gamma) : Contexture<int, int>.From<Wine>
{
    protected override Context<int, int> Define(Events<Wine> wines) => wines.Input(w => w.Id).Features(w => w.Measurements).Standardised().Laplacian(gamma);
}
