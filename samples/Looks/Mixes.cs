using ContextureDsl;

/// <summary>What is said of an emoji and what it looks like, alone and mixed.</summary>
public static class Mixes
{
    /// <summary>In the free form, without a class.</summary>
    public static IEnumerable<(string Name, Func<Events<Emoji>, Definition<int>> Define)> All()
    {
        yield return ("said alone", Said);
        yield return ("like alone", Like);
        foreach (var weight in (double[])[0.1, 0.3, 0.5, 0.7, 0.9])
            yield return ($"Convex, {weight:F1} said", emoji => Mix.Convex((weight, Said(emoji)), (1 - weight, Like(emoji))));
        yield return ("MinMax", emoji => Mix.MinMax(Said(emoji), Like(emoji)));
        yield return ("Concatenate", emoji => Mix.Concatenate(Said(emoji), Like(emoji)));
        yield return ("Convolve(said, like)", emoji => Mix.Convolve(Said(emoji), then: Like(emoji)));
        yield return ("Convolve(like, said)", emoji => Mix.Convolve(Like(emoji), then: Said(emoji)));
    }

    // A word that is said once or twice ties few emoji together, and takes a function of its own for it.
    private static Context<int> Said(Events<Emoji> emoji) => emoji.Input(e => e.Number).ContextMany(e => e.Words).MinimumCount(context: 3).Named("said");

    private static Context<int> Like(Events<Emoji> emoji) => emoji.Input(e => e.Number).Features(e => Thumbnail.Of(e)).Nearest(15).Named("like");
}
