using Microsoft.CodeAnalysis;

namespace ContextureDsl.Analyzers.Tests;

/// <summary>CTX3004 to CTX3007.</summary>
public class MixCallTests
{
    private const string Locals = "var basket = orders.Input(o => o.Product).Context(o => o.Basket); var customer = orders.Input(o => o.Product).Context(o => o.Customer); var pair = (0.5, basket); ";

    public static TheoryData<string, string, string> Fires() => new()
    {
        { "return Mix.Convex((-0.2, basket), (1.2, customer));", RuleIds.WeightIsNoShare, "part 1 of 2 has the weight -0.2" },
        { "return Mix.Average((1, basket), (double.NaN, customer));", RuleIds.WeightIsNoShare, "part 2 of 2 has the weight NaN" },
        { "return Mix.Convex((1 / 0.0, basket), (days, customer));", RuleIds.WeightIsNoShare, "part 1 of 2 has the weight" },
        { "const double w = -1; return Mix.Convex<string>([(w, basket), (2, customer)]);", RuleIds.WeightIsNoShare, "has the weight -1" },
        { "return Mix.Convex((0, basket), (0, customer));", RuleIds.WeightIsNoShare, "the weights sum to 0" },
        { "return Mix.Convex((double.MaxValue, basket), (double.MaxValue, customer));", RuleIds.WeightIsNoShare, "the weights sum to" },
        { "return Mix.Average((0.0, basket), (0.0, customer));", RuleIds.WeightIsNoShare, "the weights sum to 0" },
        { "return Mix.Convex(new (double, Context<string>)[] { });", RuleIds.EmptyMix, "Mix.Convex has no part" },
        { "return Mix.MinMax<string>();", RuleIds.EmptyMix, "Mix.MinMax has no part" },
        { "return Mix.Concatenate<string>();", RuleIds.EmptyMix, "Mix.Concatenate has no part" },
        { "return Mix.Convex((0.5, basket), (0.4, customer));", RuleIds.UnnormalisedWeights, "sum to 0.9; they are divided by their sum, so the shares are 0.5556, 0.4444" },
        { "return Mix.Average((0.9, basket), (0.9, customer));", RuleIds.UnnormalisedWeights, "the shares are 0.5, 0.5" },
        { "return Mix.Convex((0.7, Mix.Convex((0.5, basket), (0.3, customer))), (0.3, customer.Smooth()));", RuleIds.UnnormalisedWeights, "sum to 0.8" },
        { "return Mix.Convex((0.7, basket));", RuleIds.MixOfOne, "Mix.Convex has one part" },
        { "return Mix.MinMax(3, 0.1, basket);", RuleIds.MixOfOne, "Mix.MinMax has one part" },
        { "return Mix.Convex(pair);", RuleIds.MixOfOne, "Mix.Convex has one part" },
    };

    public static TheoryData<string> IsSilent() =>
    [
        "return Mix.Convex((0.5, basket), (0.5, customer));",
        "return Mix.Convex((0.1 + 0.2, basket), (0.7, customer));",
        "return Mix.Convex((2, basket), (1, customer));",
        "return Mix.Average((1, basket), (1, customer));",
        "return Mix.Convex((1, basket), (0.5, customer));",
        "return Mix.Convex(basket, customer);",
        "return Mix.Convex((0.5, basket), (days, customer));",
        "return Mix.Convex((0.9, basket), (-days, customer));",
        "return Mix.Average(basket, customer);",
        "return Mix.MinMax(basket, customer);",
        "return Mix.Concatenate(basket, customer);",
        "return Mix.Convolve(basket, then: customer);",
        "return Mix.Convex(pair, (0.1, customer));",
        "var parts = new Context<string>[] { basket, customer }; return Mix.Convex(parts);",
    ];

    [Theory]
    [MemberData(nameof(Fires))]
    public async Task It_says_what_is_wrong_with_the_call(string body, string rule, string words)
    {
        var diagnostic = Assert.Single(await In(body));

        Assert.Equal(rule, diagnostic.Id);
        Assert.Contains(words, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(rule is RuleIds.WeightIsNoShare or RuleIds.EmptyMix ? DiagnosticSeverity.Error : DiagnosticSeverity.Info, diagnostic.Severity);
    }

    [Theory]
    [MemberData(nameof(IsSilent))]
    public async Task It_is_silent_where_nothing_is_wrong_or_known(string body) => Assert.Empty(await In(body));

    [Fact]
    public async Task It_needs_no_declaration_around_the_call()
    {
        var diagnostic = Assert.Single(await Snippet.AnalyzeAsync("""
            namespace Shop;
            public static class Helper
            {
                public static Context<string> Both(Context<string> one, Context<string> other) => Mix.Convex((0.2, one), (0.2, other));
            }
            """));

        Assert.Equal(RuleIds.UnnormalisedWeights, diagnostic.Id);
    }

    private static async Task<IReadOnlyList<Diagnostic>> In(string body) =>
        [.. (await Snippet.AnalyzeAsync(Snippet.InDefine(Locals + body).Replace("TKEY", "string", StringComparison.Ordinal))).Where(diagnostic => diagnostic.Id is not (RuleIds.NotRead or RuleIds.NotFollowed))];
}
