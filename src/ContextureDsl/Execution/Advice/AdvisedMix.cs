namespace ContextureDsl;

/// <summary>A context or a mix that was tried.</summary>
/// <param name="Formula">How it is declared, with the names of the parts: <c>Mix.Convolve(neighbours, then: words)</c>.</param>
/// <param name="Score">How probably a held-out pair (x, a) looks more like a pair than (x′, a) with the x′ of another one (AUC): the mean over the parts in which anything can be recognised. 0.5 is chance.</param>
/// <param name="StandardError">Of the score, for the choice of held-out pairs.</param>
/// <param name="Recognition">The same by part, in the order of <see cref="MixAdvice.Parts"/>.</param>
/// <param name="SingularValues">The leading singular values, learnt without the pairs that were held out first; none where it could not be learnt from the rest.</param>
/// <param name="IsDeclared">Whether it is what the declaration says.</param>
public sealed record AdvisedMix(string Formula, double Score, double StandardError, IReadOnlyList<double> Recognition, IReadOnlyList<double> SingularValues, bool IsDeclared)
{
    /// <summary>Why it could not be learnt without what was held out, in the words of the error; null where it was learnt every time. It counts as chance where it was not, and is not chosen.</summary>
    public string? Failure { get; init; }
}
