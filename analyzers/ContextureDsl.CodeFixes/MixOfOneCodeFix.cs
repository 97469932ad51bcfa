using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using ContextureDsl.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContextureDsl.CodeFixes;

/// <summary>CTX3007: takes the only part in place of its mix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MixOfOneCodeFix)), Shared]
public sealed class MixOfOneCodeFix : CodeFixProvider
{
    private const string Title = "Take the part itself";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.MixOfOne);

    public override FixAllProvider GetFixAllProvider() => new WholeDocument(TakeParts);

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
            if (root is not null && MixOf(root, diagnostic) is not null)
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(TakeParts(root, ImmutableArray.Create(diagnostic)))), Title), diagnostic);
    }

    private static SyntaxNode TakeParts(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics) =>
        root.ReplaceNodes(diagnostics.Select(diagnostic => MixOf(root, diagnostic)).OfType<InvocationExpressionSyntax>(), (call, rewritten) => PartOf(rewritten)!.WithTriviaFrom(call));

    /// <summary>The call, where its part is written out in it.</summary>
    private static InvocationExpressionSyntax? MixOf(SyntaxNode root, Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations.Count == 1 && root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && PartOf(call) is not null ? call : null;

    private static ExpressionSyntax? PartOf(InvocationExpressionSyntax call)
    {
        var part = call.ArgumentList.Arguments.Count == 0 ? null : Single(call.ArgumentList.Arguments[call.ArgumentList.Arguments.Count - 1].Expression);
        if (part is TupleExpressionSyntax { Arguments.Count: 2 } pair) part = pair.Arguments[1].Expression;
        return part is null or InvocationExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax ? part : SyntaxFactory.ParenthesizedExpression(part);
    }

    /// <summary>The only element of a list; null where it is made in another way.</summary>
    private static ExpressionSyntax? Single(ExpressionSyntax argument) => argument switch
    {
        CollectionExpressionSyntax list => list.Elements.Count == 1 && list.Elements[0] is ExpressionElementSyntax { Expression: var only } ? only : null,
        BaseObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax => null,
        _ => argument,
    };
}
