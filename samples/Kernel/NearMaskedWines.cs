using ContextureDsl;

/// <summary>A wine leads to the wines that would be nearest to it if two of the eleven measurements, other ones each time, had not been taken.</summary>
[Contexture(Rank = 16)]
public sealed partial class NearMaskedWines : Contexture<int, int>.From<Wine>
{
    protected override Context<int, int> Define(Events<Wine> wines) => wines.Input(w => w.Id).Features(w => w.Measurements).Standardised().MaskedNearest(30, hidden: 0.2, masks: 20);
}
