using ContextureDsl.Observation;
using CsCheck;
using Xunit;

namespace ContextureDsl.Tests.Observation;

public class PairStoreTests
{
    private static readonly Gen<(int Input, int Variable, double Weight)[]> Pairs = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 70], Gen.Double[0.1, 9]).Array[0, 400];

    [Fact]
    public void FoldsInOrderThroughAnyNumberOfMerges() => Gen.Select(Pairs, RowGen.Policy, Gen.Int[1, 40]).Sample((pairs, policy, buffer) =>
    {
        var (inputs, variables) = (new Occurrences(), new Occurrences());
        var store = new PairStore(policy, inputs, variables, buffer);
        foreach (var (input, variable, weight) in pairs)
        {
            if (store.IsFull) store.MakeRoom(10, 71);
            store.Append(input, variable, weight);
        }
        var expected = new SortedDictionary<(int, int), (double Weight, int Repeats)>();
        foreach (var (input, variable, weight) in pairs)
            expected[(input, variable)] = !expected.TryGetValue((input, variable), out var sofar) ? (weight, 1) : (policy switch
            {
                Duplicates.Once => sofar.Weight,
                Duplicates.Largest => Math.Max(sofar.Weight, weight),
                _ => sofar.Weight + weight,
            }, sofar.Repeats + 1);
        var actual = store.Finish(10, 71).ToArray();
        Assert.Equal(expected.Select(pair => (pair.Key, policy == Duplicates.Mean ? pair.Value.Weight / pair.Value.Repeats : pair.Value.Weight)),
            actual.Select(pair => ((pair.Input, pair.Variable), pair.Weight)));
        for (var x = 0; x < 10; x++) Assert.Equal(pairs.Count(pair => pair.Input == x), inputs.Of(x));
        for (var a = 0; a < 71; a++) Assert.Equal(pairs.Count(pair => pair.Variable == a), variables.Of(a));
    }, iter: 3000);

    [Fact]
    public void SortsByBothNumbersAndKeepsTheOrderOfEqualPairs() =>
        Gen.Select(Gen.OneOf(Gen.Int[1, 5], Gen.Int[1, int.MaxValue]), Gen.OneOf(Gen.Int[1, 5], Gen.Int[1, int.MaxValue])).SelectMany((inputs, variables) =>
            Gen.Select(Gen.Int[0, inputs - 1], Gen.Int[0, variables - 1]).Array[0, 200].Select(pairs => (inputs, variables, pairs))).Sample((inputs, variables, pairs) =>
        {
            var entries = pairs.Select((pair, i) => new PairEntry(PairEntry.KeyOf(pair.Item1, pair.Item2), i)).ToArray();
            var expected = entries.OrderBy(entry => entry.Input).ThenBy(entry => entry.Variable).Select(entry => entry.Weight).ToArray();
            PairSort.Sort(entries, new PairEntry[entries.Length], inputs, variables);
            Assert.Equal(expected, entries.Select(entry => entry.Weight));
        }, iter: 2000);

    [Fact]
    public void ArraysGrowToTheirLimitAndNoFurther()
    {
        Assert.Equal(16, ArrayLimit.Next(0, 16, "distinct pairs"));
        Assert.Equal(64, ArrayLimit.Next(32, 16, "distinct pairs"));
        Assert.Equal(Array.MaxLength, ArrayLimit.Next(1 << 30, 16, "distinct pairs"));
        var error = Assert.Throws<TableSizeException>(() => ArrayLimit.Next(Array.MaxLength, 16, "distinct pairs"));
        Assert.Contains("2147483592 or more distinct pairs", error.Message);
        Assert.Contains("at most 2147483591", error.Message);
        Assert.Contains("minimum count", error.Message);
        Assert.Equal(7, ArrayLimit.Checked(7, "distinct pairs"));
        Assert.Throws<TableSizeException>(() => ArrayLimit.Checked(1L << 31, "distinct pairs"));
    }
}
