using ContextureDsl.Generators.Tests.Approval;
using ContextureDsl.Generators.Tests.Driver;

namespace ContextureDsl.Generators.Tests;

/// <summary>Emitted files as a person reads them. A changed file is reviewed like code; see <see cref="Approved"/>.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void ConvexMixOfTwoSources() => Verify(Samples.MovieTaste);

    [Fact]
    public void RecordWithWeightAndTimeInDouble() => Verify(Samples.Purchase);

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        var generation = Generation.Of(source);
        Assert.Empty(generation.Diagnostics);
        Approved.Is(generation.File, name);
    }
}
