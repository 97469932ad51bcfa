using ContextureDsl.Generators.Tests.Approval;
using ContextureDsl.Generators.Tests.Driver;

namespace ContextureDsl.Generators.Tests;

/// <summary>Emitted files as a person reads them. A changed file is reviewed like code; see <see cref="Approved"/>.</summary>
public sealed class SnapshotTests
{
    private static readonly string Version = typeof(ContextureGenerator).Assembly.GetName().Version!.ToString(3);

    public static TheoryData<string> Names => [.. Samples.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void EmittedFileIsTheReviewedOne(string name)
    {
        var files = Generation.Of(Samples.All[name]).Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value);
        Approved.Is(string.Join("\n", files).Replace($"\"{Version}\"", "\"VERSION\"", StringComparison.Ordinal), name);
    }
}
