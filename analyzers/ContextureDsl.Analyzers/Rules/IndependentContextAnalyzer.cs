using System.Linq;
using ContextureDsl.Analyzers.Association;
using ContextureDsl.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ContextureDsl.Analyzers.Rules;

/// <summary>CTX1001: the context variable is independent of the input, or is no fact about the event at all.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IndependentContextAnalyzer : PartAnalyzer
{
    public static readonly DiagnosticDescriptor IndependentContext = Rule.Association(
        RuleIds.IndependentContext, "Context says nothing about the input", "Context {0}: `{1}` {2}",
        "If A is independent of X, T keeps only the constant function and every other singular value is zero: there is nothing to learn. A value from the clock, a random generator or a per-process hash is no fact about the event, so no run repeats another.");

    private protected override DiagnosticDescriptor Descriptor => IndependentContext;

    private protected override void Analyze(DeclaredPart part)
    {
        var reading = part.Reading;
        AnalyzeKey(part, reading.Variable, reading.Many, isInput: false);
        AnalyzeKey(part, reading.Input.Selector, reading.Input.Many, isInput: true);
        foreach (var selector in reading.Input.Rows.Filters.Concat(new[] { reading.Weight, reading.Time }))
            if (selector is not null && NatureReader.Irreproducible(selector) is var source and not AmbientSource.None)
                part.Report(IndependentContext, selector, part.Name, Brief(selector), Irreproducible(source));
    }

    private static void AnalyzeKey(DeclaredPart part, SelectorReading selector, bool many, bool isInput)
    {
        var (nature, source) = NatureReader.Of(selector, many);
        var sentence = nature switch
        {
            Nature.Constant when isInput => "is the same for every event, and one single input has no function but the constant: there is nothing to learn. Use the key of what gets a vector",
            Nature.Constant => "is the same for every event, so it is independent of the input: every singular value but the trivial one is zero. " + Remedy(part),
            Nature.Drawn when isInput => "is drawn anew for every event, whatever the event is, so the input is independent of its context. Use the key of what gets a vector",
            Nature.Drawn => "is drawn anew for every event, whatever the event is, so it is independent of the input: what the counts show is chance. " + Remedy(part),
            Nature.Irreproducible => Irreproducible(source),
            _ => null,
        };
        if (sentence is not null) part.Report(IndependentContext, selector, part.Name, Brief(selector), sentence);
    }

    private static string Remedy(DeclaredPart part) =>
        part.IsMixed ? "Remove this part of the mix, or use a key that differs between inputs" : "Use a key that differs between inputs";

    private static string Irreproducible(AmbientSource source) => source switch
    {
        AmbientSource.Clock => "reads the clock, so two runs over the same rows learn different things. Take the time from the row; for forgetting, use Time(…, halfLife), which counts from the latest row",
        AmbientSource.ProcessHash => "is a hash that differs in every process, so two runs over the same rows have different keys. Use the value itself as the key",
        AmbientSource.FreshIdentifier => "makes a new identifier, so two runs over the same rows have different keys. Use an identifier that the row has",
        _ => "draws random numbers, so two runs over the same rows learn different things. Draw before learning, with a seed, and keep the result in the row",
    };

    private static string Brief(SelectorReading selector)
    {
        var text = string.Join(" ", selector.Text.Split(default(char[]), System.StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "…";
    }
}
