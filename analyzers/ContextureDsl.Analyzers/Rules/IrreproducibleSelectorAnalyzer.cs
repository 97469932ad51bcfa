using ContextureDsl.Analyzers.Association;
using ContextureDsl.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ContextureDsl.Analyzers.Rules;

/// <summary>CTX3002: a key, weight, time or filter is made of something that differs between two runs over the same rows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IrreproducibleSelectorAnalyzer : PartAnalyzer
{
    public static readonly DiagnosticDescriptor IrreproducibleSelector = Rule.Usage(
        RuleIds.IrreproducibleSelector, "Selector gives other values on every run", "Context {0}: `{1}` {2}", DiagnosticSeverity.Warning,
        "A value from the clock, from a generator that nothing can seed or from a hash with a seed per process is no fact about the event, so two runs over the same rows learn different things.");

    private protected override DiagnosticDescriptor Descriptor => IrreproducibleSelector;

    private protected override void Analyze(DeclaredPart part)
    {
        var observed = part.Reading as ObservedReading;
        foreach (var selector in part.Reading.Selectors)
        {
            // A key that is nothing but drawn is independent of the other side, which says more.
            var isKey = ReferenceEquals(selector, part.Reading.Key) || ReferenceEquals(selector, observed?.Variable);
            var many = observed is not null && (ReferenceEquals(selector, observed.Variable) ? observed.Many : observed.Input.Many);
            if (isKey && NatureReader.Of(selector, many) == Nature.Drawn) continue;
            if (NatureReader.Irreproducible(selector) is var source and not AmbientSource.None)
                part.Report(IrreproducibleSelector, selector, part.Name, DeclaredPart.Brief(selector), Sentence(source));
        }
    }

    private static string Sentence(AmbientSource source) => source switch
    {
        AmbientSource.Clock => "reads the clock, so two runs over the same rows learn different things. Take the time from the row; for forgetting, use Time(…, halfLife), which counts from the latest row",
        AmbientSource.ProcessHash => "is a hash that differs in every process, so two runs over the same rows have different keys. Use the value itself as the key",
        AmbientSource.FreshIdentifier => "makes a new identifier, so two runs over the same rows have different keys. Use an identifier that the row has",
        _ => "draws random numbers, so two runs over the same rows learn different things. Draw before learning, with a seed, and keep the result in the row",
    };
}
