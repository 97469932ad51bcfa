using CsCheck;

namespace ContextureDsl.Conformance.Kinds;

/// <summary>Labels, channels and buckets on random rows and parameters: interpreted = compiled = the exact law.</summary>
public sealed class LabelledTests
{
    private static readonly Gen<Specimen[]> Rows = Gen.Select(
        Gen.Int[0, 11], Gen.Enum<Species>(), Gen.Int[-20, 20].Select(tenths => tenths / 10.0), Gen.OneOf(Gen.Const(0.0), Gen.Const(1.0), Gen.Double[0.1, 4]),
        (id, species, size, weight) => new Specimen(id, species, size, weight)).Array[20, 60];

    [Fact]
    public void AHardLabelIsCounted() => Rows.Sample(rows =>
    {
        var pairs = Counted(rows);
        KindCheck.Agrees(new Labelled.Hard(), options => new Labelled.Hard().Learn(rows, options), ExactLaw<int>.Of(pairs));
    });

    [Fact]
    public void SmoothingSpreadsOverTheOtherClasses() => Gen.Select(Rows, Gen.Double[0, 1]).Sample((rows, error) =>
    {
        var counted = Counted(rows.Where(row => row.Id != 3)).ToArray();
        var classes = counted.Select(pair => pair.A).Distinct().ToArray();
        var pairs = counted.SelectMany(pair => classes.Select(label => (pair.X, label, pair.Weight * (label == pair.A ? 1 - error : error / (classes.Length - 1)))));
        KindCheck.Agrees(new Labelled.Noisy(error), options => new Labelled.Noisy(error).Learn(rows, options), ExactLaw<int>.Of(pairs));
    });

    [Fact]
    public void AChannelMistakesLabels() => Gen.Select(Rows, Gen.Double[0, 1].Array[4].Array[4]).Sample((rows, numbers) =>
    {
        double[][] matrix = [.. numbers.Select(row => row.Select(number => (number + 0.01) / row.Sum(other => other + 0.01)).ToArray())];
        var through = LabelChannel.Of(Enum.GetValues<Species>(), matrix);
        var pairs = Counted(rows).SelectMany(pair => Enum.GetValues<Species>().Select(label => (pair.X, label, pair.Weight * matrix[(int)pair.A][(int)label])));
        KindCheck.Agrees(new Labelled.Mistaken(through), options => new Labelled.Mistaken(through).Learn(rows, options), ExactLaw<int>.Of(pairs));
    });

    [Fact]
    public void SoftLabelsAreAveraged() => Rows.Sample(rows =>
    {
        var pairs = rows.Where(row => row.Weight > 0).SelectMany(row => row.Guess.Where(guess => guess.Probability > 0).Select(guess => (row.Id, guess.Label, row.Weight * guess.Probability)));
        KindCheck.Agrees(new Labelled.Soft(), options => new Labelled.Soft().Learn(rows, options), ExactLaw<int>.Of(pairs));
    });

    [Fact]
    public void AChannelIsItsLawWithTheWeightOfTheInput() => Gen.Select(Rows, Gen.Double[0.01, 0.99]).Sample((rows, forward) =>
    {
        var pairs = rows.Where(row => row.Weight > 0).SelectMany(row => new[] { (row.Id, row.Id, row.Weight * (1 - forward)), (row.Id, row.Id + 1, row.Weight * forward) });
        KindCheck.Agrees(new Labelled.Steps(forward), options => new Labelled.Steps(forward).Learn(rows, options), ExactLaw<int>.Of(pairs));
    });

    [Fact]
    public void DrawsAreSharesThatDoNotDependOnTheOrderOfTheRows() => Gen.Select(Rows, Gen.Int[1, 40], Gen.Long).Sample((rows, draws, seed) =>
    {
        KindCheck.SameBits(new Labelled.Drawn(draws, seed), options => new Labelled.Drawn(draws, seed).Learn(rows, options));
        var learned = new Labelled.Drawn(draws, seed).Learn(rows, KindCheck.Exact);
        var turned = new Labelled.Drawn(draws, seed).Learn(rows.Reverse(), KindCheck.Exact);
        Assert.Equal(learned.Spectrum.TotalChiSquared!.Value, turned.Spectrum.TotalChiSquared!.Value, 1e-10);
        Assert.Equal(learned.Variables.Known.ToHashSet(), turned.Variables.Known.ToHashSet());
        foreach (var value in learned.Variables.Known) Assert.Equal(learned.Variables.Marginal(value), turned.Variables.Marginal(value), 1e-12);
    });

    [Fact]
    public void LearntEdgesCutWhereTheNumbersSay() => Gen.Select(Rows, Gen.Int[2, 8], Gen.Bool).Sample((rows, count, byRank) =>
    {
        var kept = rows.Where(row => row.Weight > 0).ToArray();
        var edges = byRank ? Quantiles(kept, count) : Widths(kept, count);
        var pairs = kept.Select(row => (row.Id, edges.Count(edge => edge <= row.Size), row.Weight));
        if (kept.Select(row => edges.Count(edge => edge <= row.Size)).Distinct().Count() < 2) return;
        var buckets = byRank ? Buckets.Quantile(count) : Buckets.EqualWidth(count);
        KindCheck.Agrees(new Labelled.Sized(buckets), options => new Labelled.Sized(buckets).Learn(rows, options), ExactLaw<int>.Of(pairs));
    });

    [Fact]
    public void BothReadingsRefuseAlike()
    {
        Specimen[] rows = [new(0, Species.Setosa, 1, 1), new(1, Species.Setosa, double.NaN, 1)];
        Assert.Contains("Setosa", KindCheck.Refuses<OneClassException>(options => new Labelled.Hard().Learn(rows, options)).Message, StringComparison.Ordinal);
        Assert.Contains("Event 1", KindCheck.Refuses<InvalidNumberException>(options => new Labelled.Sized(Buckets.Quantile(2)).Learn(rows, options)).Message, StringComparison.Ordinal);
        Assert.Contains("event 1", KindCheck.Refuses<InvalidLawException>(options => new Labelled.Soft().Learn(rows, options)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<(int X, Species A, double Weight)> Counted(IEnumerable<Specimen> rows) =>
        rows.Where(row => row.Weight > 0).Select(row => (row.Id, row.Species, row.Weight));

    /// <summary>Every number below which lies another i/count of the weight.</summary>
    private static double[] Quantiles(Specimen[] rows, int count)
    {
        var total = rows.Sum(row => row.Weight);
        double Below(double number) => rows.Where(row => row.Size < number).Sum(row => row.Weight);
        return [.. Enumerable.Range(1, count - 1).Select(i => rows.Select(row => row.Size).Where(number => Below(number) >= total * i / count).DefaultIfEmpty(double.PositiveInfinity).Min()).Distinct().Where(double.IsFinite)];
    }

    private static double[] Widths(Specimen[] rows, int count)
    {
        var (smallest, largest) = (rows.Min(row => row.Size), rows.Max(row => row.Size));
        return [.. Enumerable.Range(1, count - 1).Select(i => (smallest * ((double)(count - i) / count)) + (largest * ((double)i / count)))];
    }
}
