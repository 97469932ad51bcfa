using System.Globalization;

namespace ContextureDsl.Generators.Tests.Driver;

/// <summary>Declarations of random nested mixes over two sources, as C#: parts that are mixed in several times, walks on mixes, untyped mixes within convolutions.</summary>
internal sealed class RandomMixes(int seed)
{
    private const string Rows =
        """
        public sealed record Row(string Key, int Value, int Other, string Word)
        {
            public static Row[] Some { get; } = [.. Enumerable.Range(0, 160).Select(i => new Row("k" + i * i % 11, (i * 7 + i / 5) % 6, i % 4 + i % 3, "w" + (i * i / 3) % 8))];
        }

        public sealed record Link(string From, string To, int Size)
        {
            public static Link[] Some { get; } = [.. Enumerable.Range(0, 60).Select(i => new Link("k" + i % 13, "k" + (i * 5 + i / 7) % 13, i * i % 5))];
        }
        """;

    private static readonly string[] Numbers =
    [
        "rows.Input(r => r.Key).Context(r => r.Value)", "rows.Input(r => r.Key).Context(r => r.Other).Weight(r => r.Value + 1)", "links.Input(l => l.From).Context(l => l.Size)",
    ];

    private static readonly string[] Texts = ["rows.Input(r => r.Key).Context(r => r.Word)", "links.Neighbours(l => l.From, l => l.To).Undirected()"];

    private readonly Random random = new(seed);

    /// <summary>Sources for <see cref="Generation.Of(string[])"/>: the classes, and a Sample that runs each of them both ways.</summary>
    public string[] Sources(int count)
    {
        var classes = Enumerable.Range(0, count).Select(Class).ToArray();
        var calls = Enumerable.Range(0, count).Select(i => $"Agreement.Of(new M{i}(), options => new M{i}().Learn(Row.Some, Link.Some, options)) is {{ Length: > 0 }} why{i} ? \"M{i}: \" + why{i} + \" in \" + new M{i}().Definition + \"\\n\" : \"\"");
        return [Rows, .. classes, $"public static class Sample {{ public static string Run() => {string.Join(" + ", calls.Select(call => $"({call})"))}; }}"];
    }

    private string Class(int number) =>
        $$"""
        [Contexture(Precision = Precision.Double, Tolerance = 1e-9, RarePairs = RarePairs.Keep)]
        public sealed partial class M{{number}} : Contexture<string>.From<Row, Link>
        {
            protected override Context<string> Define(Events<Row> rows, Events<Link> links)
            {
                var value = {{Numbers[number % Numbers.Length]}};
                var word = {{Texts[number % Texts.Length]}};
                return {{Any(4)}};
            }
        }
        """;

    private string Any(int depth) => random.Next(depth == 0 ? 2 : 6) switch
    {
        0 => Number(depth),
        1 => Text(depth),
        2 or 3 => $"Mix.Convex<string>({Weighed(Any, depth)}, {Weighed(Any, depth)})",
        4 => $"Mix.Convolve({Any(depth - 1)}, then: {Any(depth - 1)})",
        _ => $"Mix.Joint({NumberLeaf()}, {TextLeaf()})",
    };

    private string Number(int depth) => random.Next(depth == 0 ? 1 : 3) switch
    {
        0 => NumberLeaf(),
        1 => $"Mix.Average({Weighed(Number, depth)}, {Weighed(Number, depth)})",
        _ => $"Mix.Convolve({Any(depth - 1)}, then: {Number(depth - 1)})",
    };

    private string Text(int depth) => random.Next(depth == 0 ? 1 : 5) switch
    {
        0 => TextLeaf(),
        1 => $"Mix.Average({Weighed(Text, depth)}, {Weighed(Text, depth)})",
        2 => $"Mix.Convolve({Any(depth - 1)}, then: {Text(depth - 1)})",
        3 => $"{Any(depth - 1)}.Smooth()",
        _ => $"{Any(depth - 1)}.Smooth().Lazy(0.25).Steps(2)",
    };

    private string NumberLeaf() => random.Next(2) == 0 ? "value" : Numbers[random.Next(Numbers.Length)];

    private string TextLeaf() => random.Next(2) == 0 ? "word" : Texts[random.Next(Texts.Length)];

    private string Weighed(Func<int, string> part, int depth) => $"({(0.1 + random.NextDouble()).ToString("F2", CultureInfo.InvariantCulture)}, {part(depth - 1)})";
}
