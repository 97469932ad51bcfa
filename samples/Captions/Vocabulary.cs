/// <summary>The words of the pictures that the peers learn from, as places of a vector.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, int> places = [];

    /// <summary>Takes all words in.</summary>
    public Vocabulary(IEnumerable<Emoji> emoji)
    {
        foreach (var word in emoji.SelectMany(one => one.Words)) places.TryAdd(word, places.Count);
    }

    /// <summary>One for every word that is said, zero for the others; words that are not in the vocabulary are left out.</summary>
    public float[] Marks(IEnumerable<string> words)
    {
        var marks = new float[places.Count];
        foreach (var word in words)
            if (places.TryGetValue(word, out var place)) marks[place] = 1;
        return marks;
    }
}
