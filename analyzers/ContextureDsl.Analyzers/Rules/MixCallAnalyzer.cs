using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using ContextureDsl.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Analyzers.Rules;

/// <summary>CTX3004 to CTX3007: what can be said of a mix from its call alone, wherever it is written.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MixCallAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Weights that sum to one up to this are meant to.</summary>
    private const double Tolerance = 1e-6;

    public static readonly DiagnosticDescriptor WeightIsNoShare = Rule.Usage(
        RuleIds.WeightIsNoShare, "Weight of a mix is no share", "{0}: {1}", DiagnosticSeverity.Error,
        "Weights are shares: finite, not negative, and not all zero. The library refuses others when the declaration is made.");

    public static readonly DiagnosticDescriptor EmptyMix = Rule.Usage(
        RuleIds.EmptyMix, "Mix has no part", "{0} has no part: give it at least one context, usually two or more", DiagnosticSeverity.Error,
        "There is nothing to learn from no context, and the library refuses it when the declaration is made.");

    public static readonly DiagnosticDescriptor UnnormalisedWeights = Rule.Usage(
        RuleIds.UnnormalisedWeights, "Weights of a mix do not sum to one", "The weights of {0} sum to {1}; they are divided by their sum, so the shares are {2}", DiagnosticSeverity.Info,
        "Weights are shares and are divided by their sum. Weights below one whose sum misses one look like shares that were miscounted.");

    public static readonly DiagnosticDescriptor MixOfOne = Rule.Usage(
        RuleIds.MixOfOne, "Mix has one part", "{0} has one part, whose share is 1 whatever its weight: it is that part", DiagnosticSeverity.Info,
        "A mix of one context is that context.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(WeightIsNoShare, EmptyMix, UnnormalisedWeights, MixOfOne);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Of(start.Compilation)?.Mix is { } mix) start.RegisterOperationAction(operation => Analyze(operation, mix), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol mix)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, mix) || MixArguments.Elements(call) is not { } elements) return;
        var name = $"Mix.{call.TargetMethod.Name}";
        var place = call.Syntax is InvocationExpressionSyntax invocation ? invocation.Expression : call.Syntax;
        if (elements.Count == 0) context.ReportDiagnostic(Diagnostic.Create(EmptyMix, place.GetLocation(), name));
        if (elements.Count == 1) context.ReportDiagnostic(Diagnostic.Create(MixOfOne, place.GetLocation(), OnlyContext(elements[0]), name));
        AnalyzeWeights(context, name, place, [.. elements.Select(element => WeightOf(element))]);
    }

    private static void AnalyzeWeights(OperationAnalysisContext context, string name, SyntaxNode place, IReadOnlyList<IOperation?> weights)
    {
        var isRefused = false;
        for (var i = 0; i < weights.Count; i++)
        {
            if (weights[i] is not { } weight || ConstantNumber.Of(weight) is not { } value || (value >= 0 && !double.IsInfinity(value))) continue;
            isRefused = true;
            var what = string.Format(CultureInfo.InvariantCulture, "part {0} of {1} has the weight {2}, and weights are shares: finite and not negative; correct it, or leave the part out", i + 1, weights.Count, value);
            context.ReportDiagnostic(Diagnostic.Create(WeightIsNoShare, weight.Syntax.GetLocation(), name, what));
        }
        var values = weights.Select(weight => weight is null ? null : ConstantNumber.Of(weight)).ToList();
        if (isRefused || values.Count == 0 || values.Contains(null)) return;
        var total = values.Sum()!.Value;
        if (!(total > 0) || double.IsInfinity(total)) context.ReportDiagnostic(Diagnostic.Create(WeightIsNoShare, place.GetLocation(), name, WrongSum(total)));
        else if (values.Count > 1 && values.All(value => value < 1) && !(System.Math.Abs(total - 1) <= Tolerance)) ReportShares(context, name, place, weights, total);
    }

    private static string WrongSum(double total) =>
        string.Format(CultureInfo.InvariantCulture, "the weights sum to {0}, and as shares they need a sum that is positive and finite; give at least one part a positive weight", total);

    /// <summary>The other locations are those of the weights, for a fix.</summary>
    private static void ReportShares(OperationAnalysisContext context, string name, SyntaxNode place, IReadOnlyList<IOperation?> weights, double total)
    {
        var shares = weights.Select(weight => ConstantNumber.Of(weight!)!.Value / total).ToList();
        var properties = ImmutableDictionary<string, string?>.Empty.Add(SharesProperty, string.Join(";", shares.Select(share => share.ToString("R", CultureInfo.InvariantCulture))));
        var said = string.Join(", ", shares.Select(share => share.ToString("0.####", CultureInfo.InvariantCulture)));
        context.ReportDiagnostic(Diagnostic.Create(
            UnnormalisedWeights, place.GetLocation(), weights.Select(weight => weight!.Syntax.GetLocation()), properties, name, total.ToString("0.######", CultureInfo.InvariantCulture), said));
    }

    /// <summary>The property of a diagnostic that holds the shares, in the order of its other locations.</summary>
    public const string SharesProperty = "shares";

    private static IOperation? WeightOf(IOperation element) => MixArguments.Peeled(element) is ITupleOperation { Elements.Length: 2 } pair ? pair.Elements[0] : null;

    /// <summary>The context of a part, for a fix; nothing where a name stands for a pair of weight and context.</summary>
    private static ImmutableArray<Location> OnlyContext(IOperation element) => MixArguments.Peeled(element) switch
    {
        ITupleOperation { Elements.Length: 2 } pair => ImmutableArray.Create(pair.Elements[1].Syntax.GetLocation()),
        { Type.IsTupleType: true } => ImmutableArray<Location>.Empty,
        var context => ImmutableArray.Create(context.Syntax.GetLocation()),
    };
}
