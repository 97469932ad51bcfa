using ContextureDsl;

/// <summary>A word means what is said around it: X is a word, A a word near it, and the nearer it is the more it counts.</summary>
[Contexture(Rank = 64)]
public sealed partial class WordMeaning : Contexture<string, string>.From<Sighting>
{
    protected override Context<string, string> Define(Events<Sighting> sightings) =>
        sightings.Input(s => s.Word)
                 .Context(s => s.Neighbour)
                 .Weight(s => 1.0 / s.Distance)
                 .MinimumCount(input: 300, context: 300);
}
