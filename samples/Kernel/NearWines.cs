using ContextureDsl;

/// <summary>A wine leads to the thirty wines that measure nearest to it.</summary>
[Contexture(Rank = 16)]
public sealed partial class NearWines : Contexture<int, int>.From<Wine>
{
    protected override Context<int, int> Define(Events<Wine> wines) => wines.Input(w => w.Id).Features(w => w.Measurements).Standardised().Nearest(30);
}
