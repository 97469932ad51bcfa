using ContextureDsl.Association;
using ContextureDsl.Observation;
using ContextureDsl.Tests.Association;

namespace ContextureDsl.Tests.Execution.Advice;

/// <summary>Counted parts in which it is known what there is to find.</summary>
internal static class Planted
{
    public const int Inputs = 240;

    private static readonly string[] Names = ["one", "two", "three", "four"];

    /// <summary>Inputs fall into groups, and each is seen with values of its group, with others now and then.</summary>
    /// <param name="groupOf">The group of an input.</param>
    /// <param name="groups">How many groups.</param>
    /// <param name="seed">Of the draws.</param>
    /// <param name="events">Pairs for each input.</param>
    /// <param name="firmness">How probably a value is one of the group.</param>
    public static ObservedPart<int> Groups(Func<int, int> groupOf, int groups, int seed, int events = 6, double firmness = 0.8)
    {
        var random = new Random(seed);
        return Joints.Part(from x in Enumerable.Range(0, Inputs)
                           from _ in Enumerable.Range(0, events)
                           let value = random.Next(20)
                           let drawn = random.NextDouble() < firmness ? groupOf(x) : random.Next(groups)
                           select (x, drawn * 20 + value, 1.0));
    }

    /// <summary>Every value with every input.</summary>
    public static ObservedPart<int> Noise(int seed, int events = 6) => Groups(_ => 0, 4, seed, events, firmness: 0);

    /// <summary>Every input is seen with values that one other input shares: nearly the input itself.</summary>
    public static ObservedPart<int> Chain() => Joints.Part(from x in Enumerable.Range(0, Inputs)
                                                           from step in Enumerable.Range(0, 3)
                                                           select (x, (x * 2 + step) % (2 * Inputs), 1.0));

    public static MixAdvice Advise(AdviceOptions? options, params ObservedPart<int>[] parts) =>
        MixAdvice.Of(parts, [.. Names.Take(parts.Length)], options ?? Ranked(4));

    public static AdviceOptions Ranked(int rank, long seed = 0, int? threads = null) => new() { Learning = new() { Rank = rank, Seed = seed, Threads = threads } };
}
