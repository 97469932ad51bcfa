namespace Samples.Probe;

/// <summary>
/// The logistic probe on several random divisions of the same things: so many of each class teach it, so many choose its strength and whether columns keep their proportions, all others are judged.
/// Every embedding is judged on the same divisions.
/// </summary>
public sealed class RandomSplits
{
    private readonly IReadOnlyDictionary<int, int> classes;
    private readonly (int[] Taught, int[] Choosing, int[] Judged)[] splits;

    /// <param name="classes">The class of each thing, from 0, by its number.</param>
    /// <param name="taught">How many of each class teach.</param>
    /// <param name="choosing">How many choose.</param>
    /// <param name="count">How many divisions; each is determined by its number.</param>
    public RandomSplits(IReadOnlyDictionary<int, int> classes, int taught, int choosing, int count = 10)
    {
        this.classes = classes;
        splits = [.. Enumerable.Range(0, count).Select(seed => Divide(seed, taught, choosing))];
    }

    /// <summary>What the experiment is.</summary>
    public string Description => FormattableString.Invariant(
        $"{splits.Length} random divisions: {splits[0].Taught.Length} teach a logistic probe, {splits[0].Choosing.Length} choose its strength and scaling, {splits[0].Judged.Length:N0} are judged");

    /// <summary>Judges an embedding.</summary>
    /// <param name="vector">The vector of a thing, by its number; all of one length.</param>
    public Score Judge(Func<int, float[]> vector)
    {
        var vectors = classes.Keys.ToDictionary(thing => thing, vector);
        var accuracies = splits.AsParallel().AsOrdered().Select(split => Judge(split, vectors)).ToArray();
        var mean = accuracies.Average(accuracy => accuracy.Judged);
        var variance = accuracies.Sum(accuracy => (accuracy.Judged - mean) * (accuracy.Judged - mean)) / (splits.Length - 1);
        return new(accuracies.Average(accuracy => accuracy.Choosing), mean, Math.Sqrt(variance / splits.Length));
    }

    private (int[] Taught, int[] Choosing, int[] Judged) Divide(int seed, int taught, int choosing)
    {
        int[] order = [.. classes.Keys.Order()];
        new Random(seed).Shuffle(order);
        int[] teaching = [.. order.GroupBy(thing => classes[thing]).OrderBy(group => group.Key).SelectMany(group => group.Take(taught))];
        int[] rest = [.. order.Except(teaching)];
        return (teaching, rest[..choosing], rest[choosing..]);
    }

    private (double Choosing, double Judged) Judge((int[] Taught, int[] Choosing, int[] Judged) split, Dictionary<int, float[]> vectors)
    {
        float[][] Rows(int[] things) => Array.ConvertAll(things, thing => vectors[thing]);
        int[] Classes(int[] things) => Array.ConvertAll(things, thing => classes[thing]);
        return new[] { false, true }
            .Select(keepsProportions => SoftmaxProbe.FitValidated(Rows(split.Taught), Classes(split.Taught), Rows(split.Choosing), Classes(split.Choosing), keepsProportions))
            .Select(probe => (Choosing: probe.Accuracy(Rows(split.Choosing), Classes(split.Choosing)), Judged: probe.Accuracy(Rows(split.Judged), Classes(split.Judged))))
            .MaxBy(accuracy => accuracy.Choosing);
    }
}
