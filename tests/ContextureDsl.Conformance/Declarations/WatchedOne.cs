namespace ContextureDsl.Conformance.Declarations;

/// <summary>Every selector that a row with one input and one context value can have.</summary>
[Contexture(RarePairs = RarePairs.Keep)]
internal sealed partial class WatchedOne : Contexture<string, string>.From<Watched>
{
    protected override Context<string, string> Define(Events<Watched> rows) => Watched.One(rows);
}
