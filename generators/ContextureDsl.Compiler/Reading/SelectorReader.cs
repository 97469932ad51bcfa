using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Reads the arguments of a step.</summary>
public static class SelectorReader
{
    /// <summary>The selector; null where the argument is a delegate that is held somewhere, so that its code is not in view.</summary>
    internal static SelectorReading? Read(IInvocationOperation call, int ordinal, ITypeSymbol row, ITypeSymbol result, TypeMap types)
    {
        if (Argument(call, ordinal) is not { } argument || TextOf(call, argument) is not { } text) return null;
        var target = Target(argument.Value);
        var lambda = target as IAnonymousFunctionOperation;
        var method = target as IMethodReferenceOperation;
        if (lambda is null && method is null) return null;
        return new()
        {
            Text = text,
            Row = row,
            Result = result,
            Syntax = target!.Syntax,
            Lambda = lambda,
            Method = method,
            Body = lambda is null ? null : ReturnedBy(lambda),
            Captures = lambda is not null ? CapturesOf(lambda) : method!.Instance is null || method.Method.MethodKind == MethodKind.LocalFunction ? [] : [method.Method.Name],
            Generic = !types.IsEmpty,
        };
    }

    /// <summary>The argument for the parameter at an ordinal, wherever it is written.</summary>
    public static IArgumentOperation? Argument(IInvocationOperation call, int ordinal) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal);

    /// <summary>The text that the compiler passes for an argument: it stands in the operation tree as the value of the parameter that asks for it.</summary>
    private static string? TextOf(IInvocationOperation call, IArgumentOperation argument)
    {
        foreach (var candidate in call.Arguments)
        {
            if (candidate.Parameter is not { } parameter || ExpressionParameter(parameter) != argument.Parameter?.Name) continue;
            return candidate.Value.ConstantValue is { HasValue: true, Value: string text } ? text : null;
        }
        return null;
    }

    private static string? ExpressionParameter(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
            if (attribute is { AttributeClass.Name: "CallerArgumentExpressionAttribute", ConstructorArguments: [{ Value: string name }] }) return name;
        return null;
    }

    private static IOperation? Target(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation conversion: value = conversion.Operand; break;
                case IDelegateCreationOperation creation: value = creation.Target; break;
                case IAnonymousFunctionOperation or IMethodReferenceOperation: return value;
                default: return null;
            }
        }
    }

    private static IOperation? ReturnedBy(IAnonymousFunctionOperation lambda) =>
        lambda.Body.Operations is [IReturnOperation { ReturnedValue: { } value }] ? value : null;

    private static ImmutableArray<string> CapturesOf(IAnonymousFunctionOperation lambda)
    {
        var own = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in lambda.DescendantsAndSelf())
        {
            if (operation is IAnonymousFunctionOperation inner) own.UnionWith(inner.Symbol.Parameters);
            if (operation is ILocalFunctionOperation function) own.UnionWith(function.Symbol.Parameters);
        }
        var captures = ImmutableArray.CreateBuilder<string>();
        foreach (var operation in lambda.Body.Descendants())
            if (CaptureOf(operation, lambda, own) is { } name && !captures.Contains(name)) captures.Add(name);
        return captures.ToImmutable();
    }

    private static string? CaptureOf(IOperation operation, IAnonymousFunctionOperation lambda, HashSet<ISymbol> own) => operation switch
    {
        ILocalReferenceOperation { ConstantValue.HasValue: false } local when !lambda.Syntax.Span.Contains(DeclarationOf(local.Local, lambda)) => local.Local.Name,
        IParameterReferenceOperation parameter when !own.Contains(parameter.Parameter) => parameter.Parameter.Name,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self => self.Parent switch
        {
            IMemberReferenceOperation member => member.Member.Name,
            IInvocationOperation call => call.TargetMethod.Name,
            _ => "this",
        },
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction, IsStatic: false } function } when !lambda.Syntax.Span.Contains(DeclarationOf(function, lambda)) => function.Name,
        _ => null,
    };

    private static Microsoft.CodeAnalysis.Text.TextSpan DeclarationOf(ISymbol symbol, IOperation lambda) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && reference.SyntaxTree == lambda.Syntax.SyntaxTree ? reference.Span : default;
}
