using System.Globalization;

namespace ContextureDsl.Benchmarks.Stress;

/// <summary><c>stress COUNT [SEED]</c>: decomposes so many random problems of every kind, in both precisions and on both paths, and holds every result against dense arithmetic. Ends with 1 where anything failed.</summary>
internal static class StressCommand
{
    public static int Run(string[] args)
    {
        var count = int.Parse(args[0], CultureInfo.InvariantCulture);
        var first = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 0;
        Console.WriteLine($"{"",-44} {"problems",8} {"failures",8} {"not reached",12} {"residual ÷ asked",18} {"error of a value",18} {"orthonormality ÷ nε",20}");
        var failures = 0;
        foreach (var kind in ProblemKind.All)
        {
            foreach (var (name, iterates, isDouble) in ((string, bool, bool)[])[("single, iterated", true, false), ("double, iterated", true, true), ("single", false, false), ("double", false, true)])
            {
                var findings = new Findings();
                for (var seed = first; seed < first + count; seed++) findings.Add(One(kind, seed, iterates, isDouble), FormattableString.Invariant($"{kind.Name}, {name}, seed {seed}"));
                Console.WriteLine(findings.Row($"{kind.Name}: {name}"));
                foreach (var example in findings.Examples) Console.WriteLine("    " + example);
                failures += findings.Failures;
            }
        }
        return failures == 0 ? 0 : 1;
    }

    private static Measured One(ProblemKind kind, int seed, bool iterates, bool isDouble)
    {
        var random = new Random(seed);
        var problem = new RandomProblem(kind.Draw(random));
        var most = Math.Min(problem.Table.Inputs, problem.Table.Variables) - 1;
        if (most < 1) return new(true, 0, 0, 0, null);
        var rank = random.Next(1, Math.Min(most, 40) + 1);
        return isDouble ? Measured.Of<double>(problem, rank, 1e-10, iterates, Math.Pow(2, -52)) : Measured.Of<float>(problem, rank, 1e-5, iterates, Math.Pow(2, -23));
    }
}
