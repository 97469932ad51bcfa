using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContextureDsl.Compiler.Reading;

/// <summary>The properties of a record by the attribute they carry, on themselves or on the parameter of the primary constructor.</summary>
internal sealed class RecordMembers
{
    private RecordMembers(ImmutableArray<RecordMember> inputs, ImmutableArray<RecordMember> variables, ImmutableArray<RecordMember> weights, ImmutableArray<RecordMember> times)
    {
        Inputs = inputs;
        Variables = variables;
        Weights = weights;
        Times = times;
    }

    public ImmutableArray<RecordMember> Inputs { get; }

    public ImmutableArray<RecordMember> Variables { get; }

    public ImmutableArray<RecordMember> Weights { get; }

    public ImmutableArray<RecordMember> Times { get; }

    public bool IsEmpty => First is null;

    /// <summary>One attribute of all, to point at.</summary>
    public SyntaxNode? First => Inputs.Concat(Variables).Concat(Weights).Concat(Times).FirstOrDefault()?.Syntax;

    public static RecordMembers Of(INamedTypeSymbol type, KnownSymbols known)
    {
        var properties = Properties(type);
        return new(
            Marked(type, properties, known.InputAttribute), Marked(type, properties, known.ContextVariableAttribute),
            Marked(type, properties, known.WeightAttribute), Marked(type, properties, known.TimeAttribute));
    }

    private static ImmutableArray<RecordMember> Marked(INamedTypeSymbol type, IReadOnlyList<IPropertySymbol> properties, INamedTypeSymbol? kind)
    {
        var marked = ImmutableArray.CreateBuilder<RecordMember>();
        foreach (var property in properties)
        {
            var attributes = property.GetAttributes().Concat(Parameters(type, property).SelectMany(parameter => parameter.GetAttributes()));
            if (attributes.FirstOrDefault(attribute => KnownSymbols.Same(attribute.AttributeClass, kind)) is { } found)
                marked.Add(new(property, found, found.ApplicationSyntaxReference?.GetSyntax() ?? type.DeclaringSyntaxReferences[0].GetSyntax()));
        }
        return marked.ToImmutable();
    }

    /// <summary>Parameters of the primary constructor that a positional property was made from.</summary>
    private static IEnumerable<IParameterSymbol> Parameters(INamedTypeSymbol type, IPropertySymbol property) =>
        from constructor in (property.ContainingType ?? type).InstanceConstructors
        where constructor.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is TypeDeclarationSyntax
        from parameter in constructor.Parameters
        where parameter.Name == property.Name
        select parameter;

    private static List<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        var properties = new List<IPropertySymbol>();
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
            foreach (var property in candidate.GetMembers().OfType<IPropertySymbol>())
                if (!property.IsStatic && !property.IsIndexer && !properties.Exists(known => known.Name == property.Name)) properties.Add(property);
        return properties;
    }
}
