using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using ContextureDsl.Kernels;

namespace ContextureDsl.Benchmarks.Knn;

/// <summary>Exact nearest neighbours of seeded points among themselves, all pairs.</summary>
internal static class KnnCommand
{
    private const string Usage = "usage: knn N D K THREADS [OUT]    N points of D uniform numbers (float64, written to OUT for a peer, followed by the K neighbours of each as int32)";

    /// <summary>Runs the verb and prints one line of JSON.</summary>
    public static int Run(string[] args)
    {
        if (args.Length is not (4 or 5) || !args.Take(4).All(arg => int.TryParse(arg, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        int[] numbers = [.. args.Take(4).Select(arg => int.Parse(arg, CultureInfo.InvariantCulture))];
        var (rows, columns, count, threads) = (numbers[0], numbers[1], numbers[2], numbers[3]);
        var points = new Block<double>(rows, columns);
        var random = new Random(1);
        for (var i = 0; i < points.Values.Length; i++) points.Values[i] = random.NextDouble();
        var (clock, user) = (Stopwatch.StartNew(), Environment.CpuUsage.UserTime);
        var nearest = new NearestSearch(points, points, [.. Enumerable.Range(0, columns)]).Find(count, null, threads, null, default);
        var (wall, spent) = (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.UserTime - user).TotalSeconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{{\"points\": {rows}, \"columns\": {columns}, \"neighbours\": {count}, \"threads\": {threads}, \"wall_s\": {wall:F2}, \"user_s\": {spent:F2}, \"gflops\": {2.0 * rows * rows * columns / wall / 1e9:F1}, \"gflops_per_core\": {2.0 * rows * rows * columns / spent / 1e9:F1}}}"));
        if (args.Length == 5) Write(args[4], points, nearest);
        return 0;
    }

    private static void Write(string path, Block<double> points, int[] nearest)
    {
        using var file = File.Create(path);
        file.Write(MemoryMarshal.AsBytes(points.Values.AsSpan()));
        file.Write(MemoryMarshal.AsBytes(nearest.AsSpan()));
    }
}
