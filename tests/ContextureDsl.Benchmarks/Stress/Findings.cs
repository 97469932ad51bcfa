using System.Globalization;

namespace ContextureDsl.Benchmarks.Stress;

/// <summary>What was found on the problems of one kind.</summary>
internal sealed class Findings
{
    private readonly List<string> failures = [];
    private int problems;
    private int unreached;
    private double residual;
    private double error;
    private double orthonormality;

    public int Failures => failures.Count;

    /// <summary>The first few failures, each with the seed that draws it again.</summary>
    public IEnumerable<string> Examples => failures.Take(3);

    /// <param name="measured">What was measured.</param>
    /// <param name="what">The problem.</param>
    public void Add(Measured measured, string what)
    {
        problems++;
        if (!measured.Converged) unreached++;
        else residual = Math.Max(residual, measured.Residual);
        error = Math.Max(error, measured.Error);
        orthonormality = Math.Max(orthonormality, measured.Orthonormality);
        if (measured.Failure is { } failure) failures.Add($"{what}: {failure}");
    }

    public string Row(string name) => string.Create(CultureInfo.InvariantCulture, $"{name,-44} {problems,8} {failures.Count,8} {unreached,12} {residual,18:F3} {error,18:E1} {orthonormality,20:F1}");
}
