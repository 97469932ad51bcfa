using System.Collections.Immutable;
using ContextureDsl.Generators.Tests.Driver;

namespace ContextureDsl.Generators.Tests.Shapes;

/// <summary>Every declaration gets a file of its own, whatever the types are called.</summary>
public sealed class NamingTests
{
    private const string Rows = "public sealed record Row(string Key, int Value);\n";

    [Fact]
    public void FilesAreCalledAfterTheTypes()
    {
        var generation = Generation.Of(
            Rows + Declaration("Plain"),
            $"namespace A.B {{ {Declaration("Taste")} }}",
            $"namespace C {{ public static partial class B {{ {Declaration("Taste")} }} }}",
            $"namespace A {{ {Declaration("Taste")} {Declaration("Taste<T>")} }}",
            $"namespace @class {{ {Declaration("@event")} }}");
        Assert.Equal(["A.B.Taste.g.cs", "A.Taste.g.cs", "A.Taste`1.g.cs", "C.B+Taste.g.cs", "Plain.g.cs", "class.event.g.cs"], Names(generation));
        Assert.Empty(generation.Diagnostics);
    }

    [Fact]
    public void NamesThatDifferByCaseOnlyGetAHash()
    {
        var generation = Generation.Of(Rows + Declaration("MovieTaste"), Declaration("Movietaste") + Declaration("Other"));
        var names = Names(generation);
        Assert.Equal(3, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("Other.g.cs", names);
        Assert.Matches("^MovieTaste-[0-9a-f]{16}\\.g\\.cs$", names.Single(name => name.StartsWith("MovieTaste", StringComparison.Ordinal)));
        Assert.Empty(generation.Diagnostics);
    }

    [Fact]
    public void LongNamesAreBoundedAndStayApart()
    {
        var stem = new string('N', 200);
        var generation = Generation.Of(Rows + $"namespace {stem} {{ {Declaration("First")} {Declaration("Second")} }}");
        var names = Names(generation);
        Assert.Equal(2, names.Count);
        Assert.All(names, name => Assert.InRange(name.Length, 80, 110));
        Assert.Empty(generation.Diagnostics);
    }

    [Theory]
    [InlineData("A.B.C", "A.B.C.g.cs")]
    [InlineData("A.B+C`2", "A.B+C`2.g.cs")]
    public void UsualNamesAreLeftAlone(string name, string expected) => Assert.Equal(expected, HintName.Of(name, []));

    [Fact]
    public void CrowdedNamesAreFoundInOrdinalOrder() =>
        Assert.Equal(["B.x", "b.X"], HintName.CrowdedAmong(ImmutableArray.Create("b.X", "A", "B.x", "c")));

    private static string Declaration(string type) =>
        $"[Contexture] public sealed partial class {type} : Contexture<string, int>.From<Row> {{ protected override Context<string, int> Define(Events<Row> rows) => rows.Input(r => r.Key).Context(r => r.Value); }}\n";

    private static List<string> Names(Generation generation)
    {
        Assert.Null(generation.Result.Exception);
        return [.. generation.Files.Keys.Order(StringComparer.Ordinal)];
    }
}
