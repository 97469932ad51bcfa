using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using ContextureDsl.Analyzers;
using ContextureDsl.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContextureDsl.CodeFixes;

/// <summary>CTX3006: writes the shares that the weights stand for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MixWeightsCodeFix)), Shared]
public sealed class MixWeightsCodeFix : DocumentCodeFix
{
    /// <summary>Makes the fix.</summary>
    public MixWeightsCodeFix() : base("Write the shares", RuleIds.UnnormalisedWeights) { }

    private protected override bool CanFix(SyntaxNode root, Diagnostic diagnostic) => IsInPlace(diagnostic);

    /// <summary>A pair of weight and context may be held in a local, which may have other uses.</summary>
    private static bool IsInPlace(Diagnostic diagnostic) => diagnostic.AdditionalLocations.All(location => location.SourceTree == diagnostic.Location.SourceTree);

    private protected override SyntaxNode Fix(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics)
    {
        var shares = new Dictionary<SyntaxNode, string>();
        foreach (var diagnostic in diagnostics.Where(IsInPlace))
        {
            if (!diagnostic.Properties.TryGetValue(MixCallAnalyzer.SharesProperty, out var text) || text is null) continue;
            var values = text.Split(';');
            for (var i = 0; i < values.Length; i++) shares[root.FindNode(diagnostic.AdditionalLocations[i].SourceSpan, getInnermostNodeForTie: true)] = values[i];
        }
        return root.ReplaceNodes(shares.Keys, (weight, _) => Literal(shares[weight]).WithTriviaFrom(weight));
    }

    private static ExpressionSyntax Literal(string value) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(value, double.Parse(value, CultureInfo.InvariantCulture)));
}
