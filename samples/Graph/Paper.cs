/// <summary>A paper with what is judged.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Subject">One of seven subjects.</param>
/// <param name="Split">train, val, test or blank: the public split.</param>
public readonly record struct Paper(int Number, int Subject, string Split);
