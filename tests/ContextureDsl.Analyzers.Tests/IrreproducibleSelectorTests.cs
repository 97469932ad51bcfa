using Microsoft.CodeAnalysis;

namespace ContextureDsl.Analyzers.Tests;

/// <summary>CTX3002.</summary>
public class IrreproducibleSelectorTests
{
    public static TheoryData<string, string, string> Fires() => new()
    {
        { "string", "orders.Input(o => o.Product).Context(o => (DateTimeOffset.UtcNow - o.At).Days)", "reads the clock" },
        { "string", "orders.Input(o => o.Product).Context(o => DateTime.Today == o.Day)", "reads the clock" },
        { "string", "orders.Input(o => o.Product).Context(o => System.Diagnostics.Stopwatch.GetTimestamp() + o.Hour)", "reads the clock" },
        { "string", "orders.Input(o => o.Product).Context(o => TimeProvider.System.GetUtcNow() > o.At)", "reads the clock" },
        { "string", "orders.Input(o => o.Product).Context(o => { var hash = o.Product.GetHashCode(); return hash % 100; })", "differs in every process" },
        { "string", "orders.Input(o => o.Product).Context(o => HashCode.Combine(o.Store, o.Hour))", "differs in every process" },
        { "string", "orders.Input(o => o.Product).Context(o => StringComparer.Ordinal.GetHashCode(o.Product))", "differs in every process" },
        { "int", "orders.Input(o => o.Product.GetHashCode()).Context(o => o.Basket)", "differs in every process" },
        { "string", "orders.Input(o => o.Product).Context(o => o.Basket).Weight(o => o.Quantity * Math.Exp(-(DateTime.UtcNow - o.Day).TotalDays))", "use Time(…, halfLife)" },
        { "string", "orders.Where(o => Random.Shared.NextDouble() < 0.1).Input(o => o.Product).Context(o => o.Basket)", "draws random numbers" },
        { "string", "orders.Where(o => new Random().Next(10) == 0).Input(o => o.Product).Context(o => o.Basket)", "draws random numbers" },
        { "string", "orders.Input(o => o.Product).Context(o => o.Basket).Weight(o => Guid.NewGuid().ToString().Length)", "makes a new identifier" },
        { "string", "orders.Input(o => o.Product).Context(o => o.Product + Guid.NewGuid())", "makes a new identifier" },
        { "string", "orders.Where(o => o.At > DateTime.UtcNow.AddDays(-30)).Input(o => o.Product).Context(o => o.Basket)", "reads the clock" },
    };

    public static TheoryData<string, string> IsSilent() => new()
    {
        { "string", "orders.Where(o => o.At > DateTimeOffset.UnixEpoch).Input(o => o.Product).Context(o => o.Basket)" },
        { "string", "orders.Where(o => time.GetUtcNow() > o.At).Input(o => o.Product).Context(o => o.Basket)" },

        // A draw that may be seeded gives the same rows and the same weights in every run.
        { "string", "orders.Where(o => Seeded.NextDouble() < 0.1).Input(o => o.Product).Context(o => o.Basket)" },
        { "string", "orders.Where(o => random.Next(10) == 0).Input(o => o.Product).Context(o => o.Basket)" },
        { "string", "orders.Input(o => o.Product).Context(o => o.Basket).Weight(o => Seeded.NextDouble())" },
        { "string", "orders.Input(o => o.Product).Context(o => o.Basket).Weight(o => new Random(7).NextDouble())" },
    };

    [Theory]
    [MemberData(nameof(Fires))]
    public async Task It_fires_where_no_two_runs_agree(string key, string context, string words)
    {
        var diagnostic = Assert.Single(await In(key, context), diagnostic => diagnostic.Id is not RuleIds.Captures);

        Assert.Equal(RuleIds.IrreproducibleSelector, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Contains(words, diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(IsSilent))]
    public async Task It_is_silent_where_every_run_gives_the_same(string key, string context) =>
        Assert.DoesNotContain(await In(key, context), diagnostic => diagnostic.Id != RuleIds.Captures);

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> In(string key, string context) =>
        Snippet.AnalyzeAsync(Snippet.InDefine($"return {context};").Replace("TKEY", key, StringComparison.Ordinal));
}
