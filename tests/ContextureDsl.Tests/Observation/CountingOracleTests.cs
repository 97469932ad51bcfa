using ContextureDsl.Observation;
using CsCheck;
using Xunit;

namespace ContextureDsl.Tests.Observation;

/// <summary>Both counters against the definition written out with lists.</summary>
public class CountingOracleTests
{
    [Fact]
    public void DuplicatePolicies() => Gen.Select(RowGen.Policy, RowGen.Rows()).Sample((policy, rows) =>
    {
        var counted = rows.Where(row => row is { X: >= 0, Weight: > 0 }).ToArray();
        var groups = counted.GroupBy(row => (row.X, row.A)).ToArray();
        if (counted.Length == 0 || (policy == Duplicates.Reject && groups.Length < counted.Length)) return;
        var expected = groups.ToDictionary(group => group.Key, group => Fold(policy, [.. group.Select(row => row.Weight)]));
        Assert.Equal(expected, Counting.Weights(Counting.Interpret(Counting.Plain with { Duplicates = policy }, rows)));
        Assert.Equal(expected, Counting.Weights(Counting.Accumulate(Counting.Plain with { Duplicates = policy }, rows)));
    }, iter: 2000);

    [Fact]
    public void ManyValuesShareTheRowsWeight() => Gen.Select(RowGen.Policy, RowGen.Rows()).Sample((policy, rows) =>
    {
        var pairs = (from row in rows
                     where row.Weight > 0
                     from x in row.Xs!
                     from a in row.As!
                     select (Key: (x, a), Share: row.Weight / (row.Xs!.Length * row.As!.Length))).ToArray();
        var groups = pairs.GroupBy(pair => pair.Key).ToArray();
        if (pairs.Length == 0 || (policy == Duplicates.Reject && groups.Length < pairs.Length)) return;
        var expected = groups.ToDictionary(group => group.Key, group => Fold(policy, [.. group.Select(pair => pair.Share)]));
        var part = Counting.InterpretMany(Counting.Plain with { Duplicates = policy }, rows);
        Assert.Equal(expected, Counting.Weights(part));
        Assert.Equal(expected, Counting.Weights(Counting.AccumulateMany(Counting.Plain with { Duplicates = policy }, rows)));
        Assert.Equal(rows.Count(row => row.Weight > 0 && (row.Xs!.Length == 0 || row.As!.Length == 0)), part.Summary.Empty);
    }, iter: 2000);

    [Fact]
    public void HalfLifeIsRelativeToTheLatestCountedRow() => RowGen.Rows(spanDays: 30).Sample(rows =>
    {
        var counted = rows.Where(row => row is { X: >= 0, Weight: > 0 }).ToArray();
        if (counted.Length == 0) return;
        var latest = counted.Max(row => row.Time);
        var expected = counted.GroupBy(row => (row.X, row.A)).ToDictionary(
            group => group.Key, group => group.Sum(row => row.Weight * Math.Pow(2, -(latest - row.Time) / TimeSpan.FromDays(2))));
        var part = Counting.Accumulate(Counting.Plain with { HalfLife = TimeSpan.FromDays(2) }, rows);
        var actual = Counting.Weights(part);
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        // Every factor takes two roundings more or less, and sums of up to 60 positive terms keep that relative error.
        foreach (var (pair, weight) in expected) Assert.Equal(1, actual[pair] / weight, 1e-13);
        Assert.Equal(latest, part.Summary.Latest);
        Assert.Equal(counted.Min(row => row.Time), part.Summary.Earliest);
    }, iter: 2000);

    [Fact]
    public void MinimumCountsAreJudgedOnceForBothSides() => Gen.Select(RowGen.Rows(), Gen.Int[1, 6], Gen.Int[1, 6]).Sample((rows, minimumInput, minimumVariable) =>
    {
        var counted = rows.Where(row => row is { X: >= 0, Weight: > 0 }).ToArray();
        var inputs = counted.CountBy(row => row.X).Where(pair => pair.Value >= minimumInput).Select(pair => pair.Key).ToHashSet();
        var variables = counted.CountBy(row => row.A).Where(pair => pair.Value >= minimumVariable).Select(pair => pair.Key).ToHashSet();
        var expected = counted.Where(row => inputs.Contains(row.X) && variables.Contains(row.A)).Select(row => (row.X, row.A)).ToHashSet();
        var scope = Counting.Plain with { MinimumInput = minimumInput, MinimumVariable = minimumVariable };
        if (expected.Count == 0)
        {
            Assert.Throws<EmptyObservationException>(() => Counting.Accumulate(scope, rows));
            return;
        }
        var part = Counting.Accumulate(scope, rows);
        Assert.Equal(expected.Order(), Counting.Weights(part).Keys.Order());
        Assert.Equal(counted.Select(row => row.X).Distinct().Where(expected.Select(pair => pair.X).Contains), part.Inputs.Values);
        Assert.Equal(counted.Select(row => row.X).Distinct().Count() - part.Inputs.Count, part.Summary.RareInputs);
        Assert.Equal(counted.Select(row => row.A).Distinct().Count() - part.VariableAlphabet.Count, part.Summary.RareVariables);
    }, iter: 2000);

    [Fact]
    public void EveryRowIsInTheSummaryOnce() => RowGen.Rows().Sample(rows =>
    {
        if (!rows.Any(row => row is { X: >= 0, Weight: > 0 })) return;
        var summary = Counting.Interpret(Counting.Plain, rows).Summary;
        Assert.Equal(rows.Length, summary.Rows);
        Assert.Equal(rows.Count(row => row.X < 0), summary.Filtered);
        Assert.Equal(rows.Count(row => row is { X: >= 0, Weight: 0 }), summary.Weightless);
        Assert.Equal(summary.Rows, summary.Events + summary.Filtered + summary.Weightless + summary.Empty);
    });

    [Fact]
    public void ARefusedRowsValuesGetNoNumber()
    {
        Row[] rows = [new(1, 10, 0), new(2, 20), new(-1, 30), new(3, 20), new(2, 40)];
        foreach (var part in new[] { Counting.Interpret(Counting.Plain, rows), Counting.Accumulate(Counting.Plain, rows) })
        {
            Assert.Equal([2, 3], part.Inputs.Values);
            Assert.Equal([20, 40], ((ObservedPart<int, int>)part).Variables.Values);
        }
    }

    [Fact]
    public void AnEmptyListsRowGivesNoNumberAndNoTime()
    {
        var day = new DateTimeOffset(2025, 1, 1, 0, 0, 0, default);
        Row[] rows = [new(0, 0, 1, day, [1], [5]), new(0, 0, 1, day.AddDays(9), [2], []), new(0, 0, 1, day.AddDays(1), [3], [5, 6])];
        var scope = Counting.Plain with { HalfLife = TimeSpan.FromDays(1) };
        foreach (var part in new[] { Counting.InterpretMany(scope, rows), Counting.AccumulateMany(scope, rows) })
        {
            Assert.Equal([1, 3], part.Inputs.Values);
            Assert.Equal(day.AddDays(1), part.Summary.Latest);
            Assert.Equal(new() { [(1, 5)] = 0.5, [(3, 5)] = 0.5, [(3, 6)] = 0.5 }, Counting.Weights(part));
        }
    }

    [Fact]
    public void ATableIsSortedAndFullyFilled() => RowGen.Rows().Sample(rows =>
    {
        if (!rows.Any(row => row is { X: >= 0, Weight: > 0 })) return;
        var table = Counting.Accumulate(Counting.Plain, rows).Table;
        Assert.Equal(table.Pairs, table.RowOffsets[^1]);
        for (var x = 0; x < table.Inputs; x++)
        {
            Assert.True(table.RowOffsets[x] < table.RowOffsets[x + 1]);
            for (var i = table.RowOffsets[x] + 1; i < table.RowOffsets[x + 1]; i++) Assert.True(table.Columns[i - 1] < table.Columns[i]);
        }
    });

    private static double Fold(Duplicates policy, double[] weights) => policy switch
    {
        Duplicates.Once => weights[0],
        Duplicates.Largest => weights.Max(),
        Duplicates.Mean => weights.Aggregate((sum, weight) => sum + weight) / weights.Length,
        _ => weights.Aggregate((sum, weight) => sum + weight),
    };
}
