using ContextureDsl.Observation;
using ContextureDsl.Tests.Association;

namespace ContextureDsl.Tests.Execution;

/// <summary>Contexts that were counted elsewhere, mixed.</summary>
public class CountedMixTests
{
    private static readonly (int X, int A)[] First = [.. Rows.Groups(60, 40, 900).Select(row => (row.Product, row.Basket))];
    private static readonly (int X, int A)[] Second = [.. Rows.Groups(60, 25, 700, seed: 2).Select(row => (row.Product, row.Basket))];

    public static TheoryData<string> Operations() => ["convex", "average", "convolve", "joint", "concatenate", "min max"];

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_mix_of_counted_contexts_is_the_mix_of_their_rows(string operation)
    {
        var options = new LearnOptions { Precision = Precision.Double, Tolerance = 1e-10 };
        var counted = CountedContexture.Learn(Mixed(operation, CountedContexture.Context(Part(First), "first"), CountedContexture.Context(Part(Second), "second")), options with { Rank = 4 });
        var read = Contexture.Learn(First, Second, (first, second) => Mixed(operation, first.Input(r => r.X).Context(r => r.A).Named("first"), second.Input(r => r.X).Context(r => r.A).Named("second")), 4, options);
        Vectors.AssertClose(read.Spectrum.Values, counted.Spectrum.Values, 1e-9);
        Assert.Equal(read.Parts.Select(part => (part.Name, part.Share)), counted.Parts.Select(part => (part.Name, part.Share)));
        Assert.Contains("counted first", counted.Declaration, StringComparison.Ordinal);
        Assert.Equal(["first: counted elsewhere", "second: counted elsewhere"], counted.Compilation.Parts);
    }

    [Fact]
    public void Counted_contexts_stand_beside_those_of_rows()
    {
        var learned = Contexture.Learn(First, rows => Mix.Convex<int>(rows.Input(r => r.X).Context(r => r.A).Named("first"), CountedContexture.Context(Part(Second), "second")), 4);
        Assert.Equal(["first", "second"], learned.Parts.Select(part => part.Name));
        var both = Contexture.Learn(First, Second, (first, second) => Mix.Convex<int>(first.Input(r => r.X).Context(r => r.A), second.Input(r => r.X).Context(r => r.A)), 4);
        Vectors.AssertClose(both.Spectrum.Values, learned.Spectrum.Values, 1e-5);
    }

    [Fact]
    public void New_rows_say_nothing_to_what_was_counted_elsewhere()
    {
        var declaration = new Beside();
        var learned = declaration.Learn(First);
        var fresh = declaration.EmbedNew(learned, First.Where(row => row.X == 3).Select(row => (1003, row.A)));
        Assert.Equal([1003], fresh.Known);
        Assert.Equal(0.5, fresh.Share(1003), 1e-12);
    }

    [Fact]
    public void Rows_that_are_not_there_are_missed() =>
        Assert.Contains("'first'", Assert.Throws<DeclarationException>(() => CountedContexture.Learn(new Beside().Definition)).Message, StringComparison.Ordinal);

    private static ObservedPart<int, int> Part(IEnumerable<(int X, int A)> rows) => (ObservedPart<int, int>)Joints.Part(rows.Select(row => (row.X, row.A, 1.0)));

    private static Definition<int> Mixed(string operation, Context<int, int> first, Context<int, int> second) => operation switch
    {
        "convex" => Mix.Convex<int>((0.3, first), (0.7, second)),
        "average" => Mix.Average<int, int>((0.3, first), (0.7, second)),
        "convolve" => Mix.Convolve(first, then: second),
        "joint" => Mix.Joint(first, second),
        "concatenate" => Mix.Concatenate<int>(first, second),
        _ => Mix.MinMax<int>(first, second),
    };

    private sealed class Beside : Contexture<int>.From<(int X, int A)>
    {
        protected override Definition<int> Define(Events<(int X, int A)> rows) => Mix.Convex<int>(rows.Input(r => r.X).Context(r => r.A).Named("first"), CountedContexture.Context(Part(Second), "second"));
    }
}
