using Microsoft.CodeAnalysis;

namespace ContextureDsl.Compiler.Reading;

/// <summary>A property with one of the attributes.</summary>
internal sealed class RecordMember(IPropertySymbol property, AttributeData attribute, SyntaxNode syntax)
{
    public IPropertySymbol Property { get; } = property;

    public AttributeData Attribute { get; } = attribute;

    /// <summary>The attribute as written.</summary>
    public SyntaxNode Syntax { get; } = syntax;
}
