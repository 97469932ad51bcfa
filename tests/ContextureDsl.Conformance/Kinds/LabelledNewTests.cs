namespace ContextureDsl.Conformance.Kinds;

/// <summary>New rows of labels, channels and buckets are read against what was learnt; the first rows get their vectors again.</summary>
public sealed class LabelledNewTests
{
    private static readonly Specimen[] Rows =
    [
        .. Enumerable.Range(0, 60).Select(i => new Specimen(i % 12, (Species)(i * i % 7 % 4), ((i * 7 % 31) - 15) / 5.0, 1 + (i % 3))),
    ];

    [Fact]
    public void TheFirstRowsGetTheirVectorsAgain()
    {
        Again(new Labelled.Noisy(0.2), Rows.Where(row => row.Id != 3));
        Again(new Labelled.Mistaken(LabelChannel.Of(Enum.GetValues<Species>(), [0.7, 0.1, 0.1, 0.1], [0.2, 0.8, 0, 0], [0, 0.1, 0.9, 0], [0.1, 0, 0, 0.9])), Rows);
        Again(new Labelled.Soft(), Rows);
        Again(new Labelled.Steps(0.3), Rows);
        Again(new Labelled.Sized(Buckets.Quantile(5)), Rows);
        Again(new Labelled.Sized(Buckets.EqualWidth(4)), Rows);
        Again(new Labelled.Sized(Buckets.At(-1, 0, 1)), Rows);
        Again(new Labelled.Hard(), Rows);
        var drawn = new Labelled.Drawn(16, 3).Learn(Rows, KindCheck.Exact);
        KindCheck.Reproduces(drawn, new Labelled.Drawn(16, 3).EmbedNew(drawn, Rows));
    }

    [Fact]
    public void OneRowWithOneLabelIsEnough()
    {
        var learned = new Labelled.Hard().Learn(Rows, KindCheck.Exact);
        var embedded = new Labelled.Hard().EmbedNew(learned, [new Specimen(99, Species.Versicolor, 0, 1)]);
        Assert.Equal([99], embedded.Known);
        var expected = learned.Variables[Species.Versicolor].ToArray().Select((value, i) => value / learned.Spectrum.Values[i]).ToArray();
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], embedded[99][i], 1e-5);
    }

    [Fact]
    public void NoiseOfANewRowSpreadsOverTheClassesThatWereLearnt()
    {
        var declaration = new Labelled.Noisy(0.2);
        var learned = declaration.Learn(Rows, KindCheck.Exact);
        var embedded = declaration.EmbedNew(learned, [new Specimen(99, Species.Setosa, 0, 5)]);
        var vector = new double[learned.Rank];
        Assert.True(embedded.TryEmbed(99, vector));
        Assert.Equal(1, embedded.KnownShare(99), 1e-12);
        var classes = learned.Variables.Known.ToArray();
        Assert.Equal(3, classes.Length);
        for (var i = 0; i < vector.Length; i++)
            Assert.Equal(classes.Sum(label => (label == Species.Setosa ? 0.8 : 0.2 / 2) * learned.Variables[label][i]) / learned.Spectrum.Values[i], vector[i], 1e-5);
    }

    [Fact]
    public void NumbersBeyondTheEdgesFallIntoTheOutermostBuckets()
    {
        var declaration = new Labelled.Sized(Buckets.EqualWidth(4));
        var learned = declaration.Learn(Rows, KindCheck.Exact);
        var embedded = declaration.EmbedNew(learned, [new Specimen(98, Species.Setosa, 1e9, 1), new Specimen(99, Species.Setosa, Rows.Max(row => row.Size), 1)]);
        Assert.Equal(embedded[99], embedded[98]);
    }

    private static void Again<TVariable>(Contexture<int, TVariable>.From<Specimen> declaration, IEnumerable<Specimen> rows)
        where TVariable : notnull
    {
        var learned = declaration.Learn(rows, KindCheck.Exact);
        KindCheck.Reproduces(learned, declaration.EmbedNew(learned, rows));
    }
}
