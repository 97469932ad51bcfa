using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using ContextureDsl.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Analyzers.Rules;

/// <summary>A rule about single parts, wherever they are declared: in a class with Define, attributed or not, or in the free form.</summary>
public abstract class PartAnalyzer : DiagnosticAnalyzer
{
    private protected PartAnalyzer() { }

    private protected abstract DiagnosticDescriptor Descriptor { get; }

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Descriptor);

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Of(start.Compilation) is not { } known) return;
            start.RegisterSymbolAction(symbol => AnalyzeType(symbol, known), SymbolKind.NamedType);
            start.RegisterOperationAction(operation => AnalyzeCall(operation, known), OperationKind.Invocation);
        });
    }

    private protected abstract void Analyze(DeclaredPart part);

    private void AnalyzeType(SymbolAnalysisContext context, KnownSymbols known)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (known.FromOf(type) is null) return;
        var reading = DeclarationReader.Read(type, context.Compilation, known, context.CancellationToken);
        Analyze(reading, type.Name, context.ReportDiagnostic);
    }

    private void AnalyzeCall(OperationAnalysisContext context, KnownSymbols known)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name != "Learn" || !SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, known.FreeForm)) return;
        Analyze(DeclarationReader.ReadFreeForm(call, context.Compilation, known, context.CancellationToken), "Contexture.Learn", context.ReportDiagnostic);
    }

    private void Analyze(DeclarationReading reading, string declaration, Action<Diagnostic> report)
    {
        var mixParts = new Dictionary<PartReading, SyntaxNode>();
        if (reading.Tree is { } tree) CollectMixParts(tree, mixParts);
        var reported = new HashSet<Location>();
        foreach (var part in reading.Parts)
        {
            if (IsAnotherDeclaration(part)) continue;
            mixParts.TryGetValue(part, out var mixPart);
            Analyze(new(part, declaration, mixPart, diagnostic =>
            {
                if (reported.Add(diagnostic.Location)) report(diagnostic);
            }));
        }
    }

    /// <summary>A part that comes from another declaration, by Over or by inheritance, is reported there.</summary>
    private static bool IsAnotherDeclaration(PartReading part) =>
        part.Site is not null && part.Main.Operation is { SemanticModel: { } model } selector && IsDeclaration(model.GetEnclosingSymbol(selector.Syntax.SpanStart)?.ContainingType);

    private static bool IsDeclaration(INamedTypeSymbol? type)
    {
        for (var candidate = type?.BaseType; candidate is not null; candidate = candidate.BaseType)
            if (candidate is { Name: "From", ContainingType: { Name: "Contexture", ContainingNamespace.Name: "ContextureDsl" } }) return true;
        return false;
    }

    /// <summary>The elements of mixes with at least two parts that hold a part directly, in the tree where it is written.</summary>
    private static void CollectMixParts(NodeReading tree, Dictionary<PartReading, SyntaxNode> mixParts)
    {
        if (tree is not ConvexReading convex) return;
        foreach (var part in convex.Parts)
        {
            if (part.Context is PartReading held && convex.Parts.Length > 1 && part.Syntax.SyntaxTree == held.Main.Syntax.SyntaxTree) mixParts[held] = part.Syntax;
            CollectMixParts(part.Context, mixParts);
        }
    }
}
