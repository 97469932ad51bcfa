using CsCheck;

namespace ContextureDsl.Conformance.Kinds;

/// <summary>Corrupted features on random rows and parameters: interpreted = compiled = the exact law; new rows.</summary>
public sealed class CorruptedTests
{
    /// <summary>Distinct inputs, columns of at most four values.</summary>
    private static readonly Gen<Reading[]> Rows = Gen.Select(Gen.Int[1, 3], Gen.Int[3, 12]).SelectMany((columns, count) =>
        Gen.Int[0, 3].Select(digit => digit / 2.0).Array[columns].Array[count]).Select(rows => rows.Select((numbers, id) => new Reading(id, numbers)).ToArray());

    /// <summary>Zero, or so much that no view falls below what a part keeps beside its heaviest pair.</summary>
    private static readonly Gen<double> Rates = Gen.OneOf(Gen.Const(0.0), Gen.Double[0.001, 1]);

    [Fact]
    public void ReplacementFromTheMarginalsIsTheProductOfTheColumnsLaws() => Gen.Select(Rows, Rates).Sample((rows, rate) =>
    {
        var views = rows[0].Numbers.Select((_, column) => rows.Select(row => row.Numbers[column]).Distinct().ToArray())
            .Aggregate(new[] { Array.Empty<double>() }.AsEnumerable(), (prefixes, values) => prefixes.SelectMany(prefix => values.Select(value => prefix.Append(value).ToArray()))).ToArray();
        if (views.Length < 2) return;
        var law = new double[rows.Length, views.Length];
        for (var x = 0; x < rows.Length; x++)
            for (var a = 0; a < views.Length; a++)
            {
                law[x, a] = 1;
                for (var column = 0; column < views[a].Length; column++)
                    law[x, a] *= ((1 - rate) * (views[a][column] == rows[x].Numbers[column] ? 1 : 0)) + (rate * rows.Count(row => row.Numbers[column] == views[a][column]) / rows.Length);
            }
        KindCheck.Agrees(
            new Corrupted.Swapped(rate), options => new Corrupted.Swapped(rate).Learn(rows, options), new([.. rows.Select(row => row.Id)], [.. rows.Select(_ => 1.0)], law));
    });

    [Fact]
    public void QuantisedViewsAreReadAlike() => Gen.Select(Gen.Enum<Replacement>(), Gen.Double[0.2, 0.9], Gen.Int[8, 24], Gen.Double[-3, 3].Array[3].Array[20, 40]).Sample((replacement, rate, draws, numbers) =>
    {
        var rows = numbers.Select((row, id) => new Reading(id, row)).ToArray();
        var declaration = new Corrupted.Quantised(rate, replacement, draws, 5);
        var learned = KindCheck.SameBits(declaration, options => declaration.Learn(rows, options));
        Assert.All(learned.Encoder.Known, input => Assert.Equal(1.0 / rows.Length, learned.Encoder.Marginal(input), 1e-12));
    }, iter: 20);

    [Fact]
    public void TheFirstRowsGetTheirVectorsAgain()
    {
        Reading[] rows = [.. Enumerable.Range(0, 40).Select(i => new Reading(i, [i % 3, i * i % 5, i * 7 % 11 % 2]))];
        var swapped = new Corrupted.Swapped(0.4);
        var learned = swapped.Learn(rows, KindCheck.Exact with { Rank = 3 });
        KindCheck.Reproduces(learned, swapped.EmbedNew(learned, rows));
        var quantised = new Corrupted.Quantised(0.5, Replacement.Uniform, 64, 6);
        var drawn = quantised.Learn(rows, KindCheck.Exact);
        KindCheck.Reproduces(drawn, quantised.EmbedNew(drawn, rows));
        KindCheck.Reproduces(drawn, quantised.EmbedNew(drawn, rows.Reverse()));
    }

    [Fact]
    public void AValueThatNoColumnHadIsKnownAsFarAsItIsReplaced()
    {
        Reading[] rows = [.. Enumerable.Range(0, 12).Select(i => new Reading(i, [i % 3, i % 2]))];
        var swapped = new Corrupted.Swapped(0.4);
        var learned = swapped.Learn(rows, KindCheck.Exact with { Rank = 2 });
        var embedded = swapped.EmbedNew(learned, [new Reading(99, [7, 1])]);
        Assert.Equal(0.4, embedded.KnownShare(99), 1e-12);
    }
}
