namespace ContextureDsl.Conformance.Declarations;

/// <summary>Equal texts that mean different things: the tree that Define returned says what runs, whatever code was emitted.</summary>
public sealed class SameTextTests
{
    private static readonly Sighting[] Sightings = Sighting.Some(11, 600, 30);

    [Fact]
    public void APartThatWasNotReadMeansWhatItsOwnClassSays()
    {
        var learned = Agree(options => new SameText.Mixed(new()).Learn(Sightings, options));
        Assert.NotEqual(learned.Parts[0].Variables, learned.Parts[1].Variables);
        Assert.Contains("by delegate", learned.Compilation.Parts[0]);
    }

    [Fact]
    public void AChoiceAtRunTimeMeansWhatItsOwnClassSays()
    {
        var own = Agree(options => new SameText.Either(null).Learn(Sightings, options));
        var other = Agree(options => new SameText.Either(new()).Learn(Sightings, options));
        Assert.NotEqual(own.Parts[0].Variables, other.Parts[0].Variables);
    }

    [Fact]
    public void ADerivedClassMeansWhatItsOwnDefineSays()
    {
        Assert.True(new SameText.Open().Compilation.Whole);
        Assert.False(new SameText.Derived().Compilation.Whole);
        var open = Agree(options => new SameText.Open().Learn(Sightings, options));
        var derived = Agree(options => new SameText.Derived().Learn(Sightings, options));
        Assert.NotEqual(open.Parts[0].Variables, derived.Parts[0].Variables);
    }

    private static Learned<string> Agree(Func<LearnOptions, Learned<string>> learn)
    {
        var compiled = learn(new());
        var interpreted = learn(new() { Interpreted = true });
        Assert.Equal(interpreted.Parts, compiled.Parts);
        Assert.Equal(interpreted.Spectrum.TotalChiSquared, compiled.Spectrum.TotalChiSquared);
        return compiled;
    }
}
