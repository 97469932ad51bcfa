using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using ContextureDsl.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ContextureDsl.CodeFixes;

/// <summary>CTX1001 and CTX1002: takes a part that teaches nothing out of its mix. A context that stands alone has no fix: only its author knows what it should be.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DegeneratePartCodeFix)), Shared]
public sealed class DegeneratePartCodeFix : DocumentCodeFix
{
    /// <summary>Makes the fix.</summary>
    public DegeneratePartCodeFix() : base("Remove this part of the mix", RuleIds.IndependentContext, RuleIds.IdentityContext) { }

    private protected override bool CanFix(SyntaxNode root, Diagnostic diagnostic) => MixEdit.CanRemove(root, diagnostic);

    private protected override SyntaxNode Fix(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics) => MixEdit.Remove(root, diagnostics);
}
