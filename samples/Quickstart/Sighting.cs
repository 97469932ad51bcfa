/// <summary>A word was seen near another one.</summary>
/// <param name="Word">The word.</param>
/// <param name="Neighbour">A word at most five places away, in the same paragraph.</param>
/// <param name="Distance">How many places away: 1 for the next word.</param>
public readonly record struct Sighting(string Word, string Neighbour, int Distance);
