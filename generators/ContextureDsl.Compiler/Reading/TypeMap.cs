using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ContextureDsl.Compiler.Reading;

/// <summary>What the type parameters of a followed generic helper or declaration stand for.</summary>
internal sealed class TypeMap
{
    private readonly Compilation compilation;
    private readonly Dictionary<ITypeParameterSymbol, ITypeSymbol> arguments = new(SymbolEqualityComparer.Default);

    public TypeMap(Compilation compilation) => this.compilation = compilation;

    public bool IsEmpty => arguments.Count == 0;

    /// <summary>The map inside of a method that is called here.</summary>
    public TypeMap Enter(IMethodSymbol method)
    {
        var inner = new TypeMap(compilation);
        if (method.MethodKind == MethodKind.LocalFunction)
            foreach (var pair in arguments) inner.arguments[pair.Key] = pair.Value;
        Bind(inner, method.OriginalDefinition.TypeParameters, method.TypeArguments);
        BindContainers(inner, method.ContainingType);
        return inner;
    }

    /// <summary>The map inside of the members of a type.</summary>
    public TypeMap Enter(INamedTypeSymbol type)
    {
        var inner = new TypeMap(compilation);
        BindContainers(inner, type);
        return inner;
    }

    public ITypeSymbol Resolve(ITypeSymbol type) => arguments.Count == 0 ? type : Substitute(type);

    private void BindContainers(TypeMap inner, INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
            Bind(inner, type.OriginalDefinition.TypeParameters, type.TypeArguments);
    }

    private void Bind(TypeMap inner, IReadOnlyList<ITypeParameterSymbol> parameters, IReadOnlyList<ITypeSymbol> values)
    {
        for (var i = 0; i < parameters.Count && i < values.Count; i++)
        {
            var value = Resolve(values[i]);
            if (!SymbolEqualityComparer.Default.Equals(parameters[i], value)) inner.arguments[parameters[i]] = value;
        }
    }

    private ITypeSymbol Substitute(ITypeSymbol type)
    {
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                return arguments.TryGetValue((ITypeParameterSymbol)parameter.OriginalDefinition, out var argument) ? argument : type;
            case IArrayTypeSymbol array:
                return compilation.CreateArrayTypeSymbol(Substitute(array.ElementType), array.Rank);
            case INamedTypeSymbol { IsTupleType: true } tuple when tuple.TupleUnderlyingType is { } underlying && !SymbolEqualityComparer.Default.Equals(underlying, tuple):
                return Substitute(underlying);
            case INamedTypeSymbol { IsGenericType: true } named:
                return Construct(named);
            default:
                return type;
        }
    }

    private INamedTypeSymbol Construct(INamedTypeSymbol named)
    {
        var definition = named.OriginalDefinition;
        if (named.ContainingType is { IsGenericType: true } outer)
            definition = Construct(outer).GetTypeMembers(named.Name, named.Arity).FirstOrDefault() ?? definition;
        return named.Arity == 0 ? definition : definition.Construct([.. named.TypeArguments.Select(Substitute)]);
    }
}
