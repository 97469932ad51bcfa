using BenchmarkDotNet.Running;
using ContextureDsl.Benchmarks.Knn;
using ContextureDsl.Benchmarks.Mixing;
using ContextureDsl.Benchmarks.Stress;
using ContextureDsl.Benchmarks.Svd;

switch (args)
{
    case ["svd", .. var rest]:
        return SvdCommand.Run(rest);
    case ["knn", .. var rest]:
        return KnnCommand.Run(rest);
    case ["stress", _, ..] and [_, .. var rest]:
        return StressCommand.Run(rest);
    case ["mix", .. var rest]:
        return MixCommand.Run(rest);
    case ["bench", .. var rest]:
        BenchmarkSwitcher.FromAssembly(typeof(SvdCommand).Assembly).Run(rest);
        return 0;
    default:
        Console.Error.WriteLine("usage: svd CSR D LEVEL THREADS OUT    decompose a raw normalised matrix and print one line of JSON");
        Console.Error.WriteLine("       knn N D K THREADS [OUT]        find the K nearest of N points of D numbers, all pairs, and print one line of JSON");
        Console.Error.WriteLine("       stress COUNT [SEED]            hold so many random problems of every kind against dense arithmetic");
        Console.Error.WriteLine("       mix PAIRS WIDTH THREADS        measure the operator of a mix beside those of its parts, and print a table");
        Console.Error.WriteLine("       bench [--filter PATTERN] …     run BenchmarkDotNet suites");
        return 2;
}
