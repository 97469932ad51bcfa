using CsCheck;

namespace ContextureDsl.Tests.Declaration;

public class WalkLawTests
{
    private static readonly Gen<WalkLaw> Laws = Gen.OneOf(
        Gen.Double[0.001, 1].Select(WalkLaw.Lazy), Gen.Int[1, 8].Select(WalkLaw.Steps), Gen.Double[0.01, 6].Select(WalkLaw.Heat));

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void A_lazy_step_stays_with_its_probability(double stay)
    {
        foreach (var eigenvalue in (double[])[-1, -0.4, 0, 0.7, 1]) Assert.Equal(stay + ((1 - stay) * eigenvalue), WalkLaw.Lazy(stay).Of(eigenvalue), 1e-15);
    }

    [Fact]
    public void Steps_are_a_power() => Assert.Equal([0, 0, 0, 1], WalkLaw.Steps(3).Probabilities);

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1)]
    [InlineData(37.5)]
    [InlineData(900)]
    [InlineData(9000)]
    public void Heat_is_the_exponential(double time)
    {
        var law = WalkLaw.Heat(time);
        Assert.Equal(1, law.Probabilities.Sum(), 1e-13);
        Assert.InRange(law.Longest, 1, (int)(time + (10 * Math.Sqrt(time)) + 20));
        foreach (var eigenvalue in (double[])[-1, -0.4, 0, 0.7, 0.999, 1])
            Assert.Equal(Math.Exp(-time * (1 - eigenvalue)), law.Of(eigenvalue), 1e-13 * Math.Max(1, Math.Sqrt(time)));
    }

    [Fact]
    public void Walks_compose_as_functions_of_the_eigenvalue() => Gen.Select(Laws, Laws, Gen.Double[-1, 1]).Sample((inner, outer, eigenvalue) =>
    {
        var composed = inner.Then(outer);
        Assert.Equal(outer.Of(inner.Of(eigenvalue)), composed.Of(eigenvalue), 1e-13);
        Assert.All(composed.Probabilities, probability => Assert.InRange(probability, 0, 1));
        Assert.Equal(1, composed.Probabilities.Sum(), 1e-13);
        Assert.True(composed.Probabilities[^1] > 0);
    });

    [Fact]
    public void A_walk_says_how_it_was_declared() =>
        Assert.Equal("lazy, stay 0.5; steps, count 3; heat, time 0.25", WalkLaw.Lazy(0.5).Then(WalkLaw.Steps(3)).Then(WalkLaw.Heat(0.25)).ToString());

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Staying_is_a_probability(double stay) =>
        Assert.Contains(FormattableString.Invariant($"Lazy(stay: {stay})"), Assert.Throws<DeclarationException>(() => WalkLaw.Lazy(stay)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(10_001)]
    public void A_walk_takes_some_steps_and_not_too_many(int count) =>
        Assert.Contains(FormattableString.Invariant($"Steps(count: {count})"), Assert.Throws<DeclarationException>(() => WalkLaw.Steps(count)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e5)]
    [InlineData(1e300)]
    public void A_time_is_positive_and_not_too_long(double time) =>
        Assert.Contains(FormattableString.Invariant($"Heat(time: {time})"), Assert.Throws<DeclarationException>(() => WalkLaw.Heat(time)).Message, StringComparison.Ordinal);

    [Fact]
    public void Composed_walks_are_not_too_long_either() => Assert.Throws<DeclarationException>(() => WalkLaw.Steps(200).Then(WalkLaw.Steps(200)));
}
