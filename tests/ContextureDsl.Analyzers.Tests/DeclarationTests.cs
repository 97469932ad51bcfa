using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContextureDsl.Analyzers.Tests;

/// <summary>CTX0001 to CTX0021: what the reader finds, as a user sees it.</summary>
public class DeclarationTests
{
    private const string Define = "protected override Context<string, Guid> Define(Events<Order> rows) => rows.Input(r => r.Product).Context(r => r.Basket);";
    private const string Typed = "Contexture<string, Guid>.From<Order>";

    public static TheoryData<string, string, DiagnosticSeverity, string> Fires() => new()
    {
        { $"[Contexture] public class Sample : {Typed} {{ {Define} }}", "CTX0001", DiagnosticSeverity.Warning, "'Sample': it is not partial, so no code is generated for it and it runs interpreted; add 'partial'" },
        { $"public static class Outer {{ [Contexture] public partial class Sample : {Typed} {{ {Define} }} }}", "CTX0001", DiagnosticSeverity.Warning, "`Outer`, which contains it, is not partial" },
        { $"public partial class Outer<T> {{ public struct Middle {{ [Contexture] public partial class Sample : {Typed} {{ {Define} }} }} }}", "CTX0001", DiagnosticSeverity.Warning, "`Middle`, which contains it" },
        { "[Contexture] public record Sample([Input] string X, [ContextVariable] Guid A);", "CTX0001", DiagnosticSeverity.Error, "nothing can be generated and `Sample.Learn` does not exist" },
        { $"[Contexture] file partial class Sample : {Typed} {{ {Define} }}", "CTX0002", DiagnosticSeverity.Warning, "`Sample` is a file-local type" },
        { "file partial class Outer { [Contexture] public partial record Sample([Input] string X, [ContextVariable] Guid A); }", "CTX0002", DiagnosticSeverity.Error, "`Outer` is a file-local type" },
        { "[Contexture] public ref partial struct Sample { [Input] public string X => \"\"; [ContextVariable] public Guid A => default; }", "CTX0002", DiagnosticSeverity.Error, "is a ref struct" },
        { $"[Contexture] public partial class Sample(bool old) : {Typed} {{ protected override Context<string, Guid> Define(Events<Order> rows) {{ if (old) rows = rows.Where(r => r.Online); return rows.Input(r => r.Product).Context(r => r.Basket); }} }}", "CTX0010", DiagnosticSeverity.Info, "`if (old)` is decided when the object is made. Return one tree" },
        { $"[Contexture] public partial class Sample(bool old) : {Typed} {{ protected override Context<string, Guid> Define(Events<Order> rows) => old ? rows.Input(r => r.Product).Context(r => r.Basket) : rows.Input(r => r.Product).Context(r => r.Customer); }}", "CTX0010", DiagnosticSeverity.Info, "`old ? … : …` is decided" },
        { "[Contexture] public partial class Sample : Contexture<string>.From<Order> { protected override Definition<string> Define(Events<Order> rows) { Context<string>[] all = [rows.Input(r => r.Product).Context(r => r.Basket)]; return Mix.Convex(all); } }", "CTX0010", DiagnosticSeverity.Info, "collected when the program runs. Write the parts of the mix out one by one." },
        { $"[Contexture] public partial class Sample(Func<Order, Guid> held) : {Typed} {{ protected override Context<string, Guid> Define(Events<Order> rows) => rows.Input(r => r.Product).Context(held); }}", "CTX0011", DiagnosticSeverity.Info, "the code of `held` is not in view, because it is held as a delegate. Write the lambda in place" },
        { $"[Contexture] public partial class Sample : {Typed} {{ static Context<string, Guid> Loop(Events<Order> rows) => Loop(rows); protected override Context<string, Guid> Define(Events<Order> rows) => Loop(rows); }}", "CTX0011", DiagnosticSeverity.Info, "`Loop(rows)` calls itself" },
        { $"[Contexture] public partial class Sample({Typed} other) : {Typed} {{ protected override Context<string, Guid> Define(Events<Order> rows) => other.Over(rows); }}", "CTX0011", DiagnosticSeverity.Info, "may run another method" },
        { $"[Contexture] public partial class Sample(int days) : {Typed} {{ protected override Context<string, Guid> Define(Events<Order> rows) => rows.Input(r => r.Product).Context(r => r.Basket).Weight(r => r.Quantity / days); }}", "CTX0012", DiagnosticSeverity.Hidden, "`r => r.Quantity / days` of 'Sample' captures days" },
        { $"[Contexture] public partial class Sample {{ }}", "CTX0021", DiagnosticSeverity.Error, "neither Define nor [Input]" },
        { $"[Contexture] public partial class Sample : {Typed} {{ {Define} [Input] public string X => \"\"; }}", "CTX0021", DiagnosticSeverity.Error, "both Define and attributes" },
        { "[Contexture] public partial record Sample([Input] string X, [ContextVariable] Guid A, [ContextVariable] Guid B);", "CTX0021", DiagnosticSeverity.Error, "[ContextVariable] is on `A` and on `B`" },
        { "[Contexture] public partial record Sample([Input] string X, [Input] string Y, [ContextVariable] Guid A);", "CTX0021", DiagnosticSeverity.Error, "[Input] is on `X` and on `Y`" },
        { "[Contexture] public partial record Sample([ContextVariable] Guid A);", "CTX0021", DiagnosticSeverity.Error, "no property is marked [Input]" },
        { "[Contexture] public partial record struct Sample([property: Input] string X);", "CTX0021", DiagnosticSeverity.Error, "no property is marked [ContextVariable]" },
        { "[Contexture] public partial record Sample([Input, ContextVariable] string X);", "CTX0021", DiagnosticSeverity.Error, "which is then seen with itself" },
        { "[Contexture] public partial record Sample([Input] string X, [ContextVariable] Guid A, [Weight] string W);", "CTX0021", DiagnosticSeverity.Error, "which is no number" },
        { "[Contexture] public partial record Sample([Input] string X, [ContextVariable] Guid A, [Time] DateTime T);", "CTX0021", DiagnosticSeverity.Error, "which is no DateTimeOffset" },
    };

    public static TheoryData<string> IsSilent() =>
    [
        $"[Contexture] public sealed partial class Sample : {Typed} {{ {Define} }}",
        $"public partial interface IOuter {{ [Contexture] public partial class Sample : {Typed} {{ {Define} }} }}",
        $"[Contexture] public partial class Sample : {Typed} {{ {Define} }} public partial class Sample {{ }}",
        $"public class Sample(bool old) : {Typed} {{ {Define} }}",
        $"[Contexture] public partial class Sample : Base {{ }} public abstract class Base : {Typed} {{ {Define} }}",
        "[Contexture] public partial record Sample([Input] string X, [property: ContextVariable] Guid A, [Weight] decimal W, [Time(HalfLifeDays = 30)] DateTimeOffset T);",
        "[Contexture] public partial record struct Sample { [Input] public string X { get; init; } [ContextVariable] public Guid A { get; init; } [Weight] public float W { get; init; } }",
        "public abstract record Base([Input] string X); [Contexture] public partial record Sample(string X, [ContextVariable] Guid A) : Base(X);",
        $"[Contexture] public partial class Sample(double share) : Contexture<string>.From<Order, Order> {{ protected override Definition<string> Define(Events<Order> a, Events<Order> b) => Mix.Convex((share, a.Input(r => r.Product).Context(r => r.Basket)), (1 - share, b.Input(r => r.Product).Context(r => r.Customer))); }}",
        "public record Plain(string X);",
    ];

    [Theory]
    [MemberData(nameof(Fires))]
    public async Task It_says_what_is_wrong_and_what_to_do(string source, string id, DiagnosticSeverity severity, string words)
    {
        var diagnostic = Assert.Single(await Snippet.AnalyzeAsync("namespace Shop { " + source + " }"));

        Assert.Equal((id, severity), (diagnostic.Id, diagnostic.Severity));
        Assert.Contains(words, diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(IsSilent))]
    public async Task It_is_silent_on_what_is_compiled(string source) => Assert.Empty(await Snippet.AnalyzeAsync("namespace Shop { " + source + " }"));

    [Theory]
    [InlineData("[Contexture] public partial record Sample([Input] string X, [ContextVariable] Guid A);", DiagnosticSeverity.Error)]
    [InlineData($"[Contexture] public partial class Sample : {Typed} {{ {Define} }}", DiagnosticSeverity.Warning)]
    public async Task An_old_language_is_named_with_the_one_that_is_needed(string source, DiagnosticSeverity severity)
    {
        var diagnostic = Assert.Single(await Snippet.AnalyzeAsync("namespace Shop { " + source + " }", LanguageVersion.CSharp10));

        Assert.Equal((RuleIds.LanguageVersion, severity), (diagnostic.Id, diagnostic.Severity));
        Assert.Contains("is compiled as C# 10.0, but generated code needs C# 12.0", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_enough_language_is_not_mentioned() =>
        Assert.Empty(await Snippet.AnalyzeAsync("namespace Shop { [Contexture] public partial record Sample([Input] string X, [ContextVariable] Guid A); }", LanguageVersion.CSharp12));

    [Fact]
    public async Task A_pragma_suppresses_it()
    {
        var diagnostic = Assert.Single(await Snippet.AnalyzeAsync($"namespace Shop {{\n#pragma warning disable CTX0001\n[Contexture] public class Sample : {Typed} {{ {Define} }}\n}}"));

        Assert.True(diagnostic.IsSuppressed);
    }

    [Fact]
    public async Task What_is_written_in_a_helper_is_reported_where_it_is_called()
    {
        const string source = """
            namespace Shop;
            public static class Helper
            {
                public static Context<string> Sometimes(Events<Order> rows)
                {
                    if (Environment.ProcessorCount > 1) return rows.Input(r => r.Product).Context(r => r.Basket);
                    return rows.Input(r => r.Product).Context(r => r.Customer);
                }
            }
            [Contexture]
            public partial class Sample : Contexture<string>.From<Order>
            {
                protected override Definition<string> Define(Events<Order> orders) => Helper.Sometimes(orders);
            }
            """;
        var diagnostic = Assert.Single(await Snippet.AnalyzeAsync(source));

        Assert.Equal(RuleIds.NotRead, diagnostic.Id);
        Assert.Equal("Helper.Sometimes(orders)", source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Fact]
    public async Task Generated_code_is_left_alone() =>
        Assert.Empty(await Snippet.AnalyzeAsync($"// <auto-generated/>\nnamespace Shop {{ [Contexture] public class Sample : {Typed} {{ {Define.Replace("r.Basket", "Guid.Empty", StringComparison.Ordinal)} }} }}"));

    /// <summary>Deletes every token in turn: rules may say anything about half-typed code, but they never throw (AD0001).</summary>
    [Fact]
    public async Task Half_typed_code_never_breaks_a_rule()
    {
        const string source = """
            namespace Shop;
            [Contexture(Rank = 8)]
            public sealed partial class Sample(int days) : Contexture<string>.From<Order, Order>
            {
                protected override Definition<string> Define(Events<Order> orders, Events<Order> others)
                {
                    var flat = orders.Where(o => o.Online).Input(o => o.Product).Context(o => (1, $"{2}"));
                    if (days > 3) return flat.Named("flat");
                    return Mix.Convex((0.5, flat), (0.5, others.Input(o => o.Hour.ToString()).Context(o => new StoreHour(o.Store, o.Hour)).Weight(o => o.Quantity)));
                }
            }
            [Contexture] public partial record Purchase([Input] string X, [property: ContextVariable] Guid A, [Weight] float W);
            public static class Use { public static void Now(List<Order> rows) => Contexture.Learn(rows, o => o.Input(x => x.Product).Context(x => x.Product), rank: 8); }
            """;
        foreach (var token in CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens())
            Assert.DoesNotContain(await Snippet.AnalyzeHalfTypedAsync(source.Remove(token.SpanStart, token.Span.Length)), diagnostic => diagnostic.Id == "AD0001");
    }
}
