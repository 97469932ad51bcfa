using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using ContextureDsl.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContextureDsl.CodeFixes;

/// <summary>CTX1005: leaves a factor out of a convolution, and the convolution where only one is left.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IdentityFactorCodeFix)), Shared]
public sealed class IdentityFactorCodeFix : DocumentCodeFix
{
    /// <summary>Makes the fix.</summary>
    public IdentityFactorCodeFix() : base("Leave this factor out", RuleIds.IdentityFactor) { }

    private protected override bool CanFix(SyntaxNode root, Diagnostic diagnostic) => FactorOf(root, diagnostic) is not null;

    private protected override SyntaxNode Fix(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics)
    {
        var removed = diagnostics.Select(diagnostic => FactorOf(root, diagnostic)).OfType<ArgumentSyntax>().ToLookup(factor => (InvocationExpressionSyntax)factor.Parent!.Parent!);
        return root.ReplaceNodes(removed.Select(call => call.Key), (call, rewritten) => Without(call, rewritten, removed[call]));
    }

    private static ExpressionSyntax Without(InvocationExpressionSyntax call, InvocationExpressionSyntax rewritten, IEnumerable<ArgumentSyntax> factors)
    {
        var arguments = rewritten.ArgumentList.Arguments;
        foreach (var index in factors.Select(factor => call.ArgumentList.Arguments.IndexOf(factor)).OrderByDescending(index => index)) arguments = arguments.RemoveAt(index);
        return arguments.Count == 1 ? arguments[0].Expression.WithTriviaFrom(call) : rewritten.WithArgumentList(rewritten.ArgumentList.WithArguments(arguments));
    }

    /// <summary>The argument, where it can be left out without renaming others.</summary>
    private static ArgumentSyntax? FactorOf(SyntaxNode root, Diagnostic diagnostic)
    {
        if (diagnostic.AdditionalLocations.Count != 1) return null;
        var factor = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ArgumentSyntax>(argument => argument.Span == diagnostic.Location.SourceSpan);
        if (factor?.Parent is not ArgumentListSyntax { Arguments: var arguments, Parent: InvocationExpressionSyntax }) return null;
        return arguments.Count == 2 || arguments.All(argument => argument.NameColon is null or { Name.Identifier.ValueText: "then" }) ? factor : null;
    }
}
