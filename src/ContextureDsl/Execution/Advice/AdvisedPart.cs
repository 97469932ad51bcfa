namespace ContextureDsl;

/// <summary>A part that advice was asked on.</summary>
/// <param name="Name">Its name in the formulas.</param>
/// <param name="HeldOut">Pairs of it that were held out and asked for, in one repeat.</param>
/// <param name="IsRecognisable">Whether any candidate tells its held-out pairs from chance pairs, by three standard errors. What cannot be recognised is left out of every choice.</param>
/// <param name="Remark">What its own singular values say: that it is too strong or too weak; null where they say nothing.</param>
public sealed record AdvisedPart(string Name, int HeldOut, bool IsRecognisable, string? Remark);
