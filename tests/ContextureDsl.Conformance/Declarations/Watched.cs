namespace ContextureDsl.Conformance.Declarations;

/// <summary>A row that notes which of its properties are read, in order, and fails to give some.</summary>
/// <param name="log">Where the names go.</param>
/// <param name="broken">The properties that throw.</param>
internal sealed class Watched(List<string> log, params string[] broken)
{
    public int Small { get => Note(field); init; } = 1;

    public bool Listed { get => Note(field); init; } = true;

    public double Count { get => Note(field); init; } = 1;

    public DateTimeOffset At { get => Note(field); init; } = DateTimeOffset.UnixEpoch;

    public string? Key { get => Note(field); init; } = "x";

    public string? Value { get => Note(field); init; } = "a";

    public string[]? Keys { get => Note(field); init; } = ["x", "y"];

    public string[]? Values { get => Note(field); init; } = ["a", "b"];

    private T Note<T>(T value, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        log.Add(name);
        return broken.Contains(name) ? throw new InvalidOperationException(name + " is broken.") : value;
    }

    /// <summary>One input and one context value.</summary>
    internal static Context<string, string> One(Events<Watched> rows) =>
        rows.Where(r => r.Listed).Where(r => r.Small > 0).Input(r => r.Key!).Context(r => r.Value!).Weight(r => r.Count).Time(r => r.At, TimeSpan.FromDays(1));

    /// <summary>Several of both.</summary>
    internal static Context<string, string> Several(Events<Watched> rows) =>
        rows.Where(r => r.Listed).Where(r => r.Small > 0).InputMany(r => r.Keys!).ContextMany(r => r.Values!).Weight(r => r.Count).Time(r => r.At, TimeSpan.FromDays(1));
}
