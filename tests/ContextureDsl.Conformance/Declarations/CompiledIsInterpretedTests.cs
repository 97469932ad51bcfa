using ContextureDsl.Spectral;

namespace ContextureDsl.Conformance.Declarations;

/// <summary>
/// The code that the generator emits for the declarations beside this file gives what the interpreter gives: the same counts to the last bit, and the same spectrum and
/// kernel up to what the iteration leaves open.
/// </summary>
public sealed class CompiledIsInterpretedTests
{
    public static TheoryData<int, int, int> Data => new()
    {
        // seed, rows, kinds: tiny; small enough for the dense path; large enough for the iteration.
        { 1, 25, 4 },
        { 2, 400, 40 },
        { 3, 6000, 400 },
    };

    [Theory, MemberData(nameof(Data))]
    public void EveryTypeOfKey(int seed, int rows, int kinds)
    {
        var sightings = Sighting.Some(seed, rows, kinds);
        Agree(new Keyed.ByText(), options => new Keyed.ByText().Learn(sightings, options));
        Agree(new Keyed.ByFlag(), options => new Keyed.ByFlag().Learn(sightings, options));
        Agree(new Keyed.BySmall(), options => new Keyed.BySmall().Learn(sightings, options));
        Agree(new Keyed.BySigned(), options => new Keyed.BySigned().Learn(sightings, options));
        Agree(new Keyed.ByShort(), options => new Keyed.ByShort().Learn(sightings, options));
        Agree(new Keyed.ByUnsignedShort(), options => new Keyed.ByUnsignedShort().Learn(sightings, options));
        Agree(new Keyed.ByNumber(), options => new Keyed.ByNumber().Learn(sightings, options));
        Agree(new Keyed.ByUnsigned(), options => new Keyed.ByUnsigned().Learn(sightings, options));
        Agree(new Keyed.ByLong(), options => new Keyed.ByLong().Learn(sightings, options));
        Agree(new Keyed.ByUnsignedLong(), options => new Keyed.ByUnsignedLong().Learn(sightings, options));
        Agree(new Keyed.ByLetter(), options => new Keyed.ByLetter().Learn(sightings, options));
        Agree(new Keyed.ByColour(), options => new Keyed.ByColour().Learn(sightings, options));
        Agree(new Keyed.ByScale(), options => new Keyed.ByScale().Learn(sightings, options));
        Agree(new Keyed.ById(), options => new Keyed.ById().Learn(sightings, options));
        Agree(new Keyed.ByDay(), options => new Keyed.ByDay().Learn(sightings, options));
        Agree(new Keyed.ByPair(), options => new Keyed.ByPair().Learn(sightings, options));
        Agree(new Keyed.ByPlace(), options => new Keyed.ByPlace().Learn(sightings, options));
        Agree(new Keyed.ByTone(), options => new Keyed.ByTone().Learn(sightings, options));
    }

    [Theory, MemberData(nameof(Data))]
    public void EveryTypeOfContextValue(int seed, int rows, int kinds)
    {
        var sightings = Sighting.Some(seed, rows, kinds).ToList();
        Agree(new Keyed.OfText(), options => new Keyed.OfText().Learn(sightings, options));
        Agree(new Keyed.OfFlag(), options => new Keyed.OfFlag().Learn(sightings, options));
        Agree(new Keyed.OfSmall(), options => new Keyed.OfSmall().Learn(sightings, options));
        Agree(new Keyed.OfSigned(), options => new Keyed.OfSigned().Learn(sightings, options));
        Agree(new Keyed.OfShort(), options => new Keyed.OfShort().Learn(sightings, options));
        Agree(new Keyed.OfUnsignedShort(), options => new Keyed.OfUnsignedShort().Learn(sightings, options));
        Agree(new Keyed.OfNumber(), options => new Keyed.OfNumber().Learn(sightings, options));
        Agree(new Keyed.OfUnsigned(), options => new Keyed.OfUnsigned().Learn(sightings, options));
        Agree(new Keyed.OfLong(), options => new Keyed.OfLong().Learn(sightings, options));
        Agree(new Keyed.OfUnsignedLong(), options => new Keyed.OfUnsignedLong().Learn(sightings, options));
        Agree(new Keyed.OfLetter(), options => new Keyed.OfLetter().Learn(sightings, options));
        Agree(new Keyed.OfColour(), options => new Keyed.OfColour().Learn(sightings, options));
        Agree(new Keyed.OfScale(), options => new Keyed.OfScale().Learn(sightings, options));
        Agree(new Keyed.OfId(), options => new Keyed.OfId().Learn(sightings, options));
        Agree(new Keyed.OfDay(), options => new Keyed.OfDay().Learn(sightings, options));
        Agree(new Keyed.OfPair(), options => new Keyed.OfPair().Learn(sightings, options));
        Agree(new Keyed.OfPlace(), options => new Keyed.OfPlace().Learn(sightings, options));
        Agree(new Keyed.OfTone(), options => new Keyed.OfTone().Learn(sightings, options));
    }

    [Theory]
    [InlineData(4, 500, 20)]
    [InlineData(5, 20_000, 600)]
    public void EveryShape(int seed, int rows, int kinds)
    {
        var now = Sighting.Some(seed, rows, kinds);
        var before = Sighting.Some(seed + 100, rows, kinds);
        Agree(new Shaped.Qualified(), options => new Shaped.Qualified().Learn(sightings: now, options));
        var many = Agree(new Shaped.Many(), options => new Shaped.Many().Learn(now.Select(row => row), options));
        Assert.Equal(kinds > SmallProblem.LargestSide, many.Spectrum.Iterations > 0);
        Agree(new Shaped.Reused(), options => new Shaped.Reused().Learn(now, options));
        foreach (var (share, least) in new[] { (0.3, 2), (0.9, 0) })
            Agree(new Shaped.Valued(share, least), options => new Shaped.Valued(share, least).Learn(before: before, now: now, options: options));
    }

    [Fact]
    public void RecordForm()
    {
        var stays = Sighting.Some(6, 3000, 250).Select(row => new Stay(row.Text, (row.Number, row.Colour), row.Price, row.At)).ToArray();
        Assert.Equal(5, Stay.Learn(stays).Rank);
        Assert.Equal(Duplicates.Largest, new Stay.Contexture().Settings.Duplicates);
        Assert.Equal(Population.Uniform, new Stay.Contexture().Settings.Population);
        var guests = Stay.Learn(stays).Encoder;
        Assert.All(guests.Known, guest => Assert.Equal(1.0 / guests.Count, guests.Marginal(guest), 1e-15));
        Agree(new Stay.Contexture(), options => Stay.Learn(rows: stays, options));
        Agree(new Stay.Contexture(), options => new Stay.Contexture().Learn(stays, options));
    }

    [Fact]
    public void OtherPrecisionThanDeclared()
    {
        var sightings = Sighting.Some(7, 3000, 250);
        Agree(new Keyed.ByText(), options => new Keyed.ByText().Learn(sightings, options), Precision.Single);
        Agree(new Shaped.Qualified(), options => new Shaped.Qualified().Learn(sightings, options), Precision.Double);
    }

    [Theory]
    [InlineData(500, 20)]
    [InlineData(20_000, 600)]
    public void OtherPopulationThanDeclared(int rows, int kinds)
    {
        var (now, before) = (Sighting.Some(10, rows, kinds), Sighting.Some(11, rows, kinds));
        var marginals = new HashSet<double>();
        foreach (var population in Enum.GetValues<Population>())
        {
            Agree(new Shaped.Qualified(), options => new Shaped.Qualified().Learn(now, options with { Population = population }));
            var mixed = Agree(new Shaped.Valued(0.3, 2), options => new Shaped.Valued(0.3, 2).Learn(now, before, options with { Population = population, Unseen = Unseen.Drop }));
            marginals.Add(mixed.Encoder.Marginal(mixed.Encoder.Known.First()));
        }
        Assert.Equal(4, marginals.Count);
    }

    [Fact]
    public void AnyNumberOfThreadsGivesTheSameBits()
    {
        var now = Sighting.Some(8, 20_000, 600);
        var before = Sighting.Some(9, 20_000, 600);
        var one = new Shaped.Valued(0.4, 1).Learn(now, before, new LearnOptions { Threads = 1 });
        foreach (var threads in new[] { 2, 3 })
        {
            var several = new Shaped.Valued(0.4, 1).Learn(now, before, new LearnOptions { Threads = threads });
            Assert.Equal(one.Spectrum.Values, several.Spectrum.Values);
            foreach (var input in one.Encoder.Known) Assert.True(one.Encoder[input].SequenceEqual(several.Encoder[input]));
        }
    }

    /// <summary>Counts are equal exactly, the rest as far as storage and tolerance say.</summary>
    internal static Learned<TInput> Agree<TInput>(DeclaredContexture<TInput> declaration, Func<LearnOptions, Learned<TInput>> learn, Precision? other = null)
        where TInput : notnull
    {
        Assert.True(declaration.Compilation.Whole, declaration.Compilation.ToString());
        var precision = other ?? declaration.Settings.Precision;
        var options = new LearnOptions { Precision = precision, Tolerance = precision == Precision.Double ? 1e-11 : null };
        var compiled = learn(options);
        var interpreted = learn(options with { Interpreted = true });
        Assert.True(compiled.Compilation.Whole);
        Assert.False(interpreted.Compilation.Whole);

        Assert.Equal(interpreted.Parts, compiled.Parts);
        Assert.Equal(interpreted.SetAside, compiled.SetAside);
        Assert.Equal(interpreted.Overlap, compiled.Overlap);
        Assert.Equal(interpreted.Encoder.Known, compiled.Encoder.Known);
        Assert.Equal(interpreted.Spectrum.TotalChiSquared, compiled.Spectrum.TotalChiSquared);
        Assert.Equal(interpreted.Rank, compiled.Rank);

        for (var i = 0; i < compiled.Rank; i++) Assert.Equal(interpreted.Spectrum.Values[i], compiled.Spectrum.Values[i], Rounding(precision));
        if (!compiled.Spectrum.CutsPlateau) AssertSameKernel(interpreted, compiled, Functions(precision));
        return compiled;
    }

    /// <summary>An error of a residual in a vector is one of its square in the value, so what is left is the rounding of sums of stored numbers.</summary>
    private static double Rounding(Precision precision) => precision == Precision.Double ? 1e-9 : 1e-6;

    /// <summary>Both paths may be off by their residuals, each divided by a gap; the tolerance is 1e-11 in double, and in single the declared one, at least 1e-6.</summary>
    private static double Functions(Precision precision) => precision == Precision.Double ? 1e-9 : 2e-4;

    /// <summary>Σ sᵢ² μᵢ(x) μᵢ(y) √(p(x) p(y)) does not depend on signs, nor on rotations among equal values.</summary>
    private static void AssertSameKernel<TInput>(Learned<TInput> interpreted, Learned<TInput> compiled, double tolerance)
        where TInput : notnull
    {
        var inputs = interpreted.Encoder.Known.Take(12).ToList();
        foreach (var x in inputs)
            foreach (var y in inputs)
                Assert.Equal(Kernel(interpreted, x, y), Kernel(compiled, x, y), tolerance);
    }

    private static double Kernel<TInput>(Learned<TInput> learned, TInput x, TInput y)
        where TInput : notnull
    {
        var encoder = learned.Encoder.With(Embedding.Scaled);
        var sum = 0.0;
        for (var i = 0; i < encoder.Rank; i++) sum += (double)encoder[x][i] * encoder[y][i];
        return sum * Math.Sqrt(encoder.Marginal(x) * encoder.Marginal(y));
    }
}
