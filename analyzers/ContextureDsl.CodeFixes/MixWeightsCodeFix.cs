using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ContextureDsl.Analyzers;
using ContextureDsl.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContextureDsl.CodeFixes;

/// <summary>CTX3006: writes the shares that the weights stand for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MixWeightsCodeFix)), Shared]
public sealed class MixWeightsCodeFix : CodeFixProvider
{
    private const string Title = "Write the shares";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.UnnormalisedWeights);

    public override FixAllProvider GetFixAllProvider() => new WholeDocument(WriteShares);

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
            if (root is not null && IsInPlace(diagnostic))
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(WriteShares(root, ImmutableArray.Create(diagnostic)))), Title), diagnostic);
    }

    /// <summary>A pair of weight and context may be held in a local, which may have other uses.</summary>
    private static bool IsInPlace(Diagnostic diagnostic) => diagnostic.AdditionalLocations.All(location => location.SourceTree == diagnostic.Location.SourceTree);

    private static SyntaxNode WriteShares(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics)
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
