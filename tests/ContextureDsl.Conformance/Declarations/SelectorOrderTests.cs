namespace ContextureDsl.Conformance.Declarations;

/// <summary>Emitted counters call the selectors of a row as the interpreter does: in the same order, each at most once, and none after the row was refused.</summary>
public sealed class SelectorOrderTests
{
    public static TheoryData<string, string> Rows => new()
    {
        { "good", "Listed Small Count At Key Value" },
        { "filtered first", "Listed" },
        { "filtered second", "Listed Small" },
        { "weight zero", "Listed Small Count At" },
        { "weight negative", "Listed Small Count At" },
        { "weight negative, no time", "Listed Small Count At" },
        { "no filter", "Listed" },
        { "no weight", "Listed Small Count" },
        { "no time", "Listed Small Count At" },
        { "no key", "Listed Small Count At Key" },
        { "key null, no value", "Listed Small Count At Key" },
        { "no value", "Listed Small Count At Key Value" },
        { "value null", "Listed Small Count At Key Value" },
    };

    [Theory, MemberData(nameof(Rows))]
    public void OfOneValue(string row, string order) => Agree(new WatchedOne(), (rows, options) => new WatchedOne().Learn(rows, options), row, order);

    [Theory, MemberData(nameof(Rows))]
    public void OfSeveralValues(string row, string order) =>
        Agree(new WatchedSeveral(), (rows, options) => new WatchedSeveral().Learn(rows, options), row, order.Replace("Key", "Keys", StringComparison.Ordinal).Replace("Value", "Values", StringComparison.Ordinal));

    private static void Agree(DeclaredContexture<string> declaration, Action<Watched[], LearnOptions> learn, string row, string order)
    {
        Assert.True(declaration.Compilation.Whole, declaration.Compilation.ToString());
        var (compiled, error) = Run(learn, row, interpreted: false);
        var (interpreted, expected) = Run(learn, row, interpreted: true);
        Assert.Equal(order, interpreted);
        Assert.Equal(interpreted, compiled);
        Assert.Equal(expected?.GetType(), error?.GetType());
        Assert.Equal(expected?.Message, error?.Message);
    }

    private static (string Log, Exception? Error) Run(Action<Watched[], LearnOptions> learn, string row, bool interpreted)
    {
        var log = new List<string>();
        Watched[] rows = [new([]), new([]) { Key = "y", Value = "b" }, Row(log, row)];
        var error = Record.Exception(() => learn(rows, new() { Interpreted = interpreted }));
        return (string.Join(' ', log), error);
    }

    private static Watched Row(List<string> log, string row) => row switch
    {
        "filtered first" => new(log) { Listed = false },
        "filtered second" => new(log) { Small = 0 },
        "weight zero" => new(log) { Count = 0 },
        "weight negative" => new(log) { Count = -1 },
        "weight negative, no time" => new(log, nameof(Watched.At)) { Count = -1 },
        "no filter" => new(log, nameof(Watched.Listed)),
        "no weight" => new(log, nameof(Watched.Count)),
        "no time" => new(log, nameof(Watched.At)),
        "no key" => new(log, nameof(Watched.Key), nameof(Watched.Keys)),
        "key null, no value" => new(log, nameof(Watched.Value), nameof(Watched.Values)) { Key = null, Keys = null },
        "no value" => new(log, nameof(Watched.Value), nameof(Watched.Values)),
        "value null" => new(log) { Value = null, Values = null },
        _ => new(log),
    };
}
