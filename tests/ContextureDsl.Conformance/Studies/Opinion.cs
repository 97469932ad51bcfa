namespace ContextureDsl.Conformance.Studies;

/// <summary>A sentence of a film review.</summary>
/// <param name="Number">Its place among all.</param>
/// <param name="Good">Whether it praises.</param>
/// <param name="Text">The sentence; tokens are split by spaces.</param>
public sealed record Opinion(int Number, bool Good, string Text)
{
    /// <summary>The tokens of the data set, punctuation among them.</summary>
    public string[] Tokens => Text.Split(' ');
}
