namespace ContextureDsl;

/// <summary>Which parts of a declaration run compiled code, and why the others do not.</summary>
/// <param name="Whole">Whether the shape as a whole was compiled: fused reading, normalisation, operator and iteration.</param>
/// <param name="Parts">One line per observed part: "NAME: compiled", "NAME: compiled, …" or "NAME: interpreted, …".</param>
public sealed record CompilationReport(bool Whole, IReadOnlyList<string> Parts)
{
    /// <summary>The lines, one under the other.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Parts);
}
