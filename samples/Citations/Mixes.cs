using ContextureDsl;

/// <summary>Two contexts of a paper, alone and mixed in all the ways there are.</summary>
public static class Mixes
{
    /// <summary>Declared in the free form, which needs no class: every one learns 64 functions (two encoders side by side, 64 each, of which the strongest 64 are kept).</summary>
    public static IEnumerable<(string Name, Func<Events<Citation>, Events<Mention>, Definition<int>> Define)> All()
    {
        yield return ("neighbours alone", (citations, _) => Neighbours(citations));
        yield return ("words alone", (_, mentions) => Words(mentions));

        // The citations are too strong (a singular value of 1 for every island), the words too weak: weights between the two balance them.
        foreach (var weight in (double[])[0.1, 0.3, 0.5, 0.7, 0.9])
            yield return ($"Convex, {weight:F1} neighbours", (citations, mentions) => Mix.Convex((weight, Neighbours(citations)), (1 - weight, Words(mentions))));
        yield return ("MinMax", (citations, mentions) => Mix.MinMax(Neighbours(citations), Words(mentions)));
        yield return ("Concatenate", (citations, mentions) => Mix.Concatenate(Neighbours(citations), Words(mentions)));

        // There and back along the citations, then a word: what the words of a neighbourhood have in common.
        yield return ("Convolve(words, neighbours)", (citations, mentions) => Mix.Convolve(Words(mentions), then: Neighbours(citations)));
        yield return ("Convolve(neighbours, words)", (citations, mentions) => Mix.Convolve(Neighbours(citations), then: Words(mentions)));
        yield return ("Convolve(neighbours twice, words)", (citations, mentions) => Twice(Neighbours(citations), mentions));

        // The paper itself belongs to its neighbourhood too.
        yield return ("Convex, 0.5 lazy neighbours", (citations, mentions) => Mix.Convex(Neighbours(citations).Lazy(), Words(mentions)));
        yield return ("Convolve(lazy neighbours, words)", (citations, mentions) => Mix.Convolve(Neighbours(citations).Lazy(), then: Words(mentions)));
        yield return ("Convolve(lazy twice, words)", (citations, mentions) => Twice(Neighbours(citations).Lazy(), mentions));
        yield return ("Convolve(heat, words)", (citations, mentions) => Mix.Convolve(Neighbours(citations).Heat(1), then: Words(mentions)));
    }

    private static Context<int, int> Neighbours(Events<Citation> citations) => citations.Neighbours(from: c => c.One, to: c => c.Other).Undirected().Named("neighbours");

    private static Context<int, int> Words(Events<Mention> mentions) => mentions.Input(m => m.Paper).Context(m => m.Word).Named("words");

    private static Context<int, int> Twice(Context<int, int> walk, Events<Mention> mentions) => Mix.Convolve(walk, walk, then: Words(mentions));
}
