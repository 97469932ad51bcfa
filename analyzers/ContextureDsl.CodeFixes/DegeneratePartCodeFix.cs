using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using ContextureDsl.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ContextureDsl.CodeFixes;

/// <summary>CTX1001 and CTX1002: takes a part that teaches nothing out of its mix. A context that stands alone has no fix: only its author knows what it should be.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DegeneratePartCodeFix)), Shared]
public sealed class DegeneratePartCodeFix : CodeFixProvider
{
    private const string Title = "Remove this part of the mix";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.IndependentContext, RuleIds.IdentityContext);

    public override FixAllProvider GetFixAllProvider() => new WholeDocument(MixEdit.Remove);

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
            if (root is not null && MixEdit.CanRemove(root, diagnostic))
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(MixEdit.Remove(root, ImmutableArray.Create(diagnostic)))), Title), diagnostic);
    }
}
