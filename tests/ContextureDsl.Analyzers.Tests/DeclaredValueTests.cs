using Microsoft.CodeAnalysis;

namespace ContextureDsl.Analyzers.Tests;

/// <summary>CTX3003 and CTX1003.</summary>
public class DeclaredValueTests
{
    private const string Words = "orders.Input(o => o.Id).Sequence(o => o.Tags)";
    private const string Numbers = "orders.Input(o => o.Id).Features(o => [o.Quantity, o.Hour])";
    private const string Image = "o => new Raster(new byte[64], 8, 8)";
    private const string Kinds = ".Quantise(Codebook.Patches(4, 16))";

    public static TheoryData<string, string, string> Refused() => new()
    {
        { "int", Words + ".Masked(ratio: 1.5, length: 4)", "ratio" },
        { "int", Words + ".Masked(-0.1, 4)", "at least 0 and below 1" },
        { "int", Words + ".Masked(ratio: 1, length: 4)", "below 1" },
        { "int", Words + ".Masked(0.5, 0)", "length" },
        { "int", Words + ".Masked(0.5, 4, draws: 0)", "draws" },
        { "int", Words + ".Masked(15 / 100, 4)", "whole number" },
        { "int", Numbers + ".Rbf(gamma: 0)", "above 0" },
        { "int", Numbers + ".Rbf(double.PositiveInfinity)", "gamma" },
        { "int", Numbers + ".Laplacian(-1)", "gamma" },
        { "int", Numbers + ".Nearest(0)", "count" },
        { "int", Numbers + ".MaskedRbf(1, hidden: 1)", "hidden" },
        { "int", "orders.Input(o => o.Id).Label(o => o.Genre, smoothing: 2)", "smoothing" },
        { "int", "orders.Input(o => o.Id).Sample((id, draw) => draw.Next(id), draws: 0)", "draws" },
        { "int", "orders.Neighbours(o => o.Id, o => o.Hour).Lazy(stay: 1.01)", "stay" },
        { "int", "orders.Neighbours(o => o.Id, o => o.Hour).Steps(0)", "count" },
        { "int", "orders.Neighbours(o => o.Id, o => o.Hour).Heat(time: 0)", "time" },
        { "int", "orders.Input(o => o.Id).Crops(" + Image + ", scale: 0)" + Kinds, "above 0" },
        { "int", "orders.Input(o => o.Id).Crops(" + Image + ", 0.2, draws: 0)" + Kinds, "draws" },
        { "int", "orders.Input(o => o.Id).Crops(" + Image + ", 0.2, upTo: 1.5)" + Kinds, "upTo" },
        { "int", "orders.Input(o => o.Id).Crops(" + Image + ", 0.2).Brightness(1)" + Kinds, "below 1" },
        { "int", "orders.Input(o => o.Id).EveryCrop(" + Image + ", 1.5)" + Kinds, "scale" },
        { "int", "orders.Input(o => o.Id).EveryCrop(" + Image + ", 0.2, step: 0)" + Kinds, "step" },
        { "int", "orders.Input(o => o.Id).Cutouts(" + Image + ", -1)" + Kinds, "scale" },
        { "int", "orders.Input(o => o.Id).EveryCutout(" + Image + ", 0.2, step: -1)" + Kinds, "step" },
        { "int", "orders.Input(o => o.Id).ContextMany(" + Image + ", Codebook.Patches(side: 0, codewords: 16))", "side" },
        { "int", "orders.Input(o => o.Id).ContextMany(" + Image + ", Codebook.Patches(4, 16, places: 256))", "places" },
    };

    public static TheoryData<string, string> Allowed() => new()
    {
        { "int", Words + ".Masked(0.4, 4)" },
        { "int", Words + ".Masked(days, 4)" },
        { "int", Words + ".Masked(15 / 100.0, 4)" },
        { "int", Words + ".Masked(2 / 4.0, 4)" },
        { "int", Numbers + ".Rbf(4 / 2)" },
        { "int", Numbers + ".Nearest(30)" },
        { "int", Numbers + ".Nearest(days)" },
        { "int", "orders.Input(o => o.Id).Label(o => o.Genre, smoothing: 0.25)" },
        { "int", "orders.Neighbours(o => o.Id, o => o.Hour).Lazy().Steps(3).Heat(0.5)" },
        { "int", "orders.Input(o => o.Id).Crops(" + Image + ", 0.2, upTo: 1).Brightness(0.5)" + Kinds },
    };

    public static TheoryData<string, string> Degenerate() => new()
    {
        { "Chunk<string>", "orders.Sequence(o => o.Tags).Masked(ratio: 0, length: 4)" },
        { "Chunk<string>", "orders.Sequence(o => o.Tags).Masked(ratio: 1, length: 4)" },
        { "int", "orders.Neighbours(o => o.Id, o => o.Hour).Lazy(stay: 1)" },
        { "int", "orders.Input(o => o.Id).Crops(" + Image + ", scale: 1)" + Kinds },
        { "int", "orders.Input(o => o.Id).EveryCrop(" + Image + ", 1.0)" + Kinds },
        { "int", "orders.Input(o => o.Id).Cutouts(" + Image + ", 1)" + Kinds },
        { "int", "orders.Input(o => o.Id).EveryCutout(" + Image + ", 1)" + Kinds },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_constant_outside_of_its_range_is_an_error(string key, string context, string words)
    {
        var diagnostic = Assert.Single(await In(key, context), diagnostic => diagnostic.Id == RuleIds.ValueOutOfRange);

        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Contains(words, diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public async Task A_constant_inside_and_a_value_of_the_run_are_not_judged(string key, string context) =>
        Assert.DoesNotContain(await In(key, context), diagnostic => diagnostic.Id is RuleIds.ValueOutOfRange or RuleIds.DegenerateStrength);

    [Theory]
    [MemberData(nameof(Degenerate))]
    public async Task The_end_of_a_range_where_nothing_is_left_is_a_warning(string key, string context)
    {
        var diagnostic = Assert.Single(await In(key, context), diagnostic => diagnostic.Id == RuleIds.DegenerateStrength);

        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> In(string key, string context) =>
        Snippet.AnalyzeAsync(Snippet.InDefine($"return {context};").Replace("TKEY", key, StringComparison.Ordinal));
}
