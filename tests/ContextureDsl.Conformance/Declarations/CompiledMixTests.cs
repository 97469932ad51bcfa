namespace ContextureDsl.Conformance.Declarations;

/// <summary>The operators that the generator emits for mixes give what the library's operator gives, densely and by iteration.</summary>
public sealed class CompiledMixTests
{
    [Theory]
    [InlineData(21, 500, 20)]
    [InlineData(22, 20_000, 600)]
    public void EveryKindOfMix(int seed, int rows, int kinds)
    {
        var (now, before) = (Sighting.Some(seed, rows, kinds), Sighting.Some(seed + 100, rows, kinds));
        CompiledIsInterpretedTests.Agree(new Mixed.Through(), options => new Mixed.Through().Learn(now: now, before: before, options));
        CompiledIsInterpretedTests.Agree(new Mixed.Alike(0.3), options => new Mixed.Alike(0.3).Learn(now, options));
        CompiledIsInterpretedTests.Agree(new Mixed.ThereAndBack(), options => new Mixed.ThereAndBack().Learn(now, options));
        CompiledIsInterpretedTests.Agree(new Mixed.AtOnce(), options => new Mixed.AtOnce().Learn(now, options));
        CompiledIsInterpretedTests.Agree(new Mixed.Walked(), options => new Mixed.Walked().Learn(now, options));
        Assert.Equal(3, CompiledIsInterpretedTests.Agree(new Mixed.Repeated(), options => new Mixed.Repeated().Learn(now, options)).Parts.Count);
        CompiledIsInterpretedTests.Agree(new Mixed.Untagged(0.4), options => new Mixed.Untagged(0.4).Learn(now, before, options));
        CompiledIsInterpretedTests.Agree(new Mixed.UntaggedWithin(0.4), options => new Mixed.UntaggedWithin(0.4).Learn(now, before, options));
        CompiledIsInterpretedTests.Agree(new Mixed.Twofold(0.3), options => new Mixed.Twofold(0.3).Learn(now, options));
    }

    [Fact]
    public void AnyNumberOfThreadsGivesTheSameBits()
    {
        var now = Sighting.Some(23, 20_000, 600);
        var before = Sighting.Some(24, 20_000, 600);
        SameBits(threads => new Mixed.ThereAndBack().Learn(now, new LearnOptions { Threads = threads }));
        SameBits(threads => new Mixed.UntaggedWithin(0.4).Learn(now, before, new LearnOptions { Threads = threads }));
        SameBits(threads => new Mixed.Twofold(0.3).Learn(now, new LearnOptions { Threads = threads }));
    }

    private static void SameBits(Func<int, Learned<string>> learn)
    {
        var (one, several) = (learn(1), learn(3));

        Assert.Equal(one.Spectrum.Values, several.Spectrum.Values);
        foreach (var input in one.Encoder.Known) Assert.True(one.Encoder[input].SequenceEqual(several.Encoder[input]));
    }
}
