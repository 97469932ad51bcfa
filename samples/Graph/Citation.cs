/// <summary>One paper cites another; which one which is not recorded.</summary>
/// <param name="One">A paper.</param>
/// <param name="Other">Another one.</param>
public readonly record struct Citation(int One, int Other);
