using System.Diagnostics;
using System.Globalization;
using ContextureDsl.Association;
using ContextureDsl.Spectral;

namespace ContextureDsl.Benchmarks.Svd;

/// <summary>
/// <c>svd CSR D LEVEL THREADS OUT</c>: the decomposition alone, beside solvers of other libraries on the same file. D triplets after the trivial one are computed in single precision to
/// the residual LEVEL; D + 1 are written, the known trivial one first. The level <c>E999</c>, 0.999 of the energy that D functions can capture, is that of the residual 1e-2.
/// </summary>
/// <remarks>
/// Timed is what a peer's call does with its matrix in memory: start block, iteration, both sides of the functions, measured residuals. Reading, recovering the
/// marginals (which counting would have given) and both orientations of the matrix are not.
/// </remarks>
internal static class SvdCommand
{
    public static int Run(string[] args)
    {
        if (args is not [var path, var rank, var level, var threads, var output]) throw new ArgumentException("svd needs CSR D LEVEL THREADS OUT.");
        if (ResidualOf(level) is not { } residual)
        {
            Console.Error.WriteLine($"LEVEL is '{level}', but a residual above zero, such as 1e-2, or E999 is needed.");
            return 2;
        }
        var d = int.Parse(rank, CultureInfo.InvariantCulture);
        var options = new SpectralOptions(d, residual, 1, int.Parse(threads, CultureInfo.InvariantCulture));
        WarmUp(options);
        var joint = RawMatrix.Read(path).ToJoint();
        var matrix = new SparseOperator<float>(Normalisation.Factors<float>(joint), Components.Of(joint), options.Threads);
        GC.Collect();
        var (clock, user) = (Stopwatch.StartNew(), Environment.CpuUsage.UserTime);
        var result = Decomposition.Run(matrix, options, CancellationToken.None);
        var (wall, used) = (clock.Elapsed, Environment.CpuUsage.UserTime - user);
        Write(output, joint, result);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"wall":{{wall.TotalSeconds:F4}},"user":{{used.TotalSeconds:F4}},"peak_rss_mb":{{PeakMegabytes()}},"rounds":{{result.Iterations}},"products":{{result.Products}},"converged":{{(result.Converged ? "true" : "false")}}}"""));
        return 0;
    }

    // A captured energy is known only beside the best possible one, so E999 is a residual that is loose and reaches it.
    private static double? ResidualOf(string level)
    {
        if (level == "E999") return 1e-2;
        return double.TryParse(level, NumberStyles.Float, CultureInfo.InvariantCulture, out var residual) && double.IsFinite(residual) && residual > 0 ? residual : null;
    }

    // Compiles what the solve will run; a toy of the size that iterates.
    private static void WarmUp(SpectralOptions options)
    {
        var random = new Random(1);
        var values = Enumerable.Range(0, 1500).Select(_ => Enumerable.Range(0, 900).Where(_ => random.Next(60) == 0).ToArray()).ToArray();
        for (var a = 0; a < 900; a++) values[a] = [.. values[a].Append(a).Distinct().Order()];
        for (var x = 900; x < 1500; x++) values[x] = [.. values[x].Append(x - 900).Distinct().Order()];
        var joint = new RawMatrix(1500, 900, [0, .. values.Select((_, x) => values.Take(x + 1).Sum(row => row.Length))], [.. values.SelectMany(row => row)], null).ToJoint();
        var matrix = new SparseOperator<float>(Normalisation.Factors<float>(joint), Components.Of(joint), options.Threads);
        Decomposition.Run(matrix, options with { Rank = 16 }, CancellationToken.None);
    }

    private static void Write(string path, JointDistribution joint, SpectralResult<float> result)
    {
        var d = result.Values.Length;
        using var writer = new BinaryWriter(File.Create(path));
        foreach (var header in (int[])[joint.Inputs, joint.Variables, d + 1, 0]) writer.Write(header);
        writer.Write(1.0);
        foreach (var value in result.Values) writer.Write(value);
        WriteFunctions(writer, joint.InputMarginal, result.Left, d);
        WriteFunctions(writer, joint.Parts[0].VariableMarginal, result.Right, d);
    }

    private static void WriteFunctions(BinaryWriter writer, double[] marginal, float[] functions, int d)
    {
        for (var x = 0; x < marginal.Length; x++)
        {
            writer.Write(Math.Sqrt(marginal[x]));
            for (var i = 0; i < d; i++) writer.Write((double)functions[x * d + i]);
        }
    }

    // The largest resident size; zero where the system does not say.
    private static long PeakMegabytes()
    {
        const string Status = "/proc/self/status";
        var line = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(text => text.StartsWith("VmHWM", StringComparison.Ordinal)) : null;
        return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
