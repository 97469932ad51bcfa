using ContextureDsl.Tests.Execution;

namespace ContextureDsl.Tests.Kinds;

/// <summary>Labels with probabilities.</summary>
public class SoftLabelTests
{
    private sealed record Guess(int Id, (Species, double)[]? Labels, double Weight = 1);

    private static Learned<int, Species> Learn(IEnumerable<Guess> rows, LearnOptions? options = null) =>
        Contexture.Learn(rows, r => r.Input(row => row.Id).LabelMany(row => row.Labels!).Weight(row => row.Weight), options: options ?? Exactly.Options);

    [Fact]
    public void One_law_an_input_is_a_channel()
    {
        Guess[] rows = [new(1, [(Species.Setosa, 0.9), (Species.Versicolor, 0.1)], 0.5), new(2, [(Species.Setosa, 0.1), (Species.Versicolor, 0.9)], 0.5)];
        Exactly.Spectrum(Learn(rows), 0.8);
    }

    [Fact]
    public void Certain_labels_are_hard_labels()
    {
        Guess[] rows = [.. Enumerable.Range(0, 9).Select(i => new Guess(i, [((Species)(i % 3), 1), ((Species)((i + 1) % 3), 0)]))];
        var soft = Learn(rows);
        var hard = Contexture.Learn(rows, r => r.Input(row => row.Id).Label(row => (Species)(row.Id % 3)), options: Exactly.Options);
        Assert.Equal(Vectors.Bits(hard), Vectors.Bits(soft));
        Assert.Contains("label many, enumerated", soft.Definition!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Duplicates.Once)]
    [InlineData(Duplicates.Reject)]
    public void Laws_are_added_only(Duplicates policy)
    {
        var options = Exactly.Options with { Duplicates = policy };
        Guess[] rows = [new(1, [(Species.Setosa, 1)]), new(1, [(Species.Versicolor, 1)]), new(2, [(Species.Setosa, 1)])];
        var said = $"Duplicates.{policy}";
        Exactly.Says(Assert.Throws<DeclarationException>(() => Learn(rows, options)), said, "weights are added");
        Exactly.Says(Assert.Throws<DeclarationException>(() => Contexture.Learn(rows, r => r.Input(row => row.Id).Channel(id => Law.Of((id, 0.5), (0, 0.5))), options: options)), said);
        Exactly.Says(Assert.Throws<DeclarationException>(() => Contexture.Learn(rows, r => r.Input(row => row.Id).Sample((id, draw) => draw.Next(3), 9), options: options)), said);
    }

    [Fact]
    public void Several_rows_of_an_input_are_averaged_by_weight()
    {
        Guess[] rows =
        [
            new(1, [(Species.Setosa, 1)], 3), new(1, [(Species.Versicolor, 1)], 1),
            new(2, [(Species.Setosa, 0.25), (Species.Versicolor, 0.75)], 4),
        ];
        Exactly.Spectrum(Learn(rows), 0.5);
    }

    [Fact]
    public void A_rank_above_the_classes_less_one_says_so() => Exactly.Says(
        Assert.Throws<RankException>(() => Learn([new(1, [(Species.Setosa, 1)]), new(2, [(Species.Versicolor, 1)])], Exactly.Options with { Rank = 2 })), "2 classes", "at most 1");

    [Fact]
    public void One_class_only() => Exactly.Says(
        Assert.Throws<OneClassException>(() => Learn([new(1, [(Species.Setosa, 1)]), new(2, [(Species.Setosa, 1), (Species.Versicolor, 0)])])), "same class, Setosa", "All 2 events");

    [Fact]
    public void What_is_no_law_names_the_first_event()
    {
        Guess good = new(1, [(Species.Setosa, 0.5), (Species.Versicolor, 0.5)]);
        Exactly.Says(
            Assert.Throws<InvalidLawException>(() => Learn([good, good with { Labels = [(Species.Setosa, 0.5)] }, good with { Labels = null }])), "event 1 of Guess", "sum to 0.5");
        Exactly.Says(Assert.Throws<InvalidLawException>(() => Learn([good, good, good with { Labels = null }])), "event 2 of Guess", "gave null");
        Exactly.Says(Assert.Throws<InvalidLawException>(() => Learn([good with { Labels = [(Species.Setosa, -1), (Species.Versicolor, 2)] }])), "Setosa the probability -1");
        Exactly.Says(Assert.Throws<InvalidLawException>(() => Learn([good with { Labels = [] }])), "gave no value");
    }
}
