using Microsoft.CodeAnalysis;

namespace ContextureDsl.Analyzers.Tests;

/// <summary>CTX1004, CTX1005, CTX3008 and CTX3009; and what the rules about parts say of parts in mixes.</summary>
public class MixTreeTests
{
    private const string Locals = """
        var basket = orders.Input(o => o.Product).Context(o => o.Basket);
        var customer = orders.Input(o => o.Product).Context(o => o.Customer);
        var itself = orders.Input(o => o.Product).Context(o => o.Product);
        var all = orders.Input(o => o.Product).Context(o => 1);

        """;

    public static TheoryData<string, string, string, string> Fires() => new()
    {
        { "return Mix.Convolve(all, then: basket);", RuleIds.IndependentFactor, "all", "nothing but the constant function goes through it" },
        { "return Mix.Convolve(basket, then: all);", RuleIds.IndependentFactor, "then: all", "the spectrum is 0" },
        { "return Mix.Convex((0.5, basket), (0.5, Mix.Convolve(basket, all, customer)));", RuleIds.IndependentFactor, "all", "`o => 1`" },
        { "return Mix.Convolve(itself, then: basket);", RuleIds.IdentityFactor, "itself", "changes nothing" },
        { "return Mix.Convolve(basket, itself, then: customer).Smooth();", RuleIds.IdentityFactor, "itself", "every input comes back to itself" },
        { "return Mix.Convolve(itself, then: orders.Where(o => o.Online).Input(o => o.Product).ContextMany(o => o.Tags).Weight(o => o.Quantity).MinimumCount(2));", RuleIds.IdentityFactor, "itself", "has every input of the mix" },
        { "return Mix.Convex((0.5, basket), (0.2, customer), (0.3, basket));", RuleIds.RepeatedPart, "(0.3, basket)", "Mix.Convex has this part 2 times" },
        { "return Mix.Average(basket, basket.Named(\"again\"), basket);", RuleIds.RepeatedPart, "basket.Named(\"again\")", "3 times" },
        { "return Mix.Convex((0.5, basket), (0.5, Mix.Convex((0.5, customer), (0.5, basket))));", RuleIds.RepeatedPart, "(0.5, basket)", "2 times" },
        { "var both = Mix.Convolve(basket, then: customer); return Mix.Convex(both, customer, both);", RuleIds.RepeatedPart, "both", "2 times" },
        { "return Mix.Convex((0.5, Mix.MinMax(basket, customer)), (0.5, customer));", RuleIds.InnerMinMax, "Mix.MinMax(basket, customer)", "make it the outermost mix" },
        { "return Mix.MinMax(basket, customer).Smooth();", RuleIds.InnerMinMax, "Mix.MinMax(basket, customer)", "Mix.Convex with declared weights" },
    };

    public static TheoryData<string> IsSilent() =>
    [
        "return Mix.Convolve(basket, then: customer);",
        "return Mix.Convex(Mix.Convolve(basket, then: customer), basket);",
        "return Mix.Convex(orders.Input(o => o.Product).Context(o => o.Basket), basket);",
        "return Mix.Convex(basket, basket.MinimumCount(2));",
        "return Mix.Average(basket.Smooth(), basket.Smooth().Steps(2));",
        "return Mix.MinMax(basket, customer).Named(\"balanced\");",
        "return Mix.Concatenate(Mix.MinMax(basket, customer), customer);",
        "return Mix.Joint(basket, basket);",
    ];

    [Theory]
    [MemberData(nameof(Fires))]
    public async Task It_says_what_the_mix_comes_to(string body, string rule, string place, string words)
    {
        var diagnostic = Assert.Single(await In(body), diagnostic => diagnostic.Id is RuleIds.IndependentFactor or RuleIds.IdentityFactor or RuleIds.RepeatedPart or RuleIds.InnerMinMax);

        Assert.Equal(rule, diagnostic.Id);
        Assert.Equal(place, diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
        Assert.Contains(words, diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(IsSilent))]
    public async Task It_is_silent_about_other_mixes(string body) =>
        Assert.DoesNotContain(await In(body), diagnostic => diagnostic.Id is RuleIds.IndependentFactor or RuleIds.IdentityFactor or RuleIds.RepeatedPart or RuleIds.InnerMinMax);

    /// <summary>An input that the factor never saw does not come back through it, so that leaving the factor out would change the result.</summary>
    [Theory]
    [InlineData("Mix.Convolve(orders.Where(o => o.Online).Input(o => o.Product).Context(o => o.Product), then: basket)")]
    [InlineData("Mix.Convolve(itself.Weight(o => o.Quantity), then: basket)")]
    [InlineData("Mix.Convolve(itself.Time(o => o.At, TimeSpan.FromDays(1)), then: basket)")]
    [InlineData("Mix.Convolve(itself.MinimumCount(2), then: basket)")]
    [InlineData("Mix.Convolve(itself, then: orders.Input(o => o.Pair.B).Context(o => o.Basket))")]
    [InlineData("Mix.Convolve(itself, then: orders.InputMany(o => o.Tags).Context(o => o.Basket))")]
    [InlineData("Mix.Concatenate(Mix.Convolve(itself, then: basket), orders.Input(o => o.Pair.B).Context(o => o.Basket))")]
    [InlineData("Mix.Convolve(itself, then: basket)", "[Contexture(MinimumCount = 2)]", "From<Order>", "Events<Order> orders")]
    [InlineData("Mix.Convolve(itself, then: others.Input(o => o.Product).Context(o => o.Basket))", "[Contexture]", "From<Order, Order>", "Events<Order> orders, Events<Order> others")]
    public async Task A_factor_that_may_lack_inputs_is_not_called_the_identity(string mix, string attribute = "[Contexture]", string from = "From<Order>", string parameters = "Events<Order> orders")
    {
        var diagnostics = await Snippet.AnalyzeAsync($$"""
            namespace Shop;
            {{attribute}} public partial class Sample : Contexture<string>.{{from}} { protected override Definition<string> Define({{parameters}}) { {{Locals}} return {{mix}}; } }
            """);

        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == RuleIds.IdentityFactor);
    }

    [Theory]
    [InlineData("Mix.Average(orders.Input(o => o.Product).Context(o => 1), orders.Input(o => o.Product).Context(o => o.Hour))", RuleIds.IndependentContext)]
    [InlineData("Mix.Convolve(orders.Input(o => o.Product).Context(o => 1), then: basket)", RuleIds.IndependentContext)]
    [InlineData("Mix.Joint(basket, orders.Input(o => o.Product).Context(o => (o.Product, 1)))", RuleIds.IdentityContext)]
    [InlineData("Mix.Concatenate(basket, orders.Input(o => o.Product).Context(o => o.Product).Smooth())", RuleIds.IdentityContext)]
    [InlineData("Mix.MinMax(basket, orders.Input(o => o.Product).Context(o => o.Product))", RuleIds.IdentityContext)]
    [InlineData("Mix.Convolve(Mix.Convex(basket, customer), then: orders.Input(o => o.Product).Context(o => (o.Hour, DateTime.Now)))", RuleIds.IrreproducibleSelector)]
    [InlineData("orders.Input(o => o.Product).Context(o => (o.Basket, DateTime.Now)).Smooth().Steps(2)", RuleIds.IrreproducibleSelector)]
    public async Task Rules_about_parts_see_the_parts_of_every_mix(string mix, string rule) =>
        Assert.Single(await In($"return {mix};"), diagnostic => diagnostic.Id == rule);

    [Fact]
    public async Task What_another_declaration_has_is_said_there()
    {
        var diagnostics = await Snippet.AnalyzeAsync("""
            namespace Shop;
            [Contexture] public partial class Flat : Contexture<string>.From<Order> { protected override Context<string> Define(Events<Order> rows) { var basket = rows.Input(r => r.Product).Context(r => r.Basket); return Mix.Convex(basket, basket); } }
            [Contexture] public partial class Twice : Contexture<string>.From<Order> { protected override Definition<string> Define(Events<Order> rows) => Mix.Convex(new Flat().Over(rows), rows.Input(r => r.Product).Context(r => r.Hour)); }
            """);

        Assert.Contains("'Flat'", Assert.Single(diagnostics, diagnostic => diagnostic.Id == RuleIds.RepeatedPart).GetMessage(), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<Diagnostic>> In(string body) => await Snippet.AnalyzeAsync(Snippet.InDefine(Locals.Replace("        ", "", StringComparison.Ordinal) + body).Replace("TKEY", "string", StringComparison.Ordinal));
}
