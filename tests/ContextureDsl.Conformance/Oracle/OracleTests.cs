using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Conformance.Oracle;

/// <summary>The interpreter, and the code that the generator emits, against the naive dense oracle, on random declarations and data.</summary>
public sealed class OracleTests
{
    private const double Tolerance = 1e-10;

    private static readonly LearnOptions Exact = new() { Precision = Precision.Double, Tolerance = 1e-11, RarePairs = RarePairs.Keep };

    private static readonly Gen<Visit> Visits = Gen.Select(
        Gen.Int[0, 7].Select(i => $"p{i}").Array[1, 3], Gen.Int[0, 6].Select(i => $"t{i}").Array[1, 3],
        Gen.OneOf(Gen.Const(0.0), Gen.Double[0.1, 9]), Gen.Double[0, 400],
        (who, what, count, day) => new Visit([.. who.Distinct()], [.. what.Distinct()], count, day));

    private static readonly Gen<VisitRules> Rules = Gen.Select(
        Gen.Bool, Gen.Bool, Gen.Bool, Gen.OneOf(Gen.Int[0, 0].Select(_ => (double?)null), Gen.Double[5, 500].Select(days => (double?)days)),
        Gen.Enum<Duplicates>().Where(policy => policy != Duplicates.Reject), Gen.Int[1, 3], Gen.Int[1, 3],
        (many, filtered, weighted, half, duplicates, input, variable) => new VisitRules(many, filtered, weighted, half, duplicates, input, variable));

    [Fact]
    public void OneContextIsWhatTheTheorySays() =>
        Gen.Select(Rules, Visits.Array[1, 120]).Sample((rules, visits) =>
        {
            var pairs = NaiveCount.Of(visits, rules);
            if (pairs.Count == 0)
            {
                Assert.Throws<EmptyObservationException>(() => Contexture.Learn(visits, rules.Declare, options: Exact));
                return;
            }
            if (DenseOracle.Available(pairs) < 1)
            {
                Assert.Throws<DegenerateContextException>(() => Contexture.Learn(visits, rules.Declare, options: Exact));
                return;
            }
            AssertEqual(DenseOracle.Of((1, pairs)), DenseOracle.Available(pairs), Contexture.Learn(visits, rules.Declare, options: Exact));
        });

    [Fact]
    public void AMixOverTwoSourcesIsWhatTheTheorySays() =>
        Gen.Select(Rules, Rules, Visits.Array[1, 80], Visits.Array[1, 80], Gen.Double[0.1, 3], Gen.Double[0.1, 3]).Sample((firstRules, secondRules, first, second, u, w) =>
        {
            var one = NaiveCount.Of(first, firstRules);
            var two = NaiveCount.Of(second, secondRules);
            if (one.Count == 0 || two.Count == 0 || DenseOracle.Available(one, two) < 1 || AreDisjoint(one, two)) return;
            var learned = Contexture.Learn(first, second, (a, b) => Mix.Convex((u, firstRules.Declare(a)), (w, secondRules.Declare(b))), options: Exact);
            AssertEqual(DenseOracle.Of((u, one), (w, two)), DenseOracle.Available(one, two), learned);
        });

    [Fact]
    public void ANestedMixIsTheFlatOne() =>
        Gen.Select(Visits.Array[30, 60], Gen.Double[0.1, 3], Gen.Double[0.1, 3], Gen.Double[0.1, 3]).Sample((visits, u, v, w) =>
        {
            var plain = new VisitRules(true, false, false, null, Duplicates.Sum, 1, 1);
            var weighted = plain with { Weighted = true };
            var single = plain with { Many = false };
            var nested = Contexture.Learn(visits, e => Mix.Convex((u, plain.Declare(e)), (v + w, Mix.Convex((v, weighted.Declare(e)), (w, single.Declare(e))))), options: Exact);
            IReadOnlyList<NaivePair>[] parts = [NaiveCount.Of(visits, plain), NaiveCount.Of(visits, weighted), NaiveCount.Of(visits, single)];
            if (parts[1].Count == 0) return;
            AssertEqual(DenseOracle.Of((u, parts[0]), (v, parts[1]), (w, parts[2])), DenseOracle.Available(parts), nested);
        }, iter: 50);

    [Fact]
    public void EmittedCodeForOneContextIsWhatTheTheorySays() =>
        Gen.Select(Visits.Array[1, 120], Gen.Double[5, 500], Gen.Enum<Duplicates>().Where(policy => policy != Duplicates.Reject)).Sample((visits, halfLife, duplicates) =>
        {
            var rules = new VisitRules(false, false, false, null, Duplicates.Sum, 1, 1);
            AssertCompiled(new Visited.Plain(), options => new Visited.Plain().Learn(visits, options), (1, NaiveCount.Of(visits, rules)));
            AssertCompiled(new Visited.Weighted(), options => new Visited.Weighted().Learn(visits, options), (1, NaiveCount.Of(visits, rules with { Weighted = true })));
            AssertCompiled(new Visited.Filtered(), options => new Visited.Filtered().Learn(visits, options), (1, NaiveCount.Of(visits, rules with { Filtered = true })));
            AssertCompiled(new Visited.Aged(halfLife), options => new Visited.Aged(halfLife).Learn(visits, options), (1, NaiveCount.Of(visits, rules with { Weighted = true, HalfLifeDays = halfLife })));
            AssertCompiled(
                new Visited.Many(duplicates), options => new Visited.Many(duplicates).Learn(visits, options),
                (1, NaiveCount.Of(visits, rules with { Many = true, Weighted = true, Duplicates = duplicates })));
        });

    [Fact]
    public void EmittedCodeForAMixOverTwoSourcesIsWhatTheTheorySays() =>
        Gen.Select(Visits.Array[1, 80], Visits.Array[1, 80], Gen.Double[0.1, 3], Gen.Double[0.1, 3], Gen.Int[1, 3]).Sample((now, before, u, w, least) =>
        {
            var one = NaiveCount.Of(now, new(true, false, true, null, Duplicates.Sum, 1, 1));
            var two = NaiveCount.Of(before, new(false, true, false, null, Duplicates.Sum, least, least));
            AssertCompiled(new Visited.Mixed(u, w, least), options => new Visited.Mixed(u, w, least).Learn(now, before, options), (u, one), (w, two));
        });

    /// <summary>Of two sources, under every P_X, with what only one of them saw kept or dropped.</summary>
    [Fact]
    public void EmittedCodeForAMixIsWhatTheTheorySaysUnderEveryPopulation() =>
        Gen.Select(Visits.Array[1, 80], Visits.Array[1, 80], Gen.Enum<Population>(), Gen.Enum<Unseen>().Where(policy => policy != Unseen.Reject)).Sample((now, before, population, unseen) =>
        {
            var one = NaiveCount.Of(now, new(true, false, true, null, Duplicates.Sum, 1, 1));
            var two = NaiveCount.Of(before, new(false, false, false, null, Duplicates.Sum, 1, 1));
            Func<LearnOptions, Learned<string>> even = options => new Visited.Even().Learn(now, before, options);
            Func<LearnOptions, Learned<string>> any = options => new Visited.Even().Learn(now, before, options with { Population = population, Unseen = unseen });
            if (one.Count == 0 || AreDisjoint(one, two))
            {
                AssertCompiled(new Visited.Even(), even, (0.3, one), (0.7, two));
                return;
            }
            AssertCompiled(new Visited.Even(), even, Population.Uniform, (0.3, Only(one, two)), (0.7, Only(two, one)));
            var left = unseen == Unseen.Drop ? Only(one, two) : one;
            var right = unseen == Unseen.Drop || population == Population.First ? Only(two, one) : two;
            AssertCompiled(new Visited.Even(), any, population, (0.3, left), (0.7, right));
        });

    /// <summary>The pairs of inputs that the other part saw too.</summary>
    private static IReadOnlyList<NaivePair> Only(IReadOnlyList<NaivePair> pairs, IReadOnlyList<NaivePair> other) => [.. pairs.Where(pair => other.Any(seen => seen.X == pair.X))];

    private static bool AreDisjoint(params IReadOnlyList<NaivePair>[] parts) =>
        parts.Length > 1 && parts.Any(part => parts.All(other => other == part || Only(part, other).Count == 0));

    /// <summary>Emitted code and interpreter give the same result, or the same error, and both are what the oracle says.</summary>
    private static void AssertCompiled(DeclaredContexture<string> declaration, Func<LearnOptions, Learned<string>> learn, params (double Share, IReadOnlyList<NaivePair> Pairs)[] parts) =>
        AssertCompiled(declaration, learn, Population.Mixture, parts);

    private static void AssertCompiled(DeclaredContexture<string> declaration, Func<LearnOptions, Learned<string>> learn, Population population, params (double Share, IReadOnlyList<NaivePair> Pairs)[] parts)
    {
        Assert.True(declaration.Compilation.Whole, declaration.Compilation.ToString());
        if (parts.Any(part => part.Pairs.Count == 0))
        {
            foreach (var interpreted in new[] { false, true }) Assert.Throws<EmptyObservationException>(() => learn(new() { Interpreted = interpreted }));
            return;
        }
        if (AreDisjoint([.. parts.Select(part => part.Pairs)]))
        {
            foreach (var interpreted in new[] { false, true }) Assert.Throws<DisjointInputsException>(() => learn(new() { Interpreted = interpreted }));
            return;
        }
        var available = DenseOracle.Available([.. parts.Select(part => part.Pairs)]);
        if (available < 1)
        {
            foreach (var interpreted in new[] { false, true }) Assert.Throws<DegenerateContextException>(() => learn(new() { Interpreted = interpreted }));
            return;
        }
        var oracle = DenseOracle.Of(population, parts);
        var compiled = learn(new());
        var plain = learn(new() { Interpreted = true });
        Assert.True(compiled.Compilation.Whole);
        Assert.False(plain.Compilation.Whole);
        AssertEqual(oracle, available, compiled);
        AssertEqual(oracle, available, plain);
        Assert.Equal(plain.Parts, compiled.Parts);
        Assert.Equal(plain.Encoder.Known, compiled.Encoder.Known);
        Assert.Equal(plain.Spectrum.TotalChiSquared, compiled.Spectrum.TotalChiSquared);
        for (var i = 0; i < plain.Rank; i++) Assert.Equal(plain.Spectrum.Values[i], compiled.Spectrum.Values[i], Tolerance);
    }

    /// <summary>Same values with multiplicity, and the encoder's functions are orthonormal eigenfunctions of TT* that belong to them.</summary>
    private static void AssertEqual(DenseOracle oracle, int available, Learned<string> learned)
    {
        Assert.Equal(Math.Min(64, available), learned.Spectrum.Values.Count);
        for (var i = 0; i < learned.Spectrum.Values.Count; i++) Assert.Equal(oracle.Values[i], learned.Spectrum.Values[i], Tolerance);
        Assert.Equal(oracle.Values.Sum(s => s * s), learned.Spectrum.TotalChiSquared!.Value, 1e-9);
        var u = Matrix<double>.Build.Dense(oracle.Inputs.Count, learned.Spectrum.Values.Count);
        var point = new double[learned.Encoder.Rank];
        for (var x = 0; x < oracle.Inputs.Count; x++)
        {
            Assert.True(learned.Encoder.TryEmbed(oracle.Inputs[x], point));
            for (var i = 0; i < point.Length; i++) u[x, i] = point[i] * Math.Sqrt(oracle.Marginal[x]);
        }
        Assert.True((u.TransposeThisAndMultiply(u) - Matrix<double>.Build.DenseIdentity(u.ColumnCount)).FrobeniusNorm() < 1e-9, "The functions are not orthonormal under P_X.");
        var values = Matrix<double>.Build.DenseOfDiagonalArray([.. learned.Spectrum.Values.Select(s => s * s)]);
        Assert.True((oracle.Deflated * oracle.Deflated.TransposeThisAndMultiply(u) - (u * values)).FrobeniusNorm() < 1e-9, "The functions do not belong to the values.");
        Assert.All(learned.Spectrum.Residuals, residual => Assert.True(residual <= 1e-11, $"residual {residual:R}"));
    }
}
