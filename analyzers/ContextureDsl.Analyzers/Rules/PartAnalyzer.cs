using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using ContextureDsl.Compiler.Reading;
using Microsoft.CodeAnalysis;

namespace ContextureDsl.Analyzers.Rules;

/// <summary>A rule about single parts.</summary>
public abstract class PartAnalyzer : ReadingAnalyzer
{
    private protected PartAnalyzer() { }

    private protected abstract DiagnosticDescriptor Descriptor { get; }

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Descriptor);

    private protected abstract void Analyze(DeclaredPart part);

    private protected sealed override void Analyze(DeclarationReading reading, string declaration, Action<Diagnostic> report)
    {
        var mixParts = new Dictionary<PartReading, SyntaxNode>();
        if (reading.Tree is { } tree) CollectMixParts(tree, mixParts);
        var reported = new HashSet<Location>();
        foreach (var part in reading.Parts)
        {
            if (IsAnotherDeclaration(part.Site, part.Main.Operation)) continue;
            mixParts.TryGetValue(part, out var mixPart);
            Analyze(new(part, declaration, mixPart, diagnostic =>
            {
                if (reported.Add(diagnostic.Location)) report(diagnostic);
            }));
        }
    }

    /// <summary>The elements of mixes with at least two parts that hold a part directly, in the tree where it is written. A mix that takes other arguments too is no list of parts.</summary>
    private static void CollectMixParts(NodeReading tree, Dictionary<PartReading, SyntaxNode> mixParts)
    {
        if (tree is CombinationReading { Parts.Length: > 1, Call.Arguments.Length: 1 } combination)
            foreach (var part in combination.Parts)
                if (part.Context is PartReading held && !mixParts.ContainsKey(held) && part.Syntax.SyntaxTree == held.Main.Syntax.SyntaxTree) mixParts.Add(held, part.Syntax);
        foreach (var child in tree.Children) CollectMixParts(child, mixParts);
    }
}
