using Microsoft.CodeAnalysis;

namespace ContextureDsl.Analyzers.Tests;

/// <summary>CTX1002.</summary>
public class IdentityContextTests
{
    public static TheoryData<string, string, string> Fires() => new()
    {
        { "string", "orders.Input(o => o.Product).Context(o => o.Product)", "the input is seen with itself" },
        { "string", "orders.Input(o => o.Product).Context(p => p.Product).Weight(o => o.Quantity)", "the input is seen with itself" },
        { "int", "orders.Input(o => o.Place.Store).Context(o => o.Place.Store)", "the input is seen with itself" },
        { "string", "orders.Input(o => o.Product.Trim()).Context(o => o.Product.Trim())", "the input is seen with itself" },
        { "int", "orders.Input(o => o.Id % 10).Context(o => o.Id % 10)", "the input is seen with itself" },
        { "(int, int)", "orders.Input(o => (o.Id, o.Hour)).Context(o => (o.Id, o.Hour))", "the input is seen with itself" },
        { "DateTimeOffset", "orders.Input(o => o.At).Context(o => o.At)", "the input is seen with itself" },
        { "Order", "orders.Input(o => o).Context(o => o)", "the input is seen with itself" },
        { "int", "orders.Input(o => o.Id).Context(o => o.Id.ToString())", "determines the input" },
        { "int", "orders.Input(o => o.Id).Context(o => o.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))", "determines the input" },
        { "int", "orders.Input(o => o.Id).Context(o => (long)o.Id)", "determines the input" },
        { "int", "orders.Input(o => o.Id).Context(o => (double)o.Id)", "determines the input" },
        { "int", "orders.Input(o => o.Id).Context(o => (decimal)o.Id)", "determines the input" },
        { "int", "orders.Input(o => o.Id).Context(o => (uint)o.Id)", "determines the input" },
        { "short", "orders.Input(o => o.Store).Context(o => (float)o.Store)", "determines the input" },
        { "int", "orders.Input(o => o.Id).Context(o => (object)o.Id)", "determines the input" },
        { "int", "orders.Input(o => o.Id).Context(o => o.Id + 1)", "determines the input" },
        { "short", "orders.Input(o => o.Store).Context(o => 7 - o.Store)", "determines the input" },
        { "bool", "orders.Input(o => o.Online).Context(o => !o.Online)", "determines the input" },
        { "Genre", "orders.Input(o => o.Genre).Context(o => (int)o.Genre)", "determines the input" },
        { "Guid", "orders.Input(o => o.Customer).Context(o => $\"customer {o.Customer}\")", "determines the input" },
        { "string", "orders.Input(o => o.Product).Context(o => \"p:\" + o.Product)", "determines the input" },
        { "int", "orders.Input(o => o.Id).Context(o => o.Id + \"th\")", "determines the input" },
        { "string", "orders.Input(o => o.Product).Context(o => (o.Product, o.Basket))", "determines the input" },
        { "string", "orders.Input(o => o.Product).Context(o => (o.Basket, (o.Hour, o.Product)))", "determines the input" },
        { "int", "orders.Input(o => o.Hour).Context(o => new StoreHour(o.Store, o.Hour))", "determines the input" },
        { "int", "orders.Input(o => o.Hour).Context(o => new StoreHour(Hour: o.Hour, Store: 1))", "determines the input" },
        { "StoreHour", "orders.Input(o => new StoreHour(o.Store, o.Hour)).Context(o => (o.Store, o.Hour, o.Basket))", "determines the input" },
        { "string", "orders.Input(o => o.Product).Context(o => new Fresh(o.Product))", "determines the input" },
        { "Kept", "orders.Input(o => new Kept(o.Product)).Context(o => new Kept(o.Product))", "the input is seen with itself" },
        { "int", "orders.Input(o => o.Place.Hour).Context(o => o.Place)", "determines the input" },
        { "int", "orders.Input(o => o.Pair.A).Context(o => o.Pair)", "determines the input" },
        { "int", "orders.Input(o => o.Id).Context(o => o)", "determines the input" },
        { "int", "orders.Input(o => o.Id % 100).Context(o => o.Id)", "determines the input" },
        { "int", "orders.Input(o => o.Product.Length).Context(o => o.Product)", "determines the input" },
        { "char", "orders.Input(o => o.Product[0]).Context(o => o.Product)", "determines the input" },
        { "int", "orders.Input(o => o.Day.Month).Context(o => o.Day)", "determines the input" },
        { "int", "orders.Input(o => Math.Abs(o.Id)).Context(o => (o.Id, o.Basket))", "determines the input" },
        { "string", "orders.Input(o => o.Product.ToUpperInvariant()).Context(o => o.Product)", "determines the input" },
    };

    public static TheoryData<string, string> IsSilent() => new()
    {
        // Labels: A is a function of X.
        { "int", "orders.Input(o => o.Id).Context(o => o.Id % 100)" },
        { "string", "orders.Input(o => o.Product).Context(o => o.Product[0])" },
        { "string", "orders.Input(o => o.Product).Context(o => o.Product.Substring(0, 3))" },
        { "DateTime", "orders.Input(o => o.Day).Context(o => o.Day.DayOfWeek)" },
        { "StoreHour", "orders.Input(o => o.Place).Context(o => o.Place.Hour)" },
        { "(int, string)", "orders.Input(o => (o.Id, o.Product)).Context(o => o.Product)" },
        { "int", "orders.Input(o => o.Id).Context(o => (byte)o.Id)" },
        { "int", "orders.Input(o => o.Id).Context(o => (float)o.Id)" },
        { "int", "orders.Input(o => o.Id).Context(o => o.Id / 2)" },
        { "int", "orders.Input(o => o.Id).Context(o => o.Id * 2)" },
        { "int", "orders.Input(o => o.Id).Context(o => o.Id & 15)" },
        { "int", "orders.Input(o => o.Id).Context(o => o.Id > 3)" },
        { "int", "orders.Input(o => o.Id).Context(o => o.Id.ToString(\"D1\").Length)" },

        // Not injective although it looks like it.
        { "string", "orders.Input(o => o.Product).Context(o => o.Product + o.Note)" },
        { "string", "orders.Input(o => o.Product).Context(o => $\"{o.Product}{o.Note}\")" },
        { "string", "orders.Input(o => o.Product).Context(o => $\"{o.Product,3}\")" },
        { "double", "orders.Input(o => o.Quantity).Context(o => o.Quantity.ToString())" },
        { "double", "orders.Input(o => o.Quantity).Context(o => o.Quantity + 1)" },
        { "short", "orders.Input(o => o.Store).Context(o => new Loose(o.Store))" },
        { "int", "orders.Input(o => o.At.Hour).Context(o => o.At)" },
        { "DateTimeKind", "orders.Input(o => o.Day.Kind).Context(o => o.Day)" },

        // A value that is made twice need not be the same one.
        { "Fresh", "orders.Input(o => new Fresh(o.Product)).Context(o => new Fresh(o.Product))" },
        { "Fresh", "orders.Input(o => new Fresh(o.Product)).Context(o => o.Product)" },
        { "int", "orders.Input(o => o.Hour).Context(o => new StoreHour(o.Store, o.Hour) { Hour = 0 })" },

        // No proof.
        { "string", "orders.Input(o => Key(o)).Context(o => Key(o))" },
        { "string", "orders.Input(Key).Context(Key)" },
        { "string", "orders.Input(o => o.Product).Context(o => o.Note ?? o.Product)" },
        { "string", "orders.Input(o => o.Product).Context(o => o.Online ? o.Product : o.Note!)" },
        { "int", "orders.Input(o => o.Id + count).Context(o => o.Id)" },
        { "int", "orders.Input(o => days).Context(o => days)" },

        // Co-occurrence and plain contexts.
        { "string", "orders.InputMany(o => o.Tags).ContextMany(o => o.Tags)" },
        { "string", "orders.Input(o => o.Product).ContextMany(o => o.Tags)" },
        { "string", "orders.Input(o => o.Product).Context(o => o.Basket)" },
        { "string", "orders.Input(o => o.Product).Context(o => (o.Store, o.Hour))" },
        { "Guid", "orders.Input(o => o.Customer).Context(o => o.Basket)" },
    };

    [Theory]
    [MemberData(nameof(Fires))]
    public async Task It_fires_where_the_variable_determines_the_input(string key, string context, string words)
    {
        var diagnostic = Assert.Single(await In(key, context));

        Assert.Equal(RuleIds.IdentityContext, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Contains(words, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("every singular value is one", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(IsSilent))]
    public async Task It_is_silent_on_labels_and_where_it_cannot_prove_it(string key, string context) =>
        Assert.DoesNotContain(await In(key, context), diagnostic => diagnostic.Id != RuleIds.Captures);

    [Fact]
    public async Task It_fires_in_the_free_form_and_in_generic_nested_declarations()
    {
        var diagnostics = await Snippet.AnalyzeAsync("""
            namespace Shop;
            public interface IHasKey { Guid Key { get; } }
            public partial class Outer<T> where T : IHasKey
            {
                [Contexture]
                public partial class Inner : Contexture<Guid, (Guid, T)>.From<T>
                {
                    protected override Context<Guid, (Guid, T)> Define(Events<T> rows) => rows.Input(o => o.Key).Context(o => (o.Key, o));
                }
            }
            public static class Use
            {
                public static void Now(List<Order> rows) => Contexture.Learn(rows, o => o.Input(x => x.Product).Context(x => x.Product));
            }
            """);

        Assert.Equal(["Inner", "Contexture.Learn"], diagnostics.Select(diagnostic => diagnostic.GetMessage().Split('\'')[1]));
        Assert.All(diagnostics, diagnostic => Assert.Equal(RuleIds.IdentityContext, diagnostic.Id));
    }

    [Fact]
    public async Task In_a_mix_it_claims_only_what_holds_for_any_other_part()
    {
        var diagnostic = Assert.Single(await In("string", "Mix.Convex((0.5, orders.Where(o => o.Online).Input(o => o.Product).Context(o => o.Product)), (0.5, orders.Input(o => o.Product).Context(o => o.Basket)))"));

        Assert.Contains("No two inputs share a value of it: remove this part of the mix", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain("adds its share", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pragma_suppresses_it()
    {
        var diagnostic = Assert.Single(await In("string", "\n#pragma warning disable CTX1002\norders.Input(o => o.Product).Context(o => o.Product)\n#pragma warning restore CTX1002\n"));

        Assert.True(diagnostic.IsSuppressed);
    }

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> In(string key, string context)
    {
        var source = Snippet.InDefine($"return {context}; static string Key(Order o) => o.Product;");
        return Snippet.AnalyzeAsync(source.Replace("TKEY", key, StringComparison.Ordinal));
    }
}
