namespace ContextureDsl.Conformance.Declarations;

/// <summary>The same with several inputs and several context values in a row.</summary>
[Contexture(RarePairs = RarePairs.Keep)]
internal sealed partial class WatchedSeveral : Contexture<string, string>.From<Watched>
{
    protected override Context<string, string> Define(Events<Watched> rows) => Watched.Several(rows);
}
