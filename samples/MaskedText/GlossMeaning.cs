using ContextureDsl;

/// <summary>A gloss is what is left of it when most of it is hidden: X is the gloss, A now one or two neighbouring words of it, now four of its letters in a row.</summary>
/// <param name="ratio">The probability that a word of the window is hidden.</param>
/// <param name="letters">The share of the letters, which know that a plant, the plants and a plantation have to do with each other.</param>
[Contexture(Rank = 64)]
public sealed partial class GlossMeaning(double ratio = 0.6, double letters = 0.5) : Contexture<int>.From<Gloss>
{
    protected override Definition<int> Define(Events<Gloss> glosses)
    {
        var words = glosses.Input(g => g.Number).Sequence(g => Words.Of(g.Text)).Masked(ratio, length: 2).MinimumCount(context: 5);
        var spelling = glosses.Input(g => g.Number).Sequence(g => g.Text).Stretches(4).MinimumCount(context: 5);
        return Mix.Convex((1 - letters, words.Named("words")), (letters, spelling.Named("letters")));
    }
}
