using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>
/// Writes the body of a selector as C# that means the same anywhere inside the declaring type: over the identifier <c>row</c>, every name fully qualified.
/// The set of expressions is closed; whatever is not in it stays a delegate call, with the reason in <see cref="Reason"/>.
/// </summary>
/// <remarks>Every operand is printed with its static type unchanged, so implicit conversions and overload resolution come out as in the original.</remarks>
internal sealed class ExpressionPrinter
{
    private readonly Compilation compilation;
    private readonly INamedTypeSymbol declaring;
    private readonly TypeReader types;
    private readonly IParameterSymbol row;
    private bool inChecked;

    public ExpressionPrinter(Compilation compilation, INamedTypeSymbol declaring, TypeReader types, IParameterSymbol row)
    {
        this.compilation = compilation;
        this.declaring = declaring;
        this.types = types;
        this.row = row;
        inChecked = compilation.Options is CSharpCompilationOptions { CheckOverflow: true };
    }

    /// <summary>Why the last expression was not printed.</summary>
    public string? Reason { get; private set; }

    /// <summary>The expression, or null.</summary>
    public string? Print(IOperation operation)
    {
        if (Folded(operation) is { } folded) return folded;
        switch (operation)
        {
            case IConversionOperation conversion: return Conversion(conversion);
            case IParameterReferenceOperation parameter: return KnownSymbols.Same(parameter.Parameter, row) ? "row" : Refuse($"captures {parameter.Parameter.Name}");
            case ILiteralOperation literal: return Literal(literal);
            case IFieldReferenceOperation field: return Member(field, field.Field) ?? Constant(field);
            case IPropertyReferenceOperation property: return Property(property);
            case IBinaryOperation binary: return Binary(binary);
            case IUnaryOperation unary: return Unary(unary);
            case IInvocationOperation call: return Invocation(call);
            case IObjectCreationOperation creation: return Creation(creation);
            case ITupleOperation tuple: return List(tuple.Elements) is { } elements ? $"({elements})" : null;
            case ICollectionExpressionOperation { Type: IArrayTypeSymbol made } collection: return Array(collection, made, collection.Elements);
            case IArrayCreationOperation { Type: IArrayTypeSymbol made, Initializer: { } initializer } creation: return Array(creation, made, initializer.ElementValues);
            case IConditionalOperation { WhenFalse: { } otherwise } conditional: return Conditional(conditional, otherwise);
            case ICoalesceOperation coalesce: return Operand(coalesce.Value) is { } value && Operand(coalesce.WhenNull) is { } whenNull ? $"{value} ?? {whenNull}" : null;
            case IConditionalAccessOperation access: return Operand(access.Operation) is { } receiver && Print(access.WhenNotNull) is { } rest ? $"{receiver}?{rest}" : null;
            case IConditionalAccessInstanceOperation: return string.Empty;
            case IArrayElementReferenceOperation element: return Operand(element.ArrayReference) is { } array && List(element.Indices) is { } indices ? $"{array}[{indices}]" : null;
            case IDefaultValueOperation { Type: { } type }: return Type(type) is { } name ? $"default({name})" : null;
            case ITypeOfOperation typeOf: return Type(typeOf.TypeOperand) is { } operand ? $"typeof({operand})" : null;
            case IIsTypeOperation test: return Operand(test.ValueOperand) is { } tested && Type(test.TypeOperand) is { } against ? $"{tested} is {(test.IsNegated ? "not " : "")}{against}" : null;
            case IIsPatternOperation { Pattern: var pattern } match: return Operand(match.Value) is { } matched && Pattern(pattern) is { } form ? $"{matched} is {form}" : null;
            case IInterpolatedStringOperation { Type.SpecialType: SpecialType.System_String } text: return Interpolated(text);
            default: return Constant(operation) ?? Refuse(operation);
        }
    }

    /// <summary>The expression in parentheses where it is not one that can stand before a dot.</summary>
    private string? Operand(IOperation operation) => operation is IConversionOperation { IsImplicit: true } conversion ? Operand(conversion.Operand) : Folded(operation) ?? (Print(operation) is not { } text ? null : IsPrimary(operation) ? text : $"({text})");

    /// <summary>An operation on constants as the literal of its value, which needs no overflow context, or null. A null and a native integer have no literal of their own type.</summary>
    private string? Folded(IOperation operation) =>
        operation is IBinaryOperation or IUnaryOperation or IConversionOperation { IsImplicit: false }
        && operation is { ConstantValue: { HasValue: true, Value: not null }, Type: { SpecialType: not (SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_Object) } }
            ? Constant(operation)
            : null;

    private static bool IsPrimary(IOperation operation) => operation switch
    {
        IParameterReferenceOperation or ILiteralOperation or IMemberReferenceOperation or IInvocationOperation or ITupleOperation or IArrayElementReferenceOperation => true,
        IConditionalAccessInstanceOperation or IDefaultValueOperation or ITypeOfOperation or IObjectCreationOperation or ILocalReferenceOperation or IInterpolatedStringOperation => true,
        _ => false,
    };

    private string? Conversion(IConversionOperation conversion)
    {
        if (conversion.IsImplicit) return Print(conversion.Operand);
        if (conversion.Type is not { } type || Type(type) is not { } name) return null;
        if (conversion.IsTryCast) return Operand(conversion.Operand) is { } tried ? $"{tried} as {name}" : null;
        return Overflowing(conversion, conversion.Conversion is { IsIdentity: false, IsReference: false } && !IsDecimal(conversion.OperatorMethod),
            () => Operand(conversion.Operand) is { } operand ? $"({name}){operand}" : null);
    }

    private string? Literal(ILiteralOperation literal)
    {
        var kind = literal.Syntax.Kind();
        return kind is SyntaxKind.NumericLiteralExpression or SyntaxKind.CharacterLiteralExpression ? literal.Syntax.ToString() : Constant(literal);
    }

    private string? Constant(IOperation operation)
    {
        if (operation is not { ConstantValue: { HasValue: true, Value: var value } }) return null;
        if (value is null) return "null";
        if (operation.Type is not { } type || (type.TypeKind == TypeKind.Enum && !types.CanName(type))) return null;
        Reason = null;
        return CSharpLiteral.Of(value, type);
    }

    private string? Member(IMemberReferenceOperation reference, ISymbol member)
    {
        if (!IsReachable(member, reference.Instance)) return Refuse($"uses {member.Name}, which is out of reach here");
        if (member.IsStatic) return Type(member.ContainingType) is { } type ? $"{type}.{CSharpName.Escape(member.Name)}" : null;
        return reference.Instance is { } instance && Operand(instance) is { } receiver ? $"{receiver}.{CSharpName.Escape(member.Name)}" : null;
    }

    private string? Property(IPropertyReferenceOperation property)
    {
        if (property.Property is { GetMethod: { } getter } && !IsReachable(getter, property.Instance)) return Refuse($"uses {property.Property.Name}, which is out of reach here");
        if (property.Property.ReturnsByRef) return Refuse(property);
        if (!property.Property.IsIndexer) return Member(property, property.Property);
        return property.Instance is { } instance && Operand(instance) is { } receiver && Arguments(property.Arguments) is { } arguments ? $"{receiver}[{arguments}]" : null;
    }

    private string? Binary(IBinaryOperation binary)
    {
        if (Operator(binary.OperatorKind) is not { } symbol) return Refuse(binary);
        return Overflowing(binary, symbol is "+" or "-" or "*" or "/" && MayOverflow(binary.Type, binary.OperatorMethod),
            () => Operand(binary.LeftOperand) is { } left && Operand(binary.RightOperand) is { } right ? $"{left} {symbol} {right}" : null);
    }

    private string? Unary(IUnaryOperation unary)
    {
        var symbol = unary.OperatorKind switch
        {
            UnaryOperatorKind.Minus => "-",
            UnaryOperatorKind.Plus => "+",
            UnaryOperatorKind.Not => unary.Type?.SpecialType == SpecialType.System_Boolean ? "!" : "~",
            UnaryOperatorKind.BitwiseNegation => "~",
            _ => null,
        };
        if (symbol is null || unary.OperatorMethod is not null && unary.OperatorKind == UnaryOperatorKind.Not) return Refuse(unary);
        return Overflowing(unary, symbol == "-" && MayOverflow(unary.Type, unary.OperatorMethod),
            () => Operand(unary.Operand) is { } operand ? symbol + operand : null);
    }

    /// <summary>Keeps the overflow context of the original where it differs from the one around the printed text.</summary>
    private string? Overflowing(IOperation operation, bool mayOverflow, System.Func<string?> print)
    {
        if (!mayOverflow) return print();
        var isChecked = IsChecked(operation.Syntax);
        if (isChecked == inChecked) return print();
        var around = inChecked;
        inChecked = isChecked;
        var text = print();
        inChecked = around;
        return text is null ? null : $"{(isChecked ? "checked" : "unchecked")}({text})";
    }

    /// <summary>From the syntax, because an operation says it of the built-in operators between plain numbers only.</summary>
    private bool IsChecked(SyntaxNode syntax)
    {
        foreach (var around in syntax.Ancestors())
        {
            if (around is CheckedExpressionSyntax expression) return expression.IsKind(SyntaxKind.CheckedExpression);
            if (around is CheckedStatementSyntax statement) return statement.IsKind(SyntaxKind.CheckedStatement);
        }
        return compilation.Options is CSharpCompilationOptions { CheckOverflow: true };
    }

    /// <summary>Whole numbers, and types of the user, whose operators may come in a checked form.</summary>
    private static bool MayOverflow(ITypeSymbol? type, IMethodSymbol? method) => method is null ? IsIntegral(type) : !IsDecimal(method);

    private static bool IsDecimal(IMethodSymbol? method) => method?.ContainingType?.SpecialType == SpecialType.System_Decimal;

    /// <summary>
    /// Whether a call by name can only mean this method. A method group is chosen by its result too, and an extension among extensions only, so a call
    /// that is printed in their place may otherwise bind to another overload.
    /// </summary>
    public static bool IsOnlyCandidate(IMethodSymbol method, int arguments)
    {
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
            foreach (var other in type.GetMembers(method.Name).OfType<IMethodSymbol>())
                if (!SymbolEqualityComparer.Default.Equals(other.OriginalDefinition, method.OriginalDefinition) && Takes(other, arguments)) return false;
        return true;
    }

    private static bool Takes(IMethodSymbol method, int arguments) =>
        arguments >= method.Parameters.Count(parameter => !parameter.IsOptional && !parameter.IsParams)
        && (arguments <= method.Parameters.Length || method.Parameters.Any(parameter => parameter.IsParams));

    private string? Invocation(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.DelegateInvoke) || method.ReturnsByRef || method.ReturnsByRefReadonly || method.ContainingType is { IsExtension: true }) return Refuse(call);
        if (call.ConstrainedToType is not null || !IsReachable(method, call.Instance)) return Refuse($"calls {method.Name}, which is out of reach here");
        if (method.IsExtensionMethod && !IsOnlyCandidate(method, call.Arguments.Sum(Count))) return Refuse($"calls {method.Name}, which {method.ContainingType.Name} has several of");
        if (Arguments(call.Arguments) is not { } arguments || Name(method) is not { } name) return null;
        var receiver = method.IsStatic ? Type(method.ContainingType) : call.Instance is { } instance ? Operand(instance) : null;
        return receiver is null ? null : $"{receiver}.{name}({arguments})";
    }

    private string? Name(IMethodSymbol method)
    {
        if (method.TypeArguments.IsEmpty) return CSharpName.Escape(method.Name);
        var arguments = new List<string>();
        foreach (var argument in method.TypeArguments)
        {
            if (Type(argument) is not { } text) return null;
            arguments.Add(text);
        }
        return $"{CSharpName.Escape(method.Name)}<{string.Join(", ", arguments)}>";
    }

    private string? Creation(IObjectCreationOperation creation)
    {
        if (creation.Type is not INamedTypeSymbol { IsAnonymousType: false } type || Type(type) is not { } name) return creation.Type is null ? null : Refuse(creation);
        if (creation.Constructor is { } constructor && !compilation.IsSymbolAccessibleWithin(constructor, declaring)) return Refuse($"makes a {type.Name}, whose constructor is out of reach here");
        if (Arguments(creation.Arguments) is not { } arguments) return null;
        if (creation.Initializer is not { } initializer) return $"new {name}({arguments})";
        return Initializer(initializer) is { } members ? $"new {name}({arguments}) {{ {members} }}" : null;
    }

    /// <summary>An array of listed elements, whichever way it was written; elements keep the conversion to the type of the elements.</summary>
    private string? Array(IOperation operation, IArrayTypeSymbol array, IReadOnlyList<IOperation> elements)
    {
        if (!array.IsSZArray || array.ElementType is IArrayTypeSymbol || elements.Any(element => element is ISpreadOperation)) return Refuse(operation);
        if (Type(array.ElementType) is not { } element || List(elements) is not { } list) return null;
        return list.Length == 0 ? $"new {element}[0]" : $"new {element}[] {{ {list} }}";
    }

    private string? Initializer(IObjectOrCollectionInitializerOperation initializer)
    {
        var members = new List<string>();
        foreach (var step in initializer.Initializers)
        {
            if (step is not ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation } target } assignment) return Refuse(step);
            if (target is IPropertyReferenceOperation { Arguments.IsEmpty: false }) return Refuse(step);
            if (!IsReachable(target is IPropertyReferenceOperation { Property.SetMethod: { } setter } ? setter : target.Member, null)) return Refuse(step);
            if (Print(assignment.Value) is not { } value) return null;
            members.Add($"{CSharpName.Escape(target.Member.Name)} = {value}");
        }
        return string.Join(", ", members);
    }

    /// <summary>In the order and with the names of the original, so that they are evaluated in the same order.</summary>
    private string? Arguments(IReadOnlyList<IArgumentOperation> arguments)
    {
        var texts = new List<string>();
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.None } parameter) return Refuse(argument);
            switch (argument.ArgumentKind)
            {
                case ArgumentKind.DefaultValue when !IsCallerInfo(parameter):
                    continue;
                case ArgumentKind.ParamArray when argument.Value is IArrayCreationOperation { Initializer: { } initializer }:
                    if (List(initializer.ElementValues) is not { } elements) return null;
                    if (elements.Length > 0) texts.Add(elements);
                    continue;
                case ArgumentKind.ParamCollection when argument.Value is ICollectionExpressionOperation collection:
                    if (List(collection.Elements) is not { } items) return null;
                    if (items.Length > 0) texts.Add(items);
                    continue;
                case ArgumentKind.Explicit:
                    if (Listed(argument.Value) is not { } value) return null;
                    if (value.Length == 0) return Refuse(argument);
                    texts.Add(argument.Syntax is ArgumentSyntax { NameColon: not null } ? $"{CSharpName.Escape(parameter.Name)}: {value}" : value);
                    continue;
                default:
                    return Refuse(argument);
            }
        }
        return string.Join(", ", texts);
    }

    /// <summary>How many arguments one is when it is printed.</summary>
    private static int Count(IArgumentOperation argument) => argument switch
    {
        { ArgumentKind: ArgumentKind.DefaultValue } => 0,
        { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer: { } initializer } } => initializer.ElementValues.Length,
        { ArgumentKind: ArgumentKind.ParamCollection, Value: ICollectionExpressionOperation collection } => collection.Elements.Length,
        _ => 1,
    };

    private static bool IsCallerInfo(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: { } name } && name.StartsWith("Caller", System.StringComparison.Ordinal));

    private string? List(IReadOnlyList<IOperation> operations)
    {
        var texts = new List<string>();
        foreach (var operation in operations)
        {
            if (Listed(operation) is not { } text) return null;
            texts.Add(text);
        }
        return string.Join(", ", texts);
    }

    /// <summary>An element of a list: a comparison is put in parentheses, because <c>F(a &lt; b, c &gt; (d))</c> is a call of a generic method.</summary>
    private string? Listed(IOperation operation) =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThan } ? Operand(operation) : Print(operation);

    private string? Conditional(IConditionalOperation conditional, IOperation otherwise) =>
        !conditional.IsRef && Operand(conditional.Condition) is { } condition && Operand(conditional.WhenTrue) is { } whenTrue && Operand(otherwise) is { } whenFalse
            ? $"{condition} ? {whenTrue} : {whenFalse}"
            : null;

    private string? Pattern(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => Operand(constant.Value),
        INegatedPatternOperation { Pattern: IConstantPatternOperation constant } => Operand(constant.Value) is { } text ? $"not {text}" : null,
        _ => Refuse(pattern),
    };

    private string? Interpolated(IInterpolatedStringOperation text)
    {
        var printed = new StringBuilder("$\"");
        foreach (var part in text.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string literal } }:
                    var quoted = SymbolDisplay.FormatLiteral(literal, quote: true);
                    printed.Append(quoted.Substring(1, quoted.Length - 2).Replace("{", "{{").Replace("}", "}}"));
                    break;
                case IInterpolationOperation { Alignment: null, FormatString: null, Expression: var expression } when Print(expression) is { } hole:
                    printed.Append("{(").Append(hole).Append(")}");
                    break;
                default:
                    return Refuse(part);
            }
        }
        return printed.Append('"').ToString();
    }

    private string? Type(ITypeSymbol type) => types.CanName(type) ? TypeReader.Code(type) : Refuse($"uses {type.Name}, which is out of reach here");

    private bool IsReachable(ISymbol member, IOperation? instance) => compilation.IsSymbolAccessibleWithin(member, declaring, instance?.Type);

    private static bool IsIntegral(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var underlying] }) type = underlying;
        return type is { TypeKind: TypeKind.Enum } || type?.SpecialType is >= SpecialType.System_Char and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
    }

    private string? Refuse(IOperation operation) => Refuse($"`{TreeReader.Brief(operation.Syntax)}` is not moved into the loop");

    private string? Refuse(string reason)
    {
        Reason ??= reason;
        return null;
    }

    private static string? Operator(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => "+",
        BinaryOperatorKind.Subtract => "-",
        BinaryOperatorKind.Multiply => "*",
        BinaryOperatorKind.Divide => "/",
        BinaryOperatorKind.Remainder => "%",
        BinaryOperatorKind.LeftShift => "<<",
        BinaryOperatorKind.RightShift => ">>",
        BinaryOperatorKind.UnsignedRightShift => ">>>",
        BinaryOperatorKind.And => "&",
        BinaryOperatorKind.Or => "|",
        BinaryOperatorKind.ExclusiveOr => "^",
        BinaryOperatorKind.ConditionalAnd => "&&",
        BinaryOperatorKind.ConditionalOr => "||",
        BinaryOperatorKind.Equals => "==",
        BinaryOperatorKind.NotEquals => "!=",
        BinaryOperatorKind.LessThan => "<",
        BinaryOperatorKind.LessThanOrEqual => "<=",
        BinaryOperatorKind.GreaterThan => ">",
        BinaryOperatorKind.GreaterThanOrEqual => ">=",
        _ => null,
    };
}
