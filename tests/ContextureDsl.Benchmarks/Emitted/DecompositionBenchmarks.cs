using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using ContextureDsl.Association;
using ContextureDsl.Execution;
using ContextureDsl.Spectral;
using ContextureDsl.Tree;

namespace ContextureDsl.Benchmarks.Emitted;

/// <summary>P⁺ to singular functions: normalisation, operator and iteration. Emitted against the library's, on the same table, one thread.</summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory), CategoriesColumn]
public class DecompositionBenchmarks
{
    private static readonly SpectralOptions Options = new(32, 1e-5, 0, 1);

    private readonly UsersByProduct one = new();
    private readonly ProductsByBasketAndUser mix = new();
    private readonly (JointDistribution Joint, ComponentMap Components) oneTable;
    private readonly (JointDistribution Joint, ComponentMap Components) mixTable;

    /// <summary>Counts the clicks once.</summary>
    public DecompositionBenchmarks()
    {
        var clicks = Clicks.Of(1_000_000);
        oneTable = Associate(one.Definition, one.Emitted, clicks);
        mixTable = Associate(mix.Definition, mix.Emitted, clicks);
    }

    /// <summary>One context, the library's operator.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("one context")]
    public double OneInterpreted() => Decomposition.Run<float>(oneTable.Joint, oneTable.Components, Options, CancellationToken.None).Values[0];

    /// <summary>One context, the emitted operator.</summary>
    [Benchmark, BenchmarkCategory("one context")]
    public double OneEmitted() => one.Emitted.DecomposeSingle(oneTable.Joint, oneTable.Components, Options, CancellationToken.None)!.Values[0];

    /// <summary>A mix of two, part by part.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("mix of two")]
    public double MixInterpreted() => Decomposition.Run<float>(mixTable.Joint, mixTable.Components, Options, CancellationToken.None).Values[0];

    /// <summary>A mix of two, fused.</summary>
    [Benchmark, BenchmarkCategory("mix of two")]
    public double MixEmitted() => mix.Emitted.DecomposeSingle(mixTable.Joint, mixTable.Components, Options, CancellationToken.None)!.Values[0];

    private static (JointDistribution, ComponentMap) Associate<TInput>(Definition<TInput> definition, CompiledPlan<TInput> plan, Click[] clicks)
        where TInput : notnull
    {
        var shares = PartList.Of(definition.Node).Select(part => part.Share).ToArray();
        var (context, components, _) = RarePairsGuard.Apply(JointBuilder.Build(shares, CountedClicks.Of(definition, plan, clicks)), RarePairs.SetAside);
        return (context.Joint, components);
    }
}
