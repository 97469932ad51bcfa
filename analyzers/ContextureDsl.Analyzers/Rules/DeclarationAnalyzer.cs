using System;
using System.Collections.Immutable;
using System.Linq;
using ContextureDsl.Compiler.Findings;
using ContextureDsl.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ContextureDsl.Analyzers.Rules;

/// <summary>Reports what the reader found in a declaration: the same reading that the generator emits from, so the two never disagree.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor NotPartial = Rule.Generation(
        RuleIds.NotPartial, "Declaration is not partial", "'{0}': {1}; add 'partial'", DiagnosticSeverity.Warning,
        "The generator adds members to the declaring type, so it and every type around it must be partial. A class still works, interpreted; a record in attribute form has no other way to run, so there it is an error.");

    public static readonly DiagnosticDescriptor UnsupportedContainer = Rule.Generation(
        RuleIds.UnsupportedContainer, "Declaration cannot be extended by generated code", "'{0}': {1}. {2}", DiagnosticSeverity.Warning,
        "Generated code stands in a file of its own, where file-local types do not exist. A class still works, interpreted; for a record it is an error.");

    public static readonly DiagnosticDescriptor LanguageVersion = Rule.Generation(
        RuleIds.LanguageVersion, "Language version is too old for generated code", "'{0}' is compiled as C# {1}, but generated code needs C# {2}: raise LangVersion, or leave it out to get that of the target framework", DiagnosticSeverity.Warning,
        "Nothing is generated below that version. A class still works, interpreted; for a record it is an error.");

    public static readonly DiagnosticDescriptor NotRead = Rule.Generation(
        RuleIds.NotRead, "Declaration is compiled in parts only", "'{0}' is not compiled as a whole: {1}. {2}", DiagnosticSeverity.Info,
        "The tree that Define returns is not fixed by its source, or a type of it cannot be named, so the code for the whole mix is not generated. Every part that can be read is still compiled, and the result is the same.");

    public static readonly DiagnosticDescriptor NotFollowed = Rule.Generation(
        RuleIds.NotFollowed, "Part of a declaration is out of view", "A part of '{0}' runs interpreted: {1}. {2}", DiagnosticSeverity.Info,
        "A part is written where the generator cannot see its code: a delegate held in a local or a field, a method of another assembly, a recursion. The result is the same, only slower.");

    public static readonly DiagnosticDescriptor Captures = Rule.Generation(
        RuleIds.Captures, "Selector captures a value", "`{1}` of '{0}' captures {2}, so it stays a delegate call; make it a const where it never changes, to have the selector inlined", DiagnosticSeverity.Hidden,
        "The value is known only when the object is made. The part is compiled around the selector, which costs one delegate call an event.");

    public static readonly DiagnosticDescriptor AmbiguousForm = Rule.Generation(
        RuleIds.AmbiguousForm, "Declaration is not exactly one of the two forms", "'{0}': {1}. {2}", DiagnosticSeverity.Error,
        "A declaration is either a class with Define, or a record with exactly one [Input] and one [ContextVariable]. Anything between would be read silently in one of two ways with different spectra.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(NotPartial, UnsupportedContainer, LanguageVersion, NotRead, NotFollowed, Captures, AmbiguousForm);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Of(start.Compilation) is { } known) start.RegisterSymbolAction(symbol => Analyze(symbol, known), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols known)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, known.ContextureAttribute))) return;
        foreach (var finding in DeclarationReader.Read(type, context.Compilation, known, context.CancellationToken).Findings)
        {
            var descriptor = DescriptorOf(finding.Code);
            var severity = finding.Fatal ? DiagnosticSeverity.Error : descriptor.DefaultSeverity;
            context.ReportDiagnostic(Diagnostic.Create(descriptor, finding.Location, severity, additionalLocations: null, properties: null, finding.Arguments.ToArray<object>()));
        }
    }

    private static DiagnosticDescriptor DescriptorOf(FindingCode code) => code switch
    {
        FindingCode.NotPartial => NotPartial,
        FindingCode.UnsupportedContainer => UnsupportedContainer,
        FindingCode.LanguageVersion => LanguageVersion,
        FindingCode.NotRead => NotRead,
        FindingCode.NotFollowed => NotFollowed,
        FindingCode.Captures => Captures,
        FindingCode.AmbiguousForm => AmbiguousForm,
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };
}
