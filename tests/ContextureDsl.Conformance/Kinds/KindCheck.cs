using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Conformance.Kinds;

/// <summary>
/// Holds a kind of context to what it means: compiled code gives the interpreter's result bit by bit, and both have the spectrum and the kernel of the exact law. A family of kinds adds a class
/// with its declarations, and tests that make the exact law from random parameters and rows.
/// </summary>
internal static class KindCheck
{
    /// <summary>The residual that the declarations of the tests ask for: rounding of sums of some dozen terms.</summary>
    public const double Residual = 1e-12;

    private const double Tolerance = 1e-10;

    /// <summary>The root of <see cref="Tolerance"/>'s kind of rounding: of a value that is zero, the library and MathNet both see the square.</summary>
    private const double Zero = 1e-7;

    /// <summary>The options under which closed forms and oracles hold: double precision, everything kept.</summary>
    public static LearnOptions Exact { get; } = new() { Precision = Precision.Double, Tolerance = Residual, RarePairs = RarePairs.Keep };

    /// <summary>Both readings of a declaration against the exact law. At most 64 functions, so that the automatic rank has all.</summary>
    /// <param name="declaration">A declaration that the generator has compiled as a whole.</param>
    /// <param name="learn">Learns it from the rows under test with the given options.</param>
    /// <param name="law">What it means.</param>
    public static Learned<TInput> Agrees<TInput>(DeclaredContexture<TInput> declaration, Func<LearnOptions, Learned<TInput>> learn, ExactLaw<TInput> law)
        where TInput : notnull
    {
        var learned = SameBits(declaration, learn);
        Means(learned, law);
        return learned;
    }

    /// <summary>Compiled code and interpreter give the same bits: parts, spectrum and vectors.</summary>
    public static Learned<TInput> SameBits<TInput>(DeclaredContexture<TInput> declaration, Func<LearnOptions, Learned<TInput>> learn)
        where TInput : notnull
    {
        Assert.True(declaration.Compilation.Whole, declaration.Compilation.ToString());
        var compiled = learn(Exact);
        var interpreted = learn(Exact with { Interpreted = true });
        Assert.True(compiled.Compilation.Whole);
        Assert.False(interpreted.Compilation.Whole);
        Assert.Equal(interpreted.Parts, compiled.Parts);
        Assert.Equal(interpreted.Encoder.Known, compiled.Encoder.Known);
        Assert.Equal(interpreted.Spectrum.TotalChiSquared, compiled.Spectrum.TotalChiSquared);
        Assert.Equal(interpreted.Spectrum.Values, compiled.Spectrum.Values);
        foreach (var input in interpreted.Encoder.Known) Assert.Equal(Vector(interpreted.Encoder, input), Vector(compiled.Encoder, input));
        return compiled;
    }

    /// <summary>Both readings refuse the rows with the same error.</summary>
    public static TException Refuses<TException>(Action<LearnOptions> learn)
        where TException : ContextureException
    {
        var compiled = Assert.Throws<TException>(() => learn(Exact));
        Assert.Equal(Assert.Throws<TException>(() => learn(Exact with { Interpreted = true })).Message, compiled.Message);
        return compiled;
    }

    /// <summary>The values with multiplicity, P_X, and the kernel Σ sᵢ² μᵢ(x) μᵢ(x′), which no rotation among equal values changes.</summary>
    public static void Means<TInput>(Learned<TInput> learned, ExactLaw<TInput> law)
        where TInput : notnull
    {
        Assert.Equal(law.Inputs.ToHashSet(), learned.Encoder.Known.ToHashSet());
        Assert.Equal(law.Functions, learned.Rank);
        for (var i = 0; i < law.Functions; i++) Assert.Equal(law.Values[i], learned.Spectrum.Values[i], law.Values[i] < Zero ? Zero : Tolerance);
        Assert.Equal(law.ChiSquared, learned.Spectrum.TotalChiSquared!.Value, 1e-9);
        for (var x = 0; x < law.Inputs.Count; x++) Assert.Equal(law.Marginal[x], learned.Encoder.Marginal(law.Inputs[x]), 1e-12);
        var scaled = learned.Encoder.With(Embedding.Scaled);
        var points = Matrix<double>.Build.DenseOfRowArrays(law.Inputs.Select((input, x) => Vector(scaled, input).Select(value => value * Math.Sqrt(law.Marginal[x])).ToArray()));
        var difference = points.TransposeAndMultiply(points) - law.Kernel;
        Assert.True(difference.Enumerate().Max(Math.Abs) < Tolerance, $"The kernel is off by {difference.Enumerate().Max(Math.Abs):R}.");
    }

    /// <summary>The first rows, read anew, have the vectors that were learnt from them, up to rounding that 1/s magnifies.</summary>
    public static void Reproduces<TInput>(Learned<TInput> learned, NewInputs<TInput> again)
        where TInput : notnull
    {
        Assert.Equal(learned.Encoder.Known.ToHashSet(), again.Known.ToHashSet());
        var vector = new double[learned.Rank];
        foreach (var input in learned.Encoder.Known)
        {
            Assert.True(again.TryEmbed(input, vector));
            Assert.Equal(1, again.KnownShare(input), 1e-12);
            var expected = Vector(learned.Encoder, input);
            for (var i = 0; i < vector.Length; i++) Assert.Equal(expected[i], vector[i], 1e-12 * Math.Max(1, Math.Abs(expected[i]) + 1 / learned.Spectrum.Values[i]));
        }
    }

    private static double[] Vector<TInput>(Encoder<TInput> encoder, TInput input)
        where TInput : notnull
    {
        var vector = new double[encoder.Rank];
        Assert.True(encoder.TryEmbed(input, vector), $"{input} is not known.");
        return vector;
    }
}
