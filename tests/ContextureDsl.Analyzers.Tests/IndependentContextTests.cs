using Microsoft.CodeAnalysis;

namespace ContextureDsl.Analyzers.Tests;

/// <summary>CTX1001.</summary>
public class IndependentContextTests
{
    public static TheoryData<string, string, string> Fires() => new()
    {
        // A is the same for every event.
        { "string", "orders.Input(o => o.Product).Context(o => 1)", "is the same for every event" },
        { "string", "orders.Input(o => o.Product).Context(_ => \"all\")", "is the same for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => nameof(o.Product))", "is the same for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => Genre.Comedy)", "is the same for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => Guid.Empty)", "is the same for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => Order.Everyone)", "is the same for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => typeof(Order))", "is the same for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => default(int))", "is the same for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => (1, \"a\"))", "is the same for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => new StoreHour(1, 2))", "is the same for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => new Kept(\"a\"))", "is the same for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => { return (long)(1 + 2); })", "is the same for every event" },
        { "string", "orders.Input(o => o.Product).ContextMany(o => new[] { \"a\", \"b\" })", "is the same for every event" },
        { "string", "orders.Where(o => o.Online).Input(o => o.Product).Context(o => 'c').Weight(o => o.Quantity).Named(\"c\")", "Context 'c' of 'Sample'" },

        // X is.
        { "string", "orders.Input(o => \"one\").Context(o => o.Basket)", "there is nothing to learn" },

        // Drawn anew.
        { "string", "orders.Input(o => o.Product).Context(o => Guid.NewGuid())", "made anew for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => Guid.NewGuid().ToString())", "made anew for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => Random.Shared.Next(10) % 3)", "made anew for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => random.Next(10))", "made anew for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => Seeded.Next(10))", "made anew for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => System.Security.Cryptography.RandomNumberGenerator.GetInt32(9))", "made anew for every event" },
        { "Guid", "orders.Input(o => Guid.NewGuid()).Context(o => o.Basket)", "the input is independent of its context" },

        // Read from the clock, which is no fact about the event either.
        { "string", "orders.Input(o => o.Product).Context(o => DateTime.Now.Hour)", "made anew for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => Environment.TickCount64)", "made anew for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => DateTimeOffset.UtcNow)", "made anew for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => TimeProvider.System.GetUtcNow().AddHours(1).Hour)", "made anew for every event" },
        { "string", "orders.Input(o => o.Product).Context(o => Guid.Empty.ToString())", "is the same for every event" },
    };

    public static TheoryData<string, string> IsSilent() => new()
    {
        { "string", "orders.Input(o => o.Product).Context(o => o.Basket)" },
        { "string", "orders.Input(o => o.Product).Context(o => o.Id % 100)" },
        { "string", "orders.Input(o => o.Product).Context(o => o.Product[0])" },
        { "string", "orders.Input(o => o.Product).Context(o => o.Online ? 1 : 2)" },
        { "string", "orders.Input(o => o.Product).Context(o => o.Basket).Weight(o => 1)" },
        { "string", "orders.Input(o => o.Product).Context(o => days)" },
        { "string", "orders.Input(o => o.Product).Context(o => count++)" },
        { "string", "orders.Input(o => o.Product).Context(o => Environment.ProcessorCount)" },
        { "string", "orders.Input(o => o.Product).Context(o => new object())" },
        { "string", "orders.Input(o => o.Product).Context(o => System.Globalization.CultureInfo.CurrentCulture.Name)" },
        { "string", "orders.Input(o => o.Product).Context(o => time.GetUtcNow() > o.At)" },
        { "string", "orders.Input(o => o.Product).Context(o => random.Next(o.Hour))" },
        { "string", "orders.Input(o => o.Product).Context(o => o.Note ?? Guid.NewGuid().ToString())" },
        { "string", "orders.Input(o => o.Product).Context(o => o.Note != null ? o.Note : Guid.NewGuid().ToString())" },
        { "string", "orders.Input(o => o.Product).Context(o => new Guid(o.Product))" },
        { "string", "orders.Input(o => o.Product).Context(o => new Fresh(\"a\"))" },
        { "string", "orders.Input(o => o.Product).Context(o => new Filled(\"a\"))" },
        { "string", "orders.Input(o => o.Product).Context(o => new Replaced(\"a\"))" },
        { "string", "orders.Input(o => o.Product).Context(o => new Derived(\"a\"))" },
        { "string", "orders.Input(o => o.Product).Context(o => new Chained(1))" },
        { "string", "orders.Input(o => o.Product).Context(o => o.Place.GetHashCode())" },
        { "string", "orders.Input(o => o.Product).Context(o => o.Id.GetHashCode())" },
        { "string", "orders.Input(o => o.Product).Context(o => nameof(DateTime.Now) + o.Hour)" },
        { "string", "orders.Input(o => o.Product).Context(o => o.At.Hour)" },
        { "string", "orders.Input(o => o.Product).ContextMany(o => Array.Empty<string>())" },
        { "string", "orders.Input(o => o.Product).ContextMany(o => new[] { \"all\", o.Note ?? \"\" })" },
        { "string", "orders.Where(o => true).Input(o => o.Product).Context(o => o.Basket).Time(o => o.At)" },
    };

    [Theory]
    [MemberData(nameof(Fires))]
    public async Task It_fires_where_one_side_is_independent_of_the_other(string key, string context, string words)
    {
        var diagnostic = Assert.Single(await In(key, context), diagnostic => diagnostic.Id is not ("CTX0012" or "CTX1002"));

        Assert.Equal(RuleIds.IndependentContext, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Contains(words, diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(IsSilent))]
    public async Task It_is_silent_where_it_cannot_prove_it(string key, string context) =>
        Assert.DoesNotContain(await In(key, context), diagnostic => diagnostic.Id != RuleIds.Captures);

    [Fact]
    public async Task It_names_the_part_of_a_mix_and_points_to_it()
    {
        var diagnostics = await Snippet.AnalyzeAsync(Snippet.InDefine("var all = orders.Input(o => o.Product).Context(o => 1); return Mix.Convex((0.7, orders.Input(o => o.Product).Context(o => o.Basket)), (0.3, all));").Replace("TKEY", "string", StringComparison.Ordinal));

        var diagnostic = Assert.Single(diagnostics);
        Assert.StartsWith("Context 'all' of 'Sample': `o => 1` is the same for every event, so it is independent of the input", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("Remove this part of the mix", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("(0.3, all)", diagnostic.AdditionalLocations.Single().SourceTree!.ToString().Substring(diagnostic.AdditionalLocations[0].SourceSpan.Start, diagnostic.AdditionalLocations[0].SourceSpan.Length));
    }

    [Fact]
    public async Task It_fires_in_the_free_form_and_in_classes_without_the_attribute()
    {
        var diagnostics = await Snippet.AnalyzeAsync("""
            namespace Shop;
            public class Plain : Contexture<string, int>.From<Order>
            {
                protected override Context<string, int> Define(Events<Order> orders) => orders.Input(o => o.Product).Context(o => 1);
            }
            public static class Use
            {
                public static void Now(List<Order> rows)
                {
                    Contexture.Learn(rows, o => o.Input(x => x.Product).Context(x => 2), rank: 8);
                    Contexture.Learn(rows, rows, (a, b) => Mix.Convex(a.Input(x => x.Product).Context(x => x.Basket), b.Input(x => x.Product).Context(x => Guid.NewGuid())));
                    Contexture.Learn(rows, o => o.Input(x => x.Product).Context(x => x.Basket));
                }
            }
            """);

        Assert.Equal(["Plain", "Contexture.Learn", "Contexture.Learn"], diagnostics.Where(diagnostic => diagnostic.Id == RuleIds.IndependentContext).Select(diagnostic => diagnostic.GetMessage().Split('\'')[1]));
        Assert.Equal(3, diagnostics.Length);
    }

    [Fact]
    public async Task It_is_reported_once_where_it_is_written_or_where_a_helper_is_called()
    {
        var diagnostics = await Snippet.AnalyzeAsync("""
            namespace Shop;
            public static class Helper { public static Context<string> Flat(Events<Order> rows) => rows.Input(r => r.Product).Context(r => 1); }
            public partial class Outer<T>
            {
                [Contexture]
                public partial class Inner : Contexture<string>.From<Order>
                {
                    protected override Definition<string> Define(Events<Order> orders) => Helper.Flat(orders);
                }
                public partial class Inner { }
            }
            [Contexture] public partial class Flat : Contexture<string, int>.From<Order> { protected override Context<string, int> Define(Events<Order> rows) => rows.Input(r => r.Product).Context(r => 1); }
            [Contexture] public partial class Twice : Contexture<string>.From<Order> { protected override Definition<string> Define(Events<Order> rows) => Mix.Convex(new Flat().Over(rows), rows.Input(r => r.Product).Context(r => r.Basket)); }
            """);

        Assert.Equal(["Helper.Flat(orders)", "r => 1"], diagnostics.Select(diagnostic => diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)));
    }

    [Fact]
    public async Task A_pragma_suppresses_it()
    {
        var diagnostic = Assert.Single(await In("string", "\n#pragma warning disable CTX1001\norders.Input(o => o.Product).Context(o => 1)\n#pragma warning restore CTX1001\n"));

        Assert.True(diagnostic.IsSuppressed);
    }

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> In(string key, string context) =>
        Snippet.AnalyzeAsync(Snippet.InDefine($"return {context};").Replace("TKEY", key, StringComparison.Ordinal));
}
