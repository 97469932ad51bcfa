using ContextureDsl.Analyzers.Association;
using ContextureDsl.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ContextureDsl.Analyzers.Rules;

/// <summary>CTX1001: the context variable is independent of the input.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IndependentContextAnalyzer : PartAnalyzer
{
    public static readonly DiagnosticDescriptor IndependentContext = Rule.Association(
        RuleIds.IndependentContext, "Context says nothing about the input", "Context {0}: `{1}` {2}",
        "If A is independent of X, T keeps only the constant function and every other singular value is zero: there is nothing to learn.");

    private protected override DiagnosticDescriptor Descriptor => IndependentContext;

    private protected override void Analyze(DeclaredPart part)
    {
        var observed = part.Reading as ObservedReading;
        if (observed is not null) AnalyzeKey(part, observed.Variable, observed.Many, isInput: false);
        if (part.Reading.Key is { } key) AnalyzeKey(part, key, observed?.Input.Many ?? false, isInput: true);
    }

    private static void AnalyzeKey(DeclaredPart part, SelectorReading selector, bool many, bool isInput)
    {
        var sentence = NatureReader.Of(selector, many) switch
        {
            Nature.Constant when isInput => "is the same for every event, and one single input has no function but the constant: there is nothing to learn. Use the key of what gets a vector",
            Nature.Constant => "is the same for every event, so it is independent of the input: every singular value but the trivial one is zero. " + Remedy(part),
            Nature.Drawn when isInput => "is made anew for every event, whatever the event is, so the input is independent of its context. Use the key of what gets a vector",
            Nature.Drawn => "is made anew for every event, whatever the event is, so it is independent of the input: what the counts show is chance. " + Remedy(part),
            _ => null,
        };
        if (sentence is not null) part.Report(IndependentContext, selector, part.Name, DeclaredPart.Brief(selector), sentence);
    }

    private static string Remedy(DeclaredPart part) =>
        part.IsMixed ? "Remove this part of the mix, or use a key that differs between inputs" : "Use a key that differs between inputs";
}
