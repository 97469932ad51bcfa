/// <summary>A noun of WordNet: what it means in a sentence, and what kind of thing it is.</summary>
/// <param name="Number">Its place in the file.</param>
/// <param name="Kind">One of the categories that its lexicographers sorted it into.</param>
/// <param name="Text">The gloss: a definition, sometimes with examples.</param>
public sealed record Gloss(int Number, string Kind, string Text);
