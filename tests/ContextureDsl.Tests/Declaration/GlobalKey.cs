/// <summary>A type without a namespace.</summary>
public readonly record struct GlobalKey(int Value);
