using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using ContextureDsl.Execution;

namespace ContextureDsl.Benchmarks.Emitted;

/// <summary>Events to counted tables: selectors, alphabets, pair counting. Emitted against interpreted on the same million events.</summary>
[MemoryDiagnoser, GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory), CategoriesColumn]
public class CountingBenchmarks
{
    private readonly Click[] clicks = Clicks.Of(1_000_000);
    private readonly UsersByProduct one = new();
    private readonly ProductsByBasketAndUser mix = new();

    /// <summary>One context, delegates and dictionaries.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("one context")]
    public int OneInterpreted() => Count(one.Definition, null);

    /// <summary>One context, emitted.</summary>
    [Benchmark, BenchmarkCategory("one context")]
    public int OneEmitted() => Count(one.Definition, one.Emitted);

    /// <summary>Two contexts in one pass, delegates and dictionaries.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("mix of two")]
    public int MixInterpreted() => Count(mix.Definition, null);

    /// <summary>Two contexts in one pass, emitted.</summary>
    [Benchmark, BenchmarkCategory("mix of two")]
    public int MixEmitted() => Count(mix.Definition, mix.Emitted);

    private int Count<TInput>(Definition<TInput> definition, CompiledPlan<TInput>? plan)
        where TInput : notnull
    {
        var pairs = 0;
        foreach (var part in CountedClicks.Of(definition, plan, clicks)) pairs += part.Table.Pairs;
        return pairs;
    }
}
