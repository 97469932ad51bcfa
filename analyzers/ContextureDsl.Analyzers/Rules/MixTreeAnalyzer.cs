using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ContextureDsl.Analyzers.Association;
using ContextureDsl.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ContextureDsl.Analyzers.Rules;

/// <summary>CTX1004, CTX1005, CTX3008 and CTX3009: what can be said of a mix once it is known what its parts are.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MixTreeAnalyzer : ReadingAnalyzer
{
    public static readonly DiagnosticDescriptor IndependentFactor = Rule.Association(
        RuleIds.IndependentFactor, "Convolution with a context that says nothing about the input", "Convolution of '{0}': its factor `{1}` is the same for every event, so nothing but the constant function goes through it and the spectrum is 0. Leave the factor out, or use a key that differs between inputs",
        "If A is independent of X, TT* is the projection to the constant function, and so is every product with it.");

    public static readonly DiagnosticDescriptor IdentityFactor = Rule.Association(
        RuleIds.IdentityFactor, "Convolution goes through the identity", "Convolution of '{0}': `{1}` determines the input and has every input of the mix, so every input comes back to itself through it and this factor changes nothing. Leave it out, or go through a context that different inputs share",
        "If X is a function of A, E[g(X)|A] = g(X) for every g, so TT* is the identity on what the context sees, and a product with it is the other factor. Reported only where the context has every input of the mix: an input that it never saw is independent of it, and does not come back.");

    public static readonly DiagnosticDescriptor RepeatedPart = Rule.Usage(
        RuleIds.RepeatedPart, "Part stands in a mix several times", "'{0}': {1} has this part {2} times; it is learnt once, and its weights are added", DiagnosticSeverity.Info,
        "w T + v T = (w + v) T, and so for TT*: equal parts of a mix are one with the sum of their weights.");

    public static readonly DiagnosticDescriptor InnerMinMax = Rule.Usage(
        RuleIds.InnerMinMax, "Weights are learnt within another mix", "'{0}': Mix.MinMax stands within another mix, but its weights are learnt from the functions of the whole; make it the outermost mix, or use Mix.Convex with declared weights here", DiagnosticSeverity.Error,
        "The min-max rule looks at how much of each part the functions of the whole capture, so that its mix must be the whole, or a part of Mix.Concatenate. The library refuses others when the declaration is made.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(IndependentFactor, IdentityFactor, RepeatedPart, InnerMinMax);

    private protected override void Analyze(DeclarationReading reading, string declaration, Action<Diagnostic> report)
    {
        if (reading.Tree is not { } tree) return;
        var reported = new HashSet<(string, Location)>();
        Visit(tree, isOutermost: true, within: null, IsIdentity, (mix, descriptor, location, arguments) =>
        {
            if (IsAnotherDeclaration(mix.Site, mix.Call)) return;
            var place = mix.Site ?? location;
            // The other location is where a fix may change something: only where the mix is written in the declaration itself.
            if (reported.Add((descriptor.Id, place))) report(Diagnostic.Create(descriptor, place, mix.Site is null ? [location] : [], [declaration, .. arguments]));
        });

        bool IsIdentity(PartReading part) => reading.Model is not { HasMinimumCount: true } && PartLaw.IsIdentity(part) && PartLaw.HasEveryInput(part, reading.Parts);
    }

    private delegate void Report(MixReading mix, DiagnosticDescriptor descriptor, Location location, params string[] arguments);

    private static void Visit(NodeReading node, bool isOutermost, CombinationReading? within, Func<PartReading, bool> isIdentity, Report report)
    {
        if (node is ConvolveReading convolution) AnalyzeFactors(convolution, isIdentity, report);
        if (node is ConvexReading { IsLearnt: true } minMax && !isOutermost) report(minMax, InnerMinMax, minMax.Call.Syntax.GetLocation());
        var combination = node as CombinationReading;
        if (combination is not null && !IsFlattened(combination, within)) AnalyzeRepetition(combination, report);
        foreach (var child in node.Children) Visit(child, node is ConcatenationReading, combination, isIdentity, report);
    }

    private static void AnalyzeFactors(ConvolveReading convolution, Func<PartReading, bool> isIdentity, Report report)
    {
        for (var i = 0; i < convolution.Factors.Length; i++)
        {
            if (convolution.Factors[i] is not PartReading part) continue;
            var location = (SelectorReader.Argument(convolution.Call, i)?.Syntax ?? convolution.Call.Syntax).GetLocation();
            if (PartLaw.IsIndependent(part)) report(convolution, IndependentFactor, location, DeclaredPart.Brief(part.Main));
            else if (i < convolution.Factors.Length - 1 && isIdentity(part)) report(convolution, IdentityFactor, location, DeclaredPart.Brief(part.Main));
        }
    }

    private static void AnalyzeRepetition(CombinationReading combination, Report report)
    {
        var seen = new List<NodeReading>();
        var parts = Flattened(combination).ToList();
        foreach (var (part, holder) in parts)
        {
            var context = part.Context;
            if (seen.Count(context.IsSameContext) == 1)
                report(holder, RepeatedPart, part.Syntax.GetLocation(), $"Mix.{combination.Call.TargetMethod.Name}", Times(parts.Count(other => context.IsSameContext(other.Part.Context))));
            seen.Add(context);
        }
    }

    private static string Times(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The parts of a mix with those of mixes of its kind within it, whose weights are multiplied; each with the mix that it is written in.</summary>
    private static IEnumerable<(WeighedReading Part, CombinationReading Holder)> Flattened(CombinationReading combination) =>
        combination.Parts.SelectMany(part => part.Context is CombinationReading inner && IsFlattened(inner, combination) ? Flattened(inner) : [(part, combination)]);

    private static bool IsFlattened(CombinationReading combination, CombinationReading? within) =>
        within is not null && combination.GetType() == within.GetType() && combination is not ConvexReading { IsLearnt: true };
}
