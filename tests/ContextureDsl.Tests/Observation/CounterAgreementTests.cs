using ContextureDsl.Observation;
using CsCheck;
using Xunit;

namespace ContextureDsl.Tests.Observation;

/// <summary>The interpreter and the emitted form give the same bits, or the same error, whatever the rows and the policies.</summary>
public class CounterAgreementTests
{
    private static readonly Gen<CountScope> Scope = Gen.Select(RowGen.Policy, RowGen.OneOf<double?>(null, 1e-9, 0.001, 0.5, 40), Gen.Int[1, 4], Gen.Int[1, 4])
        .Select((duplicates, days, input, variable) => Counting.Plain with
        {
            Duplicates = duplicates,
            HalfLife = days is { } age ? TimeSpan.FromDays(age) : null,
            MinimumInput = input,
            MinimumVariable = variable,
        });

    [Fact]
    public void OneValuePerRow() => Gen.Select(Scope, RowGen.Rows()).Sample(
        (scope, rows) => Assert.Equal(Outcome(() => Counting.Interpret(scope, rows)), Outcome(() => Counting.Accumulate(scope, rows))), iter: 4000);

    [Fact]
    public void ManyValuesPerRow() => Gen.Select(Scope, RowGen.Rows()).Sample(
        (scope, rows) => Assert.Equal(Outcome(() => Counting.InterpretMany(scope, rows)), Outcome(() => Counting.AccumulateMany(scope, rows))), iter: 4000);

    [Fact]
    public void WeightsOfAllMagnitudesOverAnySpan() => Gen.Select(Scope, RowGen.Rows(spanDays: 2e5, wildWeights: true)).Sample(
        (scope, rows) => Assert.Equal(Outcome(() => Counting.Interpret(scope, rows)), Outcome(() => Counting.Accumulate(scope, rows))), iter: 4000);

    [Fact]
    public void BadWeightsAnywhere() => Gen.Select(Scope, RowGen.Rows(), RowGen.OneOf(-1, double.NaN, double.PositiveInfinity), Gen.Int[0, 59]).Sample((scope, rows, weight, at) =>
    {
        rows[at % rows.Length] = rows[at % rows.Length] with { Weight = weight };
        Assert.Equal(Outcome(() => Counting.Interpret(scope, rows)), Outcome(() => Counting.Accumulate(scope, rows)));
    });

    [Theory]
    [InlineData(Duplicates.Sum)]
    [InlineData(Duplicates.Once)]
    [InlineData(Duplicates.Largest)]
    [InlineData(Duplicates.Mean)]
    public void MoreRowsThanAnyBuffer(Duplicates duplicates)
    {
        var random = new Random(7);
        var rows = Enumerable.Range(0, 1_200_000).Select(i => new Row(random.Next(700), random.Next(900), random.NextDouble(), new DateTimeOffset(i * 1_000_000_000L, default))).ToArray();
        var scope = Counting.Plain with { Duplicates = duplicates, HalfLife = TimeSpan.FromDays(3), MinimumInput = 1600, MinimumVariable = 1300 };
        Assert.Equal(Counting.Bits(Counting.Interpret(scope, rows)), Counting.Bits(Counting.Accumulate(scope, rows)));
    }

    private static string Outcome(Func<ObservedPart<int>> count)
    {
        try
        {
            return Counting.Bits(count());
        }
        catch (ContextureException error)
        {
            return error.GetType().Name + ": " + error.Message;
        }
    }
}
