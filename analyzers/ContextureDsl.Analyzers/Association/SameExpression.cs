using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Analyzers.Association;

/// <summary>Whether two expressions of two lambdas over the same row say the same: member paths, operators, constants and functions of the framework.</summary>
internal static class SameExpression
{
    public static bool Holds(IOperation one, IOperation other)
    {
        if (!SymbolEqualityComparer.Default.Equals(one.Type, other.Type)) return false;
        if (one.ConstantValue is { HasValue: true, Value: var value }) return other.ConstantValue is { HasValue: true, Value: var otherValue } && Equals(value, otherValue);
        return (one, other) switch
        {
            (IParameterReferenceOperation a, IParameterReferenceOperation b) => IsRow(a) && IsRow(b) && a.Parameter.Ordinal == b.Parameter.Ordinal,
            (IFieldReferenceOperation a, IFieldReferenceOperation b) => SameMember(a, b) && (!a.Field.IsStatic || a.Field.IsReadOnly),
            (IPropertyReferenceOperation a, IPropertyReferenceOperation b) => SameMember(a, b) && a.Instance is not null && AmbientSources.Of(a) == AmbientSource.None && All(a.Arguments, b.Arguments),
            (IArrayElementReferenceOperation a, IArrayElementReferenceOperation b) => Holds(a.ArrayReference, b.ArrayReference) && All(a.Indices, b.Indices),
            (IConversionOperation a, IConversionOperation b) => a.OperatorMethod is null && b.OperatorMethod is null && a.IsTryCast == b.IsTryCast && Holds(a.Operand, b.Operand),
            (IBinaryOperation a, IBinaryOperation b) => a.OperatorMethod is null && a.OperatorKind == b.OperatorKind && Holds(a.LeftOperand, b.LeftOperand) && Holds(a.RightOperand, b.RightOperand),
            (IUnaryOperation a, IUnaryOperation b) => a.OperatorMethod is null && a.OperatorKind == b.OperatorKind && Holds(a.Operand, b.Operand),
            (ICoalesceOperation a, ICoalesceOperation b) => Holds(a.Value, b.Value) && Holds(a.WhenNull, b.WhenNull),
            (ITupleOperation a, ITupleOperation b) => All(a.Elements, b.Elements),
            (IObjectCreationOperation a, IObjectCreationOperation b) => PlainRecord.IsMadeBy(a) && PlainRecord.IsMadeBy(b) && All(a.Arguments, b.Arguments),
            (IInvocationOperation a, IInvocationOperation b) =>
                SymbolEqualityComparer.Default.Equals(a.TargetMethod, b.TargetMethod) && SimpleTypes.IsFunction(a.TargetMethod) && SameInstance(a.Instance, b.Instance) && All(a.Arguments, b.Arguments),
            _ => false,
        };
    }

    /// <summary>A parameter of a lambda; parameters of anything else are captured and may change.</summary>
    private static bool IsRow(IParameterReferenceOperation reference) => reference.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction };

    private static bool SameMember(IMemberReferenceOperation a, IMemberReferenceOperation b) =>
        SymbolEqualityComparer.Default.Equals(a.Member, b.Member) && SameInstance(a.Instance, b.Instance);

    private static bool SameInstance(IOperation? one, IOperation? other) => one is null ? other is null : other is not null && Holds(one, other);

    private static bool All<T>(ImmutableArray<T> one, ImmutableArray<T> other) where T : IOperation
    {
        if (one.Length != other.Length) return false;
        for (var i = 0; i < one.Length; i++)
            if (!HoldsElement(one[i], other[i])) return false;
        return true;
    }

    private static bool HoldsElement(IOperation one, IOperation other) =>
        one is IArgumentOperation a && other is IArgumentOperation b ? Holds(a.Value, b.Value) : Holds(one, other);
}
