using System;
using ContextureDsl.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Analyzers.Rules;

/// <summary>A rule about what a declaration says, wherever it is declared: in a class with Define, attributed or not, or in the free form.</summary>
public abstract class ReadingAnalyzer : DiagnosticAnalyzer
{
    private protected ReadingAnalyzer() { }

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

    private protected abstract void Analyze(DeclarationReading reading, string declaration, Action<Diagnostic> report);

    /// <summary>Whether something that is brought in from outside is written in another declaration, by Over or by inheritance: it is reported there.</summary>
    private protected static bool IsAnotherDeclaration(Location? site, IOperation? written) =>
        site is not null && written is { SemanticModel: { } model } && IsDeclaration(model.GetEnclosingSymbol(written.Syntax.SpanStart)?.ContainingType);

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

    private static bool IsDeclaration(INamedTypeSymbol? type)
    {
        for (var candidate = type?.BaseType; candidate is not null; candidate = candidate.BaseType)
            if (candidate is { Name: "From", ContainingType: { Name: "Contexture", ContainingNamespace.Name: "ContextureDsl" } }) return true;
        return false;
    }
}
