using ContextureDsl.Observation;

namespace ContextureDsl.Association;

/// <summary>A set of inputs as error messages name it: their number and the first three.</summary>
internal static class InputExamples
{
    private const int Shown = 3;

    /// <summary>Such as <c>7 inputs (p0, p1, p2, …)</c>.</summary>
    /// <param name="inputs">The values.</param>
    /// <param name="rows">The numbers of those that are meant.</param>
    public static string Of(IAlphabet inputs, IReadOnlyCollection<int> rows) => FormattableString.Invariant(
        $"{rows.Count} input{(rows.Count == 1 ? "" : "s")} ({string.Join(", ", rows.Take(Shown).Select(inputs.Describe))}{(rows.Count > Shown ? ", …" : "")})");
}
