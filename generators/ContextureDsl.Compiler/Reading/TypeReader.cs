using System.Linq;
using System.Text;
using ContextureDsl.Compiler.Model;
using Microsoft.CodeAnalysis;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Writes types as emitted code and as the shape of a declaration name them.</summary>
internal sealed class TypeReader
{
    private static readonly SymbolDisplayFormat CodeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly Compilation compilation;
    private readonly INamedTypeSymbol declaring;

    public TypeReader(Compilation compilation, INamedTypeSymbol declaring)
    {
        this.compilation = compilation;
        this.declaring = declaring;
    }

    /// <summary>The type, or null where emitted code inside the declaring type cannot name it.</summary>
    public TypeModel? Read(ITypeSymbol type)
    {
        if (!CanName(type)) return null;
        var shape = new StringBuilder();
        var hasParameters = AppendShape(shape, type);
        return new(Code(type), shape.ToString(), hasParameters);
    }

    public static string Code(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(CodeFormat);

    /// <summary>Whether code inside the declaring type, in another file, can name a type.</summary>
    public bool CanName(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => CanName(array.ElementType),
        ITypeParameterSymbol parameter => IsInScope(parameter),
        IDynamicTypeSymbol => true,
        INamedTypeSymbol { IsAnonymousType: true } or INamedTypeSymbol { TypeKind: TypeKind.Error } => false,
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(element => CanName(element.Type)),
        INamedTypeSymbol named => IsVisible(named) && named.TypeArguments.All(CanName) && (named.ContainingType is null || CanName(named.ContainingType)),
        _ => false,
    };

    private bool IsVisible(INamedTypeSymbol named) =>
        !named.IsFileLocal && !named.IsUnboundGenericType && compilation.IsSymbolAccessibleWithin(named.OriginalDefinition, declaring);

    /// <summary>A type parameter of the declaring type or one around it, not hidden by an inner one of the same name.</summary>
    private bool IsInScope(ITypeParameterSymbol parameter)
    {
        for (var type = declaring; type is not null; type = type.ContainingType)
            foreach (var candidate in type.TypeParameters)
                if (candidate.Name == parameter.Name) return SymbolEqualityComparer.Default.Equals(candidate, parameter);
        return false;
    }

    private static bool AppendShape(StringBuilder text, ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                var inElement = AppendShape(text, array.ElementType);
                text.Append('[').Append(',', array.Rank - 1).Append(']');
                return inElement;
            case IDynamicTypeSymbol:
                text.Append("System.Object");
                return false;
            case ITypeParameterSymbol parameter:
                text.Append(TypeModel.TypeParameterMark).Append(parameter.Name).Append(TypeModel.TypeParameterMark);
                return true;
            case INamedTypeSymbol { IsTupleType: true, TupleUnderlyingType: { } underlying } tuple when !ReferenceEquals(underlying, tuple):
                return AppendNamed(text, underlying);
            case INamedTypeSymbol named:
                return AppendNamed(text, named.NativeIntegerUnderlyingType ?? named);
            default:
                text.Append(type.MetadataName);
                return false;
        }
    }

    private static bool AppendNamed(StringBuilder text, INamedTypeSymbol named)
    {
        if (named.ContainingNamespace is { IsGlobalNamespace: false } space) text.Append(space.ToDisplayString(MetadataNamespace)).Append('.');
        AppendNesting(text, named);
        var arguments = AllArguments(named).ToList();
        if (arguments.Count == 0) return false;
        var hasParameters = false;
        text.Append('[');
        for (var i = 0; i < arguments.Count; i++)
        {
            if (i > 0) text.Append(',');
            hasParameters |= AppendShape(text, arguments[i]);
        }
        text.Append(']');
        return hasParameters;
    }

    private static readonly SymbolDisplayFormat MetadataNamespace = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private static void AppendNesting(StringBuilder text, INamedTypeSymbol named)
    {
        if (named.ContainingType is { } outer)
        {
            AppendNesting(text, outer);
            text.Append('+');
        }
        text.Append(named.MetadataName);
    }

    /// <summary>The arguments of a nested type are, in metadata, those of the types around it and its own.</summary>
    private static System.Collections.Generic.IEnumerable<ITypeSymbol> AllArguments(INamedTypeSymbol named) =>
        named.ContainingType is { } outer ? AllArguments(outer).Concat(named.TypeArguments) : named.TypeArguments;
}
