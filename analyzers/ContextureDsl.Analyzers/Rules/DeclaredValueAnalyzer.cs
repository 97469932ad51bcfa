using System;
using System.Collections.Immutable;
using System.Globalization;
using ContextureDsl.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Analyzers.Rules;

/// <summary>
/// CTX3003 and CTX1003: a constant that the library will refuse, or that is allowed and leaves nothing to learn. What a number may be stands on the parameter itself, in
/// <c>InRangeAttribute</c>, so a new kind of context needs no rule of its own.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclaredValueAnalyzer : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor ValueOutOfRange = Rule.Usage(
        RuleIds.ValueOutOfRange, "Value is outside of its range", "{0}({1}: {2}): {3}", DiagnosticSeverity.Error,
        "The number has no meaning where it stands, such as a probability above one, and the library refuses it when the declaration is made.");

    public static readonly DiagnosticDescriptor DegenerateStrength = Rule.Association(
        RuleIds.DegenerateStrength, "Strength leaves nothing to learn", "{0}({1}: {2}): {3}",
        "At the end of its range the strength of a context makes A independent of X, or the same as X: the spectrum is 1, 0, 0, … or flat, and no function is preferred.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ValueOutOfRange, DegenerateStrength);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Of(start.Compilation) is not { Events: { } events, InRangeAttribute: { } range }) return;
            start.RegisterOperationAction(operation => Analyze(operation, events.ContainingAssembly, range), OperationKind.Argument);
        });
    }

    private static void Analyze(OperationAnalysisContext context, IAssemblySymbol library, INamedTypeSymbol rangeAttribute)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Parameter is not { } parameter || !SymbolEqualityComparer.Default.Equals(parameter.ContainingAssembly, library)) return;
        if (argument.ArgumentKind == ArgumentKind.DefaultValue || ConstantNumber.Of(argument.Value) is not { } number) return;
        foreach (var attribute in parameter.OriginalDefinition.GetAttributes())
        {
            if (!SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, rangeAttribute)) continue;
            if (attribute.ConstructorArguments.Length != 2 || attribute.ConstructorArguments[0].Value is not double least || attribute.ConstructorArguments[1].Value is not double most) return;
            var (rule, what) = Judge(argument.Value, number, least, most, attribute);
            if (rule is not null) context.ReportDiagnostic(Diagnostic.Create(rule, argument.Value.Syntax.GetLocation(), parameter.ContainingSymbol.Name, parameter.Name, argument.Value.Syntax.ToString(), what));
        }
    }

    private static (DiagnosticDescriptor? Rule, string What) Judge(IOperation value, double number, double least, double most, AttributeData range)
    {
        if (IsTruncated(value)) return (ValueOutOfRange, string.Format(CultureInfo.InvariantCulture, "a whole number divided by a whole number is a whole number, here {0}; write one of the two with a point, such as 15 / 100.0", number));
        var inside = (Flag(range, "AboveLeast") ? number > least : number >= least) && (Flag(range, "BelowMost") ? number < most : number <= most);
        if (!inside) return (ValueOutOfRange, $"it is {Bounds(range, least, most)}, and other values are refused when the declaration is made");
        if (number == least && Text(range, "LeastMeans") is { } weak) return (DegenerateStrength, weak);
        return number == most && Text(range, "MostMeans") is { } strong ? (DegenerateStrength, strong) : (null, "");
    }

    private static string Bounds(AttributeData range, double least, double most)
    {
        var from = string.Format(CultureInfo.InvariantCulture, Flag(range, "AboveLeast") ? "above {0}" : "at least {0}", least);
        return double.IsInfinity(most) || most == int.MaxValue
            ? $"{from}{(double.IsInfinity(most) ? " and finite" : "")}"
            : string.Format(CultureInfo.InvariantCulture, Flag(range, "BelowMost") ? "{0} and below {1}" : "{0} and at most {1}", from, most);
    }

    /// <summary>A quotient of whole numbers that lost its fraction on the way to a double.</summary>
    private static bool IsTruncated(IOperation value) =>
        value is IConversionOperation { Type.SpecialType: SpecialType.System_Double, Operand: IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient } &&
        ConstantNumber.Of(quotient.LeftOperand) is { } dividend && ConstantNumber.Of(quotient.RightOperand) is { } divisor && ConstantNumber.Of(value) is { } result && dividend / divisor != result;

    private static bool Flag(AttributeData attribute, string name) => Named(attribute, name) is true;

    private static string? Text(AttributeData attribute, string name) => Named(attribute, name) as string;

    private static object? Named(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
            if (argument.Key == name) return argument.Value.Value;
        return null;
    }
}
