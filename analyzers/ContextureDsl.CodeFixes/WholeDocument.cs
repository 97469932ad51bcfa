using System;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ContextureDsl.CodeFixes;

/// <summary>Fixes all diagnostics of a document in one edit, because the edits of single ones overlap.</summary>
internal sealed class WholeDocument : DocumentBasedFixAllProvider
{
    private readonly Func<SyntaxNode, ImmutableArray<Diagnostic>, SyntaxNode> fix;

    public WholeDocument(Func<SyntaxNode, ImmutableArray<Diagnostic>, SyntaxNode> fix) => this.fix = fix;

    protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var root = await document.GetSyntaxRootAsync(fixAllContext.CancellationToken).ConfigureAwait(false);
        return root is null ? document : document.WithSyntaxRoot(fix(root, diagnostics));
    }
}
