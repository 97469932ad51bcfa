using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ContextureDsl.CodeFixes;

/// <summary>A fix that is one edit of one document, for a single diagnostic and for all of them alike.</summary>
public abstract class DocumentCodeFix : CodeFixProvider
{
    private readonly string title;

    private protected DocumentCodeFix(string title, params string[] fixable)
    {
        this.title = title;
        FixableDiagnosticIds = ImmutableArray.Create(fixable);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new WholeDocument(Fix);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
            if (root is not null && CanFix(root, diagnostic))
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(Fix(root, ImmutableArray.Create(diagnostic)))), title), diagnostic);
    }

    private protected abstract bool CanFix(SyntaxNode root, Diagnostic diagnostic);

    private protected abstract SyntaxNode Fix(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics);
}
