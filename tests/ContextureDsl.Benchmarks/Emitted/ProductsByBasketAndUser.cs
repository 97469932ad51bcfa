using ContextureDsl.Execution;

namespace ContextureDsl.Benchmarks.Emitted;

/// <summary>A mix of two: a string seen with a Guid and with an integer.</summary>
[Contexture(Rank = 32)]
public sealed partial class ProductsByBasketAndUser : Contexture<string>.From<Click>
{
    /// <summary>What the generator emitted.</summary>
    public CompiledPlan<string> Emitted => CompiledPlan!;

    protected override Definition<string> Define(Events<Click> clicks)
    {
        var basket = clicks.Input(c => c.Product).Context(c => c.Basket).Weight(c => c.Seconds);
        var user = clicks.Input(c => c.Product).Context(c => c.User);
        return Mix.Convex((0.6, basket), (0.4, user));
    }
}
