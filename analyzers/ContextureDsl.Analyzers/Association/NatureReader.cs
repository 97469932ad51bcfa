using System.Collections.Generic;
using System.Linq;
using ContextureDsl.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Analyzers.Association;

/// <summary>Proves what can be proved about a selector on its own. What cannot be told is unknown, and unknown is silence.</summary>
internal static class NatureReader
{
    /// <summary>The nature of what a selector gives.</summary>
    /// <param name="many">Whether the selector gives several values: then a literal list is a constant too.</param>
    public static Nature Of(SelectorReading selector, bool many)
    {
        if (selector is not { Lambda: { } lambda, Body: { } body } || ReadsParameter(body, lambda.Symbol)) return Nature.Unknown;
        if (IsMadeOf(body, draws: false, many)) return Nature.Constant;
        if (!IsMadeOf(body, draws: true, many)) return Nature.Unknown;
        return Evaluated(body).Any(operation => AmbientSources.Of(operation) != AmbientSource.None) ? Nature.Drawn : Nature.Constant;
    }

    /// <summary>What makes a selector differ between two runs over the same events; a draw from a generator that may have been seeded does not.</summary>
    public static AmbientSource Irreproducible(SelectorReading selector)
    {
        if (selector.Lambda is not { } lambda) return AmbientSource.None;
        foreach (var operation in Evaluated(lambda.Body))
        {
            var source = AmbientSources.Of(operation);
            if (source is AmbientSource.UnseededDraw or AmbientSource.Clock or AmbientSource.ProcessHash) return source;
            if (source == AmbientSource.FreshIdentifier && !IsFallback(operation, lambda)) return source;
        }
        return AmbientSource.None;
    }

    private static bool ReadsParameter(IOperation body, IMethodSymbol lambda) =>
        Evaluated(body).Any(operation => operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter.ContainingSymbol, lambda));

    /// <summary>What runs; the operand of nameof and its like does not.</summary>
    private static IEnumerable<IOperation> Evaluated(IOperation operation)
    {
        if (operation.ConstantValue.HasValue) yield break;
        yield return operation;
        foreach (var child in operation.ChildOperations)
            foreach (var inner in Evaluated(child)) yield return inner;
    }

    /// <summary>An identifier made up only where a row has none: each such row is then its own key, which is a meaning and the same in every run.</summary>
    private static bool IsFallback(IOperation operation, IAnonymousFunctionOperation lambda)
    {
        for (var inner = operation; inner.Parent is { } outer && outer != lambda; inner = outer)
            if ((outer is ICoalesceOperation coalesce && coalesce.WhenNull == inner) || (outer is IConditionalOperation conditional && conditional.Condition != inner) || outer is ISwitchExpressionArmOperation)
                return true;
        return false;
    }

    /// <summary>Whether an expression is put together from constants alone, or from constants, draws and the clock.</summary>
    private static bool IsMadeOf(IOperation operation, bool draws, bool many)
    {
        if (operation.ConstantValue.HasValue) return true;
        switch (operation)
        {
            case IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field }:
                return !many && !field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute");
            case ITypeOfOperation or IDefaultValueOperation:
                return !many;
            case IConversionOperation conversion:
                return conversion.OperatorMethod is null && IsMadeOf(conversion.Operand, draws, many);
            case ITupleOperation tuple:
                return tuple.Elements.All(element => IsMadeOf(element, draws, many: false));
            case IBinaryOperation { OperatorMethod: null } binary:
                return IsMadeOf(binary.LeftOperand, draws, many: false) && IsMadeOf(binary.RightOperand, draws, many: false);
            case IUnaryOperation { OperatorMethod: null } unary:
                return IsMadeOf(unary.Operand, draws, many: false);
            case IArrayCreationOperation { Initializer: { } initializer } when many:
                return initializer.ElementValues.All(element => IsMadeOf(element, draws, many: false));
            case ICollectionExpressionOperation collection when many:
                return collection.Elements.All(element => element is not ISpreadOperation && IsMadeOf(element, draws, many: false));
            case IObjectCreationOperation { Initializer: null } creation:
                return IsValue(creation) && creation.Arguments.All(argument => IsMadeOf(argument.Value, draws, many: false));
            case IInvocationOperation call when draws:
                return IsDraw(call) || IsOfDraws(call.Instance, call) && (SimpleTypes.IsFunction(call.TargetMethod) || IsTime(call.TargetMethod.ContainingType));
            case IPropertyReferenceOperation { Instance: null } property when draws:
                return AmbientSources.Of(property) == AmbientSource.Clock;
            case IPropertyReferenceOperation { Instance: { } instance } property when draws:
                return (SimpleTypes.IsFunction(property.Property) || IsTime(property.Property.ContainingType)) && IsMadeOf(instance, draws, many: false);
            default:
                return false;
        }
    }

    private static bool IsDraw(IInvocationOperation call) =>
        AmbientSources.Of(call) is AmbientSource.FreshIdentifier or AmbientSource.Draw or AmbientSource.UnseededDraw or AmbientSource.Clock && call.Arguments.All(argument => IsMadeOf(argument.Value, draws: true, many: false));

    /// <summary>Types whose members follow from the moment and the machine; the event has no part in either.</summary>
    private static bool IsTime(ITypeSymbol? type) => FrameworkNames.Of(type) is "System.DateTime" or "System.DateTimeOffset";

    private static bool IsOfDraws(IOperation? instance, IInvocationOperation call) =>
        (instance is null || IsMadeOf(instance, draws: true, many: false)) && call.Arguments.All(argument => IsMadeOf(argument.Value, draws: true, many: false));

    /// <summary>Whether a constructor only keeps its arguments: that of a plain record, or of a value of the framework.</summary>
    private static bool IsValue(IObjectCreationOperation creation) =>
        PlainRecord.IsMadeBy(creation) || FrameworkNames.Of(creation.Type) is "System.Guid" or "System.DateTime" or "System.DateOnly" or "System.TimeSpan" or "System.DateTimeOffset" or "System.TimeOnly";
}
