using ContextureDsl.Execution;

namespace ContextureDsl.Benchmarks.Emitted;

/// <summary>One context: an integer seen with a string.</summary>
[Contexture(Rank = 32)]
public sealed partial class UsersByProduct : Contexture<int, string>.From<Click>
{
    /// <summary>What the generator emitted.</summary>
    public CompiledPlan<int> Emitted => CompiledPlan!;

    protected override Context<int, string> Define(Events<Click> clicks) =>
        clicks.Input(c => c.User).Context(c => c.Product).Weight(c => c.Seconds);
}
