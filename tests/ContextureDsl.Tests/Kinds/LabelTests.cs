using ContextureDsl.Tests.Execution;
using ContextureDsl.Tests.Spectral;

namespace ContextureDsl.Tests.Kinds;

/// <summary>Class labels: hard, noisy, through a channel; closed forms, classes, errors.</summary>
public class LabelTests
{
    /// <summary>So many specimens of each species, each seen once.</summary>
    private static Specimen[] Of(params int[] sizes) =>
        [.. sizes.SelectMany((size, species) => Enumerable.Repeat((Species)species, size)).Select((species, id) => new Specimen(id, species))];

    private static Learned<int, Species> Learn(Specimen[] rows, double smoothing = 0, LearnOptions? options = null) =>
        Contexture.Learn(rows, s => s.Input(r => r.Id).Label(r => r.Species, smoothing), options: options ?? Exactly.Options);

    [Fact]
    public void A_hard_label_has_one_function_less_than_classes_and_all_are_one()
    {
        var learned = Learn(Of(5, 3, 2));
        Exactly.Spectrum(learned, 1, 1);
        Assert.Equal(2, learned.Rank);
        Assert.Equal(3, learned.Spectrum.Components);
    }

    [Fact]
    public void The_kernel_is_one_over_the_frequency_of_the_class()
    {
        var rows = Of(5, 3, 2);
        var learned = Learn(rows);
        foreach (var one in rows)
            foreach (var other in rows)
                Assert.Equal(one.Species == other.Species ? 10.0 / rows.Count(row => row.Species == one.Species) : 0, 1 + Vectors.Kernel(learned, one.Id, other.Id), 1e-10);
    }

    [Theory]
    [InlineData(4, 0.3, 0.6)]
    [InlineData(4, 0.2, 0.7333333333333333)]
    [InlineData(2, 0.1, 0.8)]
    [InlineData(4, 0.9, 0.2)]
    public void Symmetric_noise_of_balanced_classes(int classes, double error, double expected) =>
        Exactly.Spectrum(Learn(Of([.. Enumerable.Repeat(3, classes)]), error), Enumerable.Repeat(expected, classes - 1));

    [Fact]
    public void Symmetric_noise_of_unbalanced_classes() => Exactly.Spectrum(Learn(Of(6, 3, 1), 0.3), Unbalanced());

    [Fact]
    public void Weights_are_frequencies()
    {
        Specimen[] rows = [new(1, Species.Setosa, 0.6), new(2, Species.Versicolor, 0.2), new(3, Species.Versicolor, 0.1), new(4, Species.Virginica, 0.1)];
        Exactly.Spectrum(Contexture.Learn(rows, s => s.Input(r => r.Id).Label(r => r.Species, smoothing: 0.3).Weight(r => r.Weight), options: Exactly.Options), Unbalanced());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void At_K_minus_one_over_K_nothing_is_left_of_the_label(int classes) => Exactly.Spectrum(Learn(Of([.. Enumerable.Repeat(3, classes)]), (classes - 1.0) / classes));

    [Fact]
    public void A_channel_is_what_smoothing_is()
    {
        var rows = Of(6, 3, 1);
        var through = LabelChannel.Of([Species.Virginica, Species.Setosa, Species.Versicolor], [0.7, 0.15, 0.15], [0.15, 0.7, 0.15], [0.15, 0.15, 0.7]);
        Exactly.Spectrum(Contexture.Learn(rows, s => s.Input(r => r.Id).Label(r => r.Species, through), options: Exactly.Options), Unbalanced());
    }

    [Fact]
    public void Any_two_by_two()
    {
        // The joint law [[.3, .2], [.1, .4]]: |p00 p11 - p01 p10| / sqrt(px0 px1 pa0 pa1).
        var through = LabelChannel.Of([false, true], [0.6, 0.4], [0.2, 0.8]);
        Exactly.Spectrum(
            Contexture.Learn(new[] { false, true }, s => s.Input(bit => bit ? "one" : "zero").Label(bit => bit, through), options: Exactly.Options),
            0.1 / Math.Sqrt(0.5 * 0.5 * 0.4 * 0.6));
    }

    [Fact]
    public void A_label_that_is_never_shown_has_no_column()
    {
        var through = LabelChannel.Of(["a", "b", "c"], [1, 0, 0], [0, 1, 0], [0.5, 0.5, 0]);
        var learned = Contexture.Learn(new[] { "a", "b", "c" }, s => s.Input(text => text + "!").Label(text => text, through), options: Exactly.Options);
        Assert.Equal(["a", "b"], learned.Variables.Known);
    }

    [Fact]
    public void Several_rows_of_an_input_are_counted()
    {
        Specimen[] rows = [new(1, Species.Setosa), new(1, Species.Setosa), new(1, Species.Virginica), new(2, Species.Virginica)];

        // The joint law [[1/2, 1/4], [0, 1/4]], and with every pair once [[1/3, 1/3], [0, 1/3]].
        Exactly.Spectrum(Learn(rows), 1 / 8.0 / Math.Sqrt(0.75 * 0.25 * 0.5 * 0.5));
        Exactly.Spectrum(Learn(rows, options: Exactly.Options with { Duplicates = Duplicates.Once }), 0.5);
    }

    [Fact]
    public void Noise_over_too_many_classes_says_how_much_it_would_take() => Exactly.Says(
        Assert.Throws<TableSizeException>(() => Contexture.Learn(Enumerable.Range(0, 50_000), rows => rows.Input(id => id).Label(id => id, smoothing: 0.1))),
        "50000 inputs", "50000 classes", "2500000000 pairs", "130.0 GB", "fewer classes");

    [Fact]
    public void The_mode_of_estimation_is_said()
    {
        Assert.Contains("label, counted", Tree(0), StringComparison.Ordinal);
        Assert.Contains("label, enumerated", Tree(0.1), StringComparison.Ordinal);
        Assert.Contains("smoothing 0.1", Tree(0.1), StringComparison.Ordinal);
        Assert.Equal(Tree(0), Tree(0.0));
    }

    [Fact]
    public void A_rank_above_the_classes_less_one_says_so()
    {
        var error = Assert.Throws<RankException>(() => Learn(Of(5, 3, 2), options: Exactly.Options with { Rank = 3 }));
        Exactly.Says(error, "Rank = 3", "3 classes", "at most 2 functions");
        Assert.Throws<RankException>(() => Learn(Of(5, 3, 2), 0.1, Exactly.Options with { Rank = 3 }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    public void One_class_only(double smoothing) =>
        Exactly.Says(Assert.Throws<OneClassException>(() => Learn(Of(0, 4), smoothing)), "All 4 events", "same class, Versicolor", "at least two classes");

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void A_smoothing_that_is_no_probability(double smoothing) =>
        Exactly.Says(Assert.Throws<DeclarationException>(() => Learn(Of(2, 2), smoothing)), "smoothing: ", "between 0 and 1", "(K - 1)/K");

    [Fact]
    public void A_label_that_the_channel_does_not_have()
    {
        var through = LabelChannel.Of([Species.Setosa, Species.Versicolor], [0.9, 0.1], [0.1, 0.9]);
        var error = Assert.Throws<UnknownLabelException>(() => Contexture.Learn(Of(1, 1, 1), s => s.Input(r => r.Id).Label(r => r.Species, through)));
        Exactly.Says(error, "Event 2 of Specimen", "label Virginica", "Setosa, Versicolor");
    }

    [Fact]
    public void Several_inputs_in_a_row() =>
        Exactly.Says(
            Assert.Throws<DeclarationException>(() => Contexture.Learn(Of(1, 1), s => s.InputMany(r => new[] { r.Id }).Label(r => r.Species))),
            "InputMany(r => new[] { r.Id })", "Label", "one input");

    [Fact]
    public void A_label_that_is_null() =>
        Exactly.Says(
            Assert.Throws<NullKeyException>(() => Contexture.Learn(new[] { "a", null }, s => s.Input(text => text ?? "none").Label(text => text!, 0.1))),
            "Event 1", "context value");

    [Fact]
    public void Minimum_counts_hold_before_the_noise()
    {
        var rows = Of(6, 3, 1).Concat(Of(6, 3)).ToArray();
        var learned = Learn(rows, 0.2, Exactly.Options with { MinimumCount = 2 });
        Assert.Equal([Species.Setosa, Species.Versicolor], learned.Variables.Known);
        Assert.Equal(9, learned.Encoder.Count);
    }

    private static string Tree(double smoothing) => Learn(Of(2, 2), smoothing).Definition!.ToString();

    /// <summary>Classes .6, .3, .1 with a wrong label in 30 %.</summary>
    private static double[] Unbalanced() => TheoryCases.Numbers(TheoryCases.Find("label_noise_unbalanced_6_3_1_e0.3").GetProperty("s"))[1..3];
}
