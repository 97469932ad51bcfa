using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using ContextureDsl.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContextureDsl.CodeFixes;

/// <summary>CTX3007: takes the only part in place of its mix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MixOfOneCodeFix)), Shared]
public sealed class MixOfOneCodeFix : DocumentCodeFix
{
    /// <summary>Makes the fix.</summary>
    public MixOfOneCodeFix() : base("Take the part itself", RuleIds.MixOfOne) { }

    private protected override bool CanFix(SyntaxNode root, Diagnostic diagnostic) => MixOf(root, diagnostic) is not null;

    private protected override SyntaxNode Fix(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics) =>
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
