using ContextureDsl.Mixing;
using ContextureDsl.Tests.Execution;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Tests.Mixing;

/// <summary>New inputs of mixes: rows that were there give the vectors that were learnt, from whatever a mix is made of; the functions on context values are the right ones; and what has no answer is refused.</summary>
public class MixNewRowsTests
{
    private static readonly LearnOptions Exactly = new() { Precision = Precision.Double, Tolerance = 1e-12, RarePairs = RarePairs.Keep, Population = Population.Mixture };

    /// <summary>A declaration of any tree over the tables.</summary>
    private sealed class Declared(Func<Context<int, int>[], Definition<int>> define) : Contexture<int>.From<MixTables.Row, MixTables.Row>
    {
        protected override Definition<int> Define(Events<MixTables.Row> even, Events<MixTables.Row> odd) => define(MixTables.Contexts(even, odd));
    }

    [Fact]
    public void Rows_that_were_there_give_the_vectors_that_were_learnt()
    {
        var checks = 0;
        Gen.Select(MixGen.Any(3).Select(WithoutStaying), Gen.Int).Sample((mix, seed) =>
        {
            if (Reproduces(mix.Declared, new(seed, sawAll: true), MakesOfMixes(mix))) Interlocked.Increment(ref checks);
        }, iter: 1000);
        Assert.True(checks > 320, $"{checks}");
    }

    public static TheoryData<string> Kinds() => [.. Mixes.Keys];

    private static readonly Dictionary<string, Func<Context<int, int>[], Definition<int>>> Mixes = new()
    {
        ["convex"] = c => Mix.Convex<int>((0.3, c[0]), (0.7, c[1])),
        ["average"] = c => Mix.Average((0.3, c[0]), (0.7, c[1])),
        ["convolution"] = c => Mix.Convolve(c[0], then: c[1]),
        ["long convolution"] = c => Mix.Convolve(c[0], c[1], then: c[2]),
        ["smooth"] = c => c[0].Smooth(),
        ["joint"] = c => Mix.Joint(c[0], c[1]),
        ["joint of three"] = c => Mix.Joint(Mix.Joint(c[0], c[1]), c[2]),
        ["nested"] = c => Mix.Convex<int>((0.4, c[0]), (0.3, Mix.Convolve(Mix.Convex<int>(c[0], c[1]), then: c[2])), (0.3, Mix.Convolve(Mix.Joint(c[1], c[2]), then: c[0]))),
        ["walk"] = c => Mix.Average(c[0].Smooth(), c[3]).Steps(2),
        ["concatenation"] = c => Mix.Concatenate<int>(c[0], Mix.Convolve(c[0], then: c[1]), c[2]),
        ["concatenation of joints"] = c => Mix.Concatenate<int>(Mix.Joint(Mix.Joint(c[0], c[1]), c[2]), Mix.Joint(c[1], Mix.Joint(c[2], c[0])), c[1]),
        ["concatenation of one joint"] = c =>
        {
            var joint = Mix.Joint(c[0], c[1]);
            return Mix.Concatenate<int>(joint, Mix.Convolve(joint, then: c[2]));
        },
        ["min-max"] = c => Mix.MinMax<int>(c[0], Mix.Convolve(c[1], then: c[2])),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void That_holds_for_every_kind_of_mix(string kind)
    {
        for (var seed = 0; seed < 10; seed++) Assert.True(Reproduces(Mixes[kind], new(seed, sawAll: true), madeOfMixes: false), $"{kind}, seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Evidence_by_name_is_the_same_as_rows(string kind)
    {
        var tables = new MixTables(4, sawAll: true);
        var (rows, declared) = ((Even: tables.Rows(0).ToArray(), Odd: tables.Rows(1).ToArray()), new Declared(Mixes[kind]));
        var learned = declared.Learn(rows.Even, rows.Odd, Exactly);
        var again = declared.EmbedNew(learned, rows.Even, rows.Odd);
        var (by, expected) = (new double[learned.Rank], new double[learned.Rank]);
        foreach (var x in learned.Encoder.Known)
        {
            var seen = Enumerable.Range(0, MixGen.Parts).Select(part => rows.Even.Concat(rows.Odd).Where(row => row.Part == part && row.X == x).Select(row => (row.A, row.Weight)).ToArray()).ToArray();
            Evidence[] evidence = [.. learned.Content.Entries.DistinctBy(entry => entry.Name).Select(entry => Said(entry.Name, seen))];
            Assert.True(learned.TryEmbedNew(evidence, by, out var use));
            Assert.Equal((1, 0, 0), (use.Share, use.MissingParts.Count, use.UnknownValues));
            Assert.True(again.TryEmbed(x, expected));
            for (var i = 0; i < by.Length; i++) Assert.Equal(expected[i], by[i], 1e-9 * (1 + 1 / learned.Spectrum.Values[i]));
        }
        var first = learned.Content.Entries[0];
        Assert.Equal(1, Use(learned, [Unknown(first.Name), .. learned.Content.Entries.DistinctBy(entry => entry.Name).Skip(1).Select(entry => Said(entry.Name, [.. Enumerable.Range(0, MixGen.Parts).Select(_ => new[] { (0, 1.0) })]))]).UnknownValues);
        Assert.Contains("that a new input is seen with", Assert.Throws<PartNameException>(() => learned.EmbedNew(Evidence.Of("nobody", 1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mix_that_is_not_seen_directly_says_what_is()
    {
        var rows = new MixTables(1, sawAll: true).Rows(0).Where(row => row.Part == 0).ToArray();
        Context<int, int> One(Events<MixTables.Row> events) => events.Input(row => row.X).Context(row => row.A).Named("one");
        Context<int, int> Two(Events<MixTables.Row> events) => events.Input(row => row.X).Context(row => row.X % 2).Named("two");
        var convolved = Contexture.Learn(rows, events => Mix.Convolve(One(events), then: Two(events)), options: Exactly);
        var said = Assert.Throws<PartNameException>(() => convolved.EmbedNew(0));
        Assert.Equal("A new input is not seen with the context variable of this mix but with 'one'. Say which part the values belong to: Evidence.Of(part, values).", said.Message);
        var average = Contexture.Learn(rows, events => Mix.Average(One(events), Two(events)), options: Exactly);
        Assert.Equal(average.Rank, average.EmbedNew(0, 1).Length);
        // Where a part is a walk, a value may be an end or a first step.
        var walked = Contexture.Learn(rows, events => Mix.Average(Two(events), events.Input(row => row.X).Context(row => (row.X + 1) % rows.Select(one => one.X).Distinct().Count()).Named("next").Steps(2)), options: Exactly);
        Assert.Throws<PartNameException>(() => walked.EmbedNew(0));
    }

    [Fact]
    public void A_mix_within_a_joint_context_has_no_rows()
    {
        var tables = new MixTables(3, sawAll: true);
        foreach (var define in (Func<Context<int, int>[], Definition<int>>[])[
            c => Mix.Joint(Mix.Average(c[0], c[1]), c[2]), c => Mix.Joint(c[0], c[1].Smooth()), c => Mix.Joint(Mix.Joint(Mix.Average(c[0], c[1]), c[2]), c[3]), c => Mix.Concatenate<int>(c[0], Mix.Joint(c[0].Smooth(), c[2]))])
        {
            var declared = new Declared(define);
            var learned = declared.Learn([.. tables.Rows(0)], [.. tables.Rows(1)], Exactly);
            var refused = Assert.Throws<DeclarationException>(() => declared.EmbedNew(learned, tables.Rows(0), tables.Rows(1)));
            Assert.Contains("a new input has no law under a mix", refused.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>T*μ = s ν on what is seen at the end, in every type.</summary>
    [Fact]
    public void The_functions_on_context_values_are_the_right_ones()
    {
        var checks = 0;
        Gen.Select(MixGen.Any(3), Gen.Int).Sample((mix, seed) =>
        {
            var tables = new MixTables(seed);
            var law = mix.Dense(tables.Dense(mix).Laws);
            var learned = tables.Learn(mix, Exactly);
            if (learned.Content.Right.Count != 1) return;
            switch (law.Keys[0])
            {
                case int: AreRight<int>(law, learned); break;
                case ValueTuple<object, object> (int, int): AreRight<(int, int)>(law, learned); break;
                default: return;
            }
            Interlocked.Increment(ref checks);
        }, iter: 300);
        Assert.True(checks > 100, $"{checks}");
    }

    private static void AreRight<TVariable>(DenseLaw law, Learned<int> learned)
        where TVariable : notnull
    {
        var variables = learned.Variables<TVariable>(learned.Content.Right[0].Name);
        Assert.Equal(law.Keys.Length, variables.Count);
        var left = Matrix<double>.Build.DenseOfRowArrays(law.Inputs.Select(x => Vectors.Of(learned.Encoder, (int)x)).ToArray());
        var back = law.R.TransposeThisAndMultiply(Matrix<double>.Build.DenseOfDiagonalArray(law.P)) * left;
        for (var a = 0; a < law.Keys.Length; a++)
        {
            var key = (TVariable)(law.Keys[a] is ValueTuple<object, object> pair ? (object)((int)pair.Item1, (int)pair.Item2) : law.Keys[a]);
            Assert.Equal(law.Q[a], variables.Marginal(key), 1e-12);
            var right = Vectors.Of(variables, key);
            for (var i = 0; i < learned.Rank; i++)
                if (learned.Spectrum.Values[i] > 1e-6) Assert.Equal(learned.Spectrum.Values[i] * right[i], back[a, i] / law.Q[a], 1e-9 / law.Q[a]);
        }
    }

    /// <summary>Whether there was something to compare: not where a joint context is made of a mix, which has no rows, and not where a mix may stay.</summary>
    private static bool Reproduces(Func<Context<int, int>[], Definition<int>> define, MixTables tables, bool madeOfMixes)
    {
        var (rows, declared) = ((Even: tables.Rows(0).ToArray(), Odd: tables.Rows(1).ToArray()), new Declared(define));
        var learned = declared.Learn(rows.Even, rows.Odd, Exactly);
        NewInputs<int> again;
        try
        {
            again = declared.EmbedNew(learned, rows.Even, rows.Odd);
        }
        catch (DeclarationException refused) when (madeOfMixes)
        {
            Assert.Contains("a new input has no law under a mix", refused.Message, StringComparison.Ordinal);
            return false;
        }
        // What enters by the identity stays where it is, which a new input cannot.
        if (learned.Content.Entries.Sum(entry => entry.Share) < 1 - 1e-9) return false;
        var vector = new double[learned.Rank];
        foreach (var x in learned.Encoder.Known)
        {
            Assert.True(again.TryEmbed(x, vector));
            Assert.Equal(1, again.Share(x), 1e-12);
            Assert.Equal(1, again.KnownShare(x), 1e-12);
            var expected = Vectors.Of(learned.Encoder, x);
            for (var i = 0; i < vector.Length; i++)
            {
                var s = learned.Spectrum.Values[i];
                if (s > 1e-6) Assert.True(Math.Abs(expected[i] - vector[i]) < 1e-9 / s, FormattableString.Invariant($"coordinate {i + 1} (s = {s:R}) of {x} is {expected[i]:R}, again {vector[i]:R}"));
            }
        }
        return true;
    }

    private static EvidenceUse Use(Learned<int> learned, Evidence[] evidence)
    {
        _ = learned.TryEmbedNew(evidence, new double[learned.Rank], out var use);
        return use;
    }

    /// <summary>Evidence of a part, or of values that are seen at once, each pair with the product of the weights.</summary>
    private static Evidence Said(string name, (int A, double Weight)[][] seen)
    {
        var parts = name.Where(char.IsDigit).Select(digit => seen[digit - '0']).ToArray();
        return (parts.Length, name.StartsWith("((", StringComparison.Ordinal)) switch
        {
            (1, _) => Evidence.Weighted(name, parts[0]),
            (2, _) => Evidence.Weighted(name, Pairs(parts[0], parts[1])),
            (3, true) => Evidence.Weighted(name, Pairs(Pairs(parts[0], parts[1]), parts[2])),
            _ => Evidence.Weighted(name, Pairs(parts[0], Pairs(parts[1], parts[2]))),
        };
    }

    private static Evidence Unknown(string name) => name.Count(char.IsDigit) switch
    {
        1 => Evidence.Of(name, 99),
        2 => Evidence.Of(name, (99, 99)),
        _ => Evidence.Of(name, ((99, 99), 99)),
    };

    private static ((TFirst, TSecond), double)[] Pairs<TFirst, TSecond>((TFirst, double)[] first, (TSecond, double)[] second) => [.. from a in first from b in second select ((a.Item1, b.Item1), a.Item2 * b.Item2)];

    /// <summary>A new input does not stay where it is: it is not there yet, and the law of one that may stay is another. So walks are of two steps.</summary>
    private static MixNode WithoutStaying(MixNode mix) => mix switch
    {
        MixNode.Part part => new MixNode.Part(Math.Min(part.Number, MixGen.Graph + 1)),
        MixNode.Convex convex => new MixNode.Convex([.. convex.Parts.Select(part => (part.Weight, WithoutStaying(part.Node)))]),
        MixNode.Average average => new MixNode.Average([.. average.Parts.Select(part => (part.Weight, WithoutStaying(part.Node)))]),
        MixNode.Convolved chain => new MixNode.Convolved(WithoutStaying(chain.First), chain.Second is { } second ? WithoutStaying(second) : null, WithoutStaying(chain.Last)),
        MixNode.Smoothed smoothed => new MixNode.Smoothed(WithoutStaying(smoothed.Node)),
        MixNode.Joint joint => new MixNode.Joint(WithoutStaying(joint.First), WithoutStaying(joint.Second)),
        MixNode.Walked walked => new MixNode.Walked(WithoutStaying(walked.Step), WalkLaw.Steps(2)),
        _ => throw new ArgumentException(mix.ToString(), nameof(mix)),
    };

    private static bool MakesOfMixes(MixNode mix) => mix.ToString()!.Contains("joint", StringComparison.Ordinal);
}
