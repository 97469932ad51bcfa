using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ContextureDsl.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Analyzers.Association;

/// <summary>
/// Proves that the context variable determines the input, X = f(A). Then E[g(X)|A] = g(X) for every g: T* is an isometry on L²(P_X), and every singular value is one.
/// The other direction, A = f(X), is a label: it bounds the rank and is never reported.
/// </summary>
internal sealed class Determination
{
    private readonly List<IOperation> recovered = [];

    private Determination(IOperation variable) => Recover(variable);

    /// <summary>Whether the value of one lambda's body fixes that of the other's, both over the same row.</summary>
    public static bool Holds(IOperation variable, IOperation input) => new Determination(variable).Fixes(input);

    /// <summary>Collects the expressions whose values can be read back from the key, seeing through injective conversions and into composites.</summary>
    private void Recover(IOperation operation)
    {
        recovered.Add(operation);
        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null, IsTryCast: false } conversion when IsInjective(conversion):
                Recover(conversion.Operand);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements) Recover(element);
                break;
            case IAnonymousObjectCreationOperation anonymous:
                foreach (var initializer in anonymous.Initializers)
                    if (initializer is ISimpleAssignmentOperation assignment) Recover(assignment.Value);
                break;
            case IObjectCreationOperation { Type: INamedTypeSymbol record, Initializer: null } creation when RecordEquality.IsSynthesised(record):
                foreach (var argument in creation.Arguments)
                    if (Keeps(record, creation, argument)) Recover(argument.Value);
                break;
            case IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } call when HasInjectiveText(instance.Type) && call.Arguments.All(argument => FrameworkNames.Of(argument.Parameter?.Type) == "System.IFormatProvider"):
                Recover(instance);
                break;
            case IInterpolatedStringOperation text when Hole(text) is { } hole:
                Recover(hole);
                break;
            case IBinaryOperation { OperatorMethod: null, IsLifted: false } binary when OnlyVarying(binary) is { } operand:
                Recover(operand);
                break;
            case IUnaryOperation { OperatorMethod: null, IsLifted: false } unary when SimpleTypes.IsIntegral(unary.Type) || unary.Type?.SpecialType == SpecialType.System_Boolean:
                Recover(unary.Operand);
                break;
        }
    }

    private bool Fixes(IOperation input)
    {
        if (recovered.Any(known => SameExpression.Holds(known, input))) return true;
        return input switch
        {
            ITupleOperation tuple => tuple.Elements.All(FixesOrConstant),
            IObjectCreationOperation { Arguments.IsEmpty: false } creation => PlainRecord.IsMadeBy(creation) && creation.Arguments.All(argument => FixesOrConstant(argument.Value)),
            IMemberReferenceOperation { Instance: { Type: INamedTypeSymbol owner } instance } member when IsComponent(owner, member.Member) => Fixes(instance),
            _ => IsValue(input.Type) && IsComputed(input),
        };
    }

    /// <summary>Whether a value is computed from fixed ones alone, by operators and by functions of the framework.</summary>
    private bool IsComputed(IOperation input) => input switch
    {
        IConversionOperation { OperatorMethod: null, IsTryCast: false } conversion => IsFunctionOf(conversion.Operand),
        IPropertyReferenceOperation { Instance: { } instance } property when SimpleTypes.IsFunction(property.Property) =>
            (IsFunctionOf(instance) || (FrameworkNames.Of(instance.Type) == "System.DateTime" && Fixes(instance))) && property.Arguments.All(argument => IsConstantOrFunction(argument.Value)),
        IInvocationOperation { Instance: { } instance } call when SimpleTypes.IsFunction(call.TargetMethod) =>
            IsFunctionOf(instance) && call.Arguments.All(argument => IsConstantOrFunction(argument.Value)),
        IInvocationOperation { Instance: null } call when SimpleTypes.IsFunction(call.TargetMethod) =>
            call.Arguments.All(argument => IsConstantOrFunction(argument.Value)) && call.Arguments.Any(argument => IsFunctionOf(argument.Value)),
        IBinaryOperation { OperatorMethod: null } binary => IsConstantOrFunction(binary.LeftOperand) && IsConstantOrFunction(binary.RightOperand),
        IUnaryOperation { OperatorMethod: null } unary => IsFunctionOf(unary.Operand),
        _ => false,
    };

    /// <summary>A type whose values, computed twice from the same, are equal keys; two arrays of the same content are not.</summary>
    private static bool IsValue(ITypeSymbol? type) =>
        SimpleTypes.IsSimple(type) || type?.SpecialType is SpecialType.System_Object or SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal or SpecialType.System_DateTime;

    private bool FixesOrConstant(IOperation operation) => operation.ConstantValue.HasValue || Fixes(operation);

    /// <summary>Whether a value is fixed and of a type whose equal values are indistinguishable, so that anything computed from it is fixed as well.</summary>
    private bool IsFunctionOf(IOperation operation) => SimpleTypes.IsSimple(operation.Type) && Fixes(operation);

    private bool IsConstantOrFunction(IOperation operation) =>
        operation.ConstantValue.HasValue || (operation is IConversionOperation { OperatorMethod: null } conversion ? IsConstantOrFunction(conversion.Operand) : IsFunctionOf(operation));

    /// <summary>Whether equality of the owner includes equality of this member: an element of a tuple, a field of a record with the compiler's equality.</summary>
    private static bool IsComponent(INamedTypeSymbol owner, ISymbol member) => member switch
    {
        IFieldSymbol { IsStatic: false } => owner.IsTupleType || RecordEquality.IsSynthesised(owner),
        IPropertySymbol { IsStatic: false, IsIndexer: false, IsVirtual: false, IsOverride: false } property =>
            RecordEquality.IsSynthesised(owner) && SymbolEqualityComparer.Default.Equals(property.ContainingType, owner) && RecordEquality.IsAuto(property),
        _ => false,
    };

    /// <summary>Whether a constructor argument is kept, as it is, in a property that equality compares.</summary>
    private static bool Keeps(INamedTypeSymbol record, IObjectCreationOperation creation, IArgumentOperation argument)
    {
        if (argument.Parameter is not { } parameter || creation.Constructor is not { } constructor) return false;
        foreach (var member in record.GetMembers(parameter.Name))
            if (member is IPropertySymbol property && property.DeclaringSyntaxReferences.Length == 1 && parameter.DeclaringSyntaxReferences.Length == 1
                && property.DeclaringSyntaxReferences[0].Span == parameter.DeclaringSyntaxReferences[0].Span && property.DeclaringSyntaxReferences[0].SyntaxTree == parameter.DeclaringSyntaxReferences[0].SyntaxTree)
                return SymbolEqualityComparer.Default.Equals(constructor.ContainingType, record);
        return false;
    }

    private static bool IsInjective(IConversionOperation conversion)
    {
        var (from, to) = (conversion.Operand.Type, conversion.Type);
        if (from is null || to is null) return false;
        if (SymbolEqualityComparer.Default.Equals(from, to)) return true;
        if (to is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: var wrapped }) return SymbolEqualityComparer.Default.Equals(wrapped[0], from);
        if (to.SpecialType == SpecialType.System_Object) return SimpleTypes.IsSimple(from);
        var bits = SimpleTypes.BitsOf(from);
        return bits > 0 && to.SpecialType switch
        {
            SpecialType.System_Single => bits <= 16,
            SpecialType.System_Double => bits <= 32,
            SpecialType.System_Decimal => true,
            _ => SimpleTypes.BitsOf(to) >= bits,
        };
    }

    /// <summary>Types whose ToString, in any culture, gives different texts for different values.</summary>
    private static bool HasInjectiveText(ITypeSymbol? type) =>
        type is not { TypeKind: TypeKind.Enum } && (SimpleTypes.IsIntegral(type) || type?.SpecialType is SpecialType.System_Boolean or SpecialType.System_String || FrameworkNames.Of(type) == "System.Guid");

    /// <summary>The one expression in an interpolated string whose other pieces are fixed.</summary>
    private static IOperation? Hole(IInterpolatedStringOperation text)
    {
        var holes = text.Parts.OfType<IInterpolationOperation>().ToImmutableArray();
        return holes.Length == 1 && holes[0] is { Alignment: null, FormatString: null, Expression: { } hole } && HasInjectiveText(hole.Type) ? hole : null;
    }

    /// <summary>The operand of an operation with a constant that can be undone: an integer moved by a constant, a text with a fixed piece put before or after.</summary>
    private static IOperation? OnlyVarying(IBinaryOperation binary)
    {
        var varying = binary.RightOperand.ConstantValue.HasValue ? binary.LeftOperand : binary.LeftOperand.ConstantValue.HasValue ? binary.RightOperand : null;
        if (varying is null) return null;
        if (SimpleTypes.IsIntegral(binary.Type) && binary.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.ExclusiveOr) return varying;
        if (binary.Type?.SpecialType != SpecialType.System_String || binary.OperatorKind != BinaryOperatorKind.Add) return null;
        var piece = varying is IConversionOperation { IsImplicit: true, OperatorMethod: null } boxed ? boxed.Operand : varying;
        return HasInjectiveText(piece.Type) ? piece : null;
    }
}
