using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContextureDsl.CodeFixes;

/// <summary>Takes parts out of mixes, with the locals that held nothing else.</summary>
internal static class MixEdit
{
    public static bool CanRemove(SyntaxNode root, Diagnostic diagnostic) => PartOf(root, diagnostic) is { Parent: { } list } && Siblings(list).Count() > 1;

    public static SyntaxNode Remove(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics)
    {
        var parts = new HashSet<SyntaxNode>();
        var locals = new HashSet<SyntaxNode>();
        foreach (var diagnostic in diagnostics)
        {
            if (PartOf(root, diagnostic) is not { } part) continue;
            parts.Add(part);
            if (HolderOf(root, diagnostic, part) is { } holder) locals.Add(holder);
        }
        foreach (var list in parts.Select(part => part.Parent!).Distinct().ToList())
            if (Siblings(list).All(parts.Contains)) parts.ExceptWith(Siblings(list));

        var tracked = root.TrackNodes(parts.Concat(locals).Concat(parts.Select(Call).OfType<SyntaxNode>()));
        var calls = parts.Select(Call).OfType<InvocationExpressionSyntax>().Distinct().ToList();
        foreach (var part in parts) tracked = RemovePart(tracked, tracked.GetCurrentNode(part)!);
        foreach (var local in locals)
            if (tracked.GetCurrentNode(local) is LocalDeclarationStatementSyntax statement && !IsUsed(statement)) tracked = tracked.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia)!;
        foreach (var call in calls)
            if (tracked.GetCurrentNode(call) is { } current && OnlyContext(current) is { } only) tracked = tracked.ReplaceNode(current, only.WithTriviaFrom(current));
        return tracked;
    }

    private static SyntaxNode? PartOf(SyntaxNode root, Diagnostic diagnostic)
    {
        if (diagnostic.AdditionalLocations is not { Count: 1 } locations || locations[0].SourceTree != diagnostic.Location.SourceTree || !root.FullSpan.Contains(locations[0].SourceSpan)) return null;
        var node = root.FindNode(locations[0].SourceSpan, getInnermostNodeForTie: false);
        return node.FirstAncestorOrSelf<SyntaxNode>(candidate => candidate.Span == locations[0].SourceSpan && IsListElement(candidate));
    }

    private static bool IsListElement(SyntaxNode node) => node.Parent is ArgumentListSyntax or CollectionExpressionSyntax or InitializerExpressionSyntax;

    private static IEnumerable<SyntaxNode> Siblings(SyntaxNode list) => list.ChildNodes();

    /// <summary>Removes a list element with the comma beside it, and a line that held nothing else.</summary>
    private static SyntaxNode RemovePart(SyntaxNode root, SyntaxNode part)
    {
        switch (part.Parent)
        {
            case ArgumentListSyntax list when part is ArgumentSyntax argument:
                return root.ReplaceNode(list, list.WithArguments(Without(list.Arguments, argument)));
            case CollectionExpressionSyntax list when part is CollectionElementSyntax element:
                return root.ReplaceNode(list, list.WithElements(Without(list.Elements, element)));
            case InitializerExpressionSyntax list when part is ExpressionSyntax expression:
                return root.ReplaceNode(list, list.WithExpressions(Without(list.Expressions, expression)));
            default:
                return root;
        }
    }

    /// <summary>The first element that stays takes the place, and the leading blanks, of a removed first one.</summary>
    private static SeparatedSyntaxList<T> Without<T>(SeparatedSyntaxList<T> list, T element) where T : SyntaxNode
    {
        var index = list.IndexOf(element);
        var shorter = list.RemoveAt(index);
        if (index == 0 && shorter.Count > 0) return shorter.Replace(shorter[0], shorter[0].WithLeadingTrivia(element.GetLeadingTrivia()));
        return index == list.Count - 1 && shorter.Count > 0 ? shorter.Replace(shorter[shorter.Count - 1], shorter[shorter.Count - 1].WithTrailingTrivia(element.GetTrailingTrivia())) : shorter;
    }

    /// <summary>The statement of the local whose value contains the diagnostic, where that is not the part itself.</summary>
    private static LocalDeclarationStatementSyntax? HolderOf(SyntaxNode root, Diagnostic diagnostic, SyntaxNode part)
    {
        if (part.Span.Contains(diagnostic.Location.SourceSpan)) return null;
        var statement = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<LocalDeclarationStatementSyntax>();
        return statement is { Declaration.Variables.Count: 1 } ? statement : null;
    }

    private static bool IsUsed(LocalDeclarationStatementSyntax statement)
    {
        var name = statement.Declaration.Variables[0].Identifier.ValueText;
        var scope = statement.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? statement.SyntaxTree.GetRoot();
        return scope.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name && !statement.Span.Contains(use.Span));
    }

    private static InvocationExpressionSyntax? Call(SyntaxNode part) => part.FirstAncestorOrSelf<InvocationExpressionSyntax>(call => IsMix(call.Expression));

    private static bool IsMix(ExpressionSyntax method) => method switch
    {
        MemberAccessExpressionSyntax member => IsMix(member.Name),
        SimpleNameSyntax { Identifier.ValueText: "Convex" or "Average" or "MinMax" } => true,
        _ => false,
    };

    /// <summary>What is left of a mix of one, where it is written out there; a name may stand for a pair of weight and context, so it stays in the mix.</summary>
    private static ExpressionSyntax? OnlyContext(InvocationExpressionSyntax call) => call.ArgumentList.Arguments.Count != 1 ? null : call.ArgumentList.Arguments[0].Expression switch
    {
        TupleExpressionSyntax { Arguments.Count: 2 } pair => pair.Arguments[1].Expression,
        InvocationExpressionSyntax context => context,
        _ => null,
    };
}
