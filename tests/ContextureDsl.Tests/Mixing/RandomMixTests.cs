using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Tests.Mixing;

/// <summary>Random nested mixes over two sources, with inputs that some parts never saw and parts that stand in them several times, against the dense oracle.</summary>
public class RandomMixTests
{
    private static readonly LearnOptions Exactly = new() { Precision = Precision.Double, Tolerance = 1e-12, RarePairs = RarePairs.Keep };

    [Fact]
    public void A_mix_has_the_spectrum_and_the_functions_of_the_theory() =>
        Gen.Select(MixGen.Any(4), Gen.Int, Gen.Bool).Sample(
            (mix, seed, even) => Agree(mix, new(seed), Exactly with { Population = even ? Population.Uniform : Population.Mixture }, 1e-9), iter: 1500);

    /// <summary>Without the part that is a graph: where one is left out that an edge leads to, walks end nowhere, which is an error of its own.</summary>
    [Fact]
    public void That_holds_under_every_population_with_unseen_inputs_dropped_or_not() =>
        Gen.Select(MixGen.Any(3).Select(WithoutGraph), Gen.Int, Gen.Enum<Population>(), Gen.Bool).Sample(
            (mix, seed, population, drops) => Agree(mix, new(seed), Exactly with { Population = population, Unseen = drops ? Unseen.Drop : Unseen.Independent }, 1e-9), iter: 400);

    /// <summary>Two strays, each with a value of its own in every part, are set aside from the mix as if they had not been there.</summary>
    [Fact]
    public void What_is_rare_in_the_mix_is_set_aside()
    {
        var checks = 0;
        Gen.Select(MixGen.Any(3), Gen.Int).Sample((mix, seed) =>
        {
            var (tables, options) = (new MixTables(seed, sawAll: true), Exactly with { RarePairs = RarePairs.SetAside });
            MixTables.Row[] Strays(int source) => [.. from part in Enumerable.Range(0, MixGen.Graph + 1) where part % 2 == source from stray in (int[])[90, 91] select new MixTables.Row(part, stray, stray, 1e-6)];
            var clean = tables.Learn(mix, options);
            var strayed = Contexture.Learn([.. tables.Rows(0), .. Strays(0)], [.. tables.Rows(1), .. Strays(1)], (even, odd) => mix.Declared(MixTables.Contexts(even, odd)), options: options);
            // What is rare without them is another case.
            if (clean.SetAside.Components > 0) return;
            Assert.Equal((2, 2), (strayed.SetAside.Components, strayed.SetAside.Inputs));
            Assert.Equal(clean.Encoder.Known.Order(), strayed.Encoder.Known.Order());
            for (var i = 0; i < Math.Min(clean.Rank, strayed.Rank); i++)
                Assert.True(Math.Abs(clean.Spectrum.Values[i] - strayed.Spectrum.Values[i]) < 1e-9 || Math.Abs(Math.Pow(clean.Spectrum.Values[i], 2) - Math.Pow(strayed.Spectrum.Values[i], 2)) < 1e-15);
            Interlocked.Increment(ref checks);
        }, iter: 200);
        Assert.True(checks > 190, $"{checks}");
    }

    [Fact]
    public void Single_precision_is_near() =>
        Gen.Select(MixGen.Any(3), Gen.Int).Sample((mix, seed) => Agree(mix, new(seed), Exactly with { Population = Population.Mixture, Precision = Precision.Single, Tolerance = 1e-5 }, 1e-4), iter: 150);

    private static MixNode WithoutGraph(MixNode mix) => mix switch
    {
        MixNode.Part part => new MixNode.Part(part.Number % MixGen.Graph),
        MixNode.Convex convex => new MixNode.Convex([.. convex.Parts.Select(part => (part.Weight, WithoutGraph(part.Node)))]),
        MixNode.Average average => new MixNode.Average([.. average.Parts.Select(part => (part.Weight, WithoutGraph(part.Node)))]),
        MixNode.Convolved chain => new MixNode.Convolved(WithoutGraph(chain.First), chain.Second is { } second ? WithoutGraph(second) : null, WithoutGraph(chain.Last)),
        MixNode.Smoothed smoothed => new MixNode.Smoothed(WithoutGraph(smoothed.Node)),
        MixNode.Joint joint => new MixNode.Joint(WithoutGraph(joint.First), WithoutGraph(joint.Second)),
        MixNode.Walked walked => WithoutGraph(walked.Step),
        _ => throw new ArgumentException(mix.ToString(), nameof(mix)),
    };

    private static void Agree(MixNode mix, MixTables tables, LearnOptions options, double tolerance)
    {
        var (inputs, laws) = tables.Dense(mix, options.Population!.Value, options.Unseen ?? Unseen.Independent);
        var law = mix.Dense(laws);
        var learned = tables.Learn(mix, options);
        Assert.Equal(inputs, learned.Encoder.Known.Order());
        var values = law.Values;
        for (var i = 0; i < values.Length; i++)
        {
            var found = i < learned.Rank ? learned.Spectrum.Values[i] : 0;
            // A value of zero is the root of rounding.
            Assert.True(Math.Abs(found - values[i]) <= tolerance || Math.Abs(found * found - values[i] * values[i]) <= tolerance * tolerance, FormattableString.Invariant($"{mix}: s{i + 1} is {values[i]:R}, found {found:R}"));
        }
        foreach (var group in Groups(values)) SameSpan(law, inputs, learned, group, tolerance);
    }

    /// <summary>Runs of values that are equal or near, away from all others; those of zero have no functions.</summary>
    private static IEnumerable<Range> Groups(double[] values)
    {
        var start = 0;
        for (var i = 1; i <= values.Length; i++)
        {
            if (i < values.Length && values[i - 1] - values[i] < 1e-3) continue;
            if (values[i - 1] > 1e-3) yield return start..i;
            start = i;
        }
    }

    /// <summary>The projector onto the functions of a group is that of the oracle; an error of rounding is magnified by the gap, a thousand at most.</summary>
    private static void SameSpan(DenseLaw law, int[] inputs, Learned<int> learned, Range group, double tolerance)
    {
        var svd = law.Svd;
        var (start, length) = group.GetOffsetAndLength(law.P.Length - 1);
        var expected = svd.U.SubMatrix(0, inputs.Length, start, length);
        var whitened = learned.Encoder.With(Embedding.Whitened);
        var row = new double[learned.Rank];
        var found = Matrix<double>.Build.Dense(inputs.Length, length);
        for (var x = 0; x < inputs.Length; x++)
        {
            Assert.True(whitened.TryEmbed(inputs[x], row));
            Assert.Equal(law.P[x], whitened.Marginal(inputs[x]), 1e-12);
            for (var i = 0; i < length; i++) found[x, i] = Math.Sqrt(law.P[x]) * row[start + i];
        }
        var difference = found.TransposeAndMultiply(found) - expected.TransposeAndMultiply(expected);
        Assert.True(difference.Enumerate().Max(Math.Abs) < 10 * tolerance / (tolerance > 1e-6 ? 1e-2 : 1), FormattableString.Invariant($"The functions {start + 1} to {start + length} are off by {difference.Enumerate().Max(Math.Abs):R}."));
    }
}
