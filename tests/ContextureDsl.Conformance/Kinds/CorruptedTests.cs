using CsCheck;

namespace ContextureDsl.Conformance.Kinds;

/// <summary>Corrupted features on random rows and parameters: interpreted = compiled = the exact law; new rows.</summary>
public sealed class CorruptedTests
{
    /// <summary>Distinct inputs, columns of at most four values.</summary>
    private static readonly Gen<NumberedRow[]> Rows = Gen.Select(Gen.Int[1, 3], Gen.Int[3, 12]).SelectMany((columns, count) =>
        Gen.Int[0, 3].Select(digit => digit / 2.0).Array[columns].Array[count]).Select(rows => rows.Select((numbers, id) => new NumberedRow(id, numbers)).ToArray());

    /// <summary>Where no pair is so improbable (below 2^-200 of its row) that the library leaves it out.</summary>
    private static readonly Gen<double> Rates = Gen.OneOf(Gen.Const(0.0), Gen.Double[1e-3, 1]);

    [Fact]
    public void IndependentColumnsHaveTheProductsOfTheKeptOnes() => Gen.Select(Gen.Double[0.05, 0.95], Gen.Int[1, 3], Gen.Int[2, 3]).Sample((rate, columns, levels) =>
    {
        // All words once: the columns are independent and uniform, and a function that depends on the columns S keeps (1 − r)^|S|; there are (levels − 1)^|S| of them.
        var rows = Enumerable.Range(0, (int)Math.Pow(levels, columns)).Select(id => new NumberedRow(id, [.. Enumerable.Range(0, columns).Select(column => (double)(id / (int)Math.Pow(levels, column) % levels))])).ToArray();
        double[] expected = [.. rows.Skip(1).Select(row => Math.Pow(1 - rate, row.Numbers.Count(number => number != 0))).OrderDescending()];
        var swapped = new Corrupted.Swapped(rate);
        Closed(expected, KindCheck.SameBits(swapped, options => swapped.Learn(rows, options)));
        var replaced = new Corrupted.Replaced(rate);
        Closed(expected, KindCheck.SameBits(replaced, options => replaced.Learn(rows, options)));
    }, iter: 30);

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
        var rows = numbers.Select((row, id) => new NumberedRow(id, row)).ToArray();
        var declaration = new Corrupted.Quantised(rate, replacement, draws, 5);
        var learned = KindCheck.SameBits(declaration, options => declaration.Learn(rows, options));
        Assert.All(learned.Encoder.Known, input => Assert.Equal(1.0 / rows.Length, learned.Encoder.Marginal(input), 1e-12));
    }, iter: 20);

    [Fact]
    public void TheFirstRowsGetTheirVectorsAgain()
    {
        NumberedRow[] rows = [.. Enumerable.Range(0, 40).Select(i => new NumberedRow(i, [i % 3, i * i % 5, i * 7 % 11 % 2]))];
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
        NumberedRow[] rows = [.. Enumerable.Range(0, 12).Select(i => new NumberedRow(i, [i % 3, i % 2]))];
        var swapped = new Corrupted.Swapped(0.4);
        var learned = swapped.Learn(rows, KindCheck.Exact with { Rank = 2 });
        var embedded = swapped.EmbedNew(learned, [new NumberedRow(99, [7, 1])]);
        Assert.Equal(0.4, embedded.KnownShare(99), 1e-12);
    }

    private static void Closed(double[] expected, Learned<int> learned)
    {
        Assert.Equal(expected.Length, learned.Spectrum.Values.Count);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], learned.Spectrum.Values[i], 1e-10);
    }
}
