using ContextureDsl.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ContextureDsl.Analyzers.Tests;

/// <summary>Every rule has a page that says what the rule says, and every page has a rule.</summary>
public class RuleCatalogueTests
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);
    private static readonly string Pages = Path.Combine(Root, "analyzers", "docs", "rules");

    private static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [
        .. typeof(Rules.DeclarationAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    public static TheoryData<string> Ids() => [.. Descriptors.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_with_its_title_category_and_severity(string id)
    {
        var descriptor = Descriptors.Single(descriptor => descriptor.Id == id);
        var page = File.ReadAllLines(Path.Combine(Pages, id + ".md"));

        Assert.Equal($"analyzers/docs/rules/{id}.md", descriptor.HelpLinkUri);
        Assert.Equal($"# {id}: {descriptor.Title}", page[0]);
        Assert.StartsWith($"Category `{descriptor.Category}` · severity: {descriptor.DefaultSeverity}", page[2], StringComparison.Ordinal);
        Assert.All(["## Cause", "## Bad", "## Good", "## How to fix", "## When to suppress"], heading => Assert.Contains(heading, page));
        Assert.NotEmpty(descriptor.Description.ToString());
    }

    [Fact]
    public void The_index_and_the_release_notes_list_exactly_the_rules()
    {
        var index = File.ReadAllLines(Path.Combine(Pages, "index.md"));
        Assert.Equal(Descriptors.Select(descriptor => $"| [{descriptor.Id}]({descriptor.Id}.md) | {descriptor.Title} "), index.Where(line => line.StartsWith("| [", StringComparison.Ordinal)).Select(line => string.Join('|', line.Split('|')[..3])));
        Assert.Equal(Descriptors.Select(descriptor => descriptor.Id + ".md").Append("index.md"), Directory.GetFiles(Pages).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

        var releases = File.ReadAllLines(Path.Combine(Root, "analyzers", "ContextureDsl.Analyzers", "AnalyzerReleases.Unshipped.md"))
            .Concat(File.ReadAllLines(Path.Combine(Root, "analyzers", "ContextureDsl.Analyzers", "AnalyzerReleases.Shipped.md")));
        Assert.Equal(
            Descriptors.Select(descriptor => $"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}"),
            releases.Where(line => line.StartsWith("CTX", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Identifiers_are_those_of_the_list_and_used_once()
    {
        var listed = typeof(RuleIds).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal);

        Assert.Equal(listed, Descriptors.Select(descriptor => descriptor.Id));
    }

    [Fact]
    public void What_a_fix_is_for_is_a_rule_and_its_page_says_so()
    {
        var providers = new CodeFixProvider[] { new DeclarationCodeFix(), new DegeneratePartCodeFix(), new IdentityFactorCodeFix(), new MixOfOneCodeFix(), new MixWeightsCodeFix() };
        Assert.Equal(providers.Length, typeof(DeclarationCodeFix).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract));
        var fixable = providers.SelectMany(provider => provider.FixableDiagnosticIds).ToHashSet();

        Assert.All(providers, provider => Assert.NotNull(provider.GetFixAllProvider()));
        Assert.Subset(Descriptors.Select(descriptor => descriptor.Id).ToHashSet(), fixable);
        Assert.All(Descriptors, descriptor => Assert.Equal(!fixable.Contains(descriptor.Id), File.ReadAllLines(Path.Combine(Pages, descriptor.Id + ".md"))[2].EndsWith("fix: None.", StringComparison.Ordinal)));
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "ContextureDsl.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the tests holds ContextureDsl.sln."));
}
