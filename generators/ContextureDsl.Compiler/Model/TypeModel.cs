namespace ContextureDsl.Compiler.Model;

/// <summary>A type as emitted code and as the shape of a declaration name it. Text only, so that two readings of the same source are equal.</summary>
/// <param name="Code">Fully qualified C# text with <c>global::</c> and escaped identifiers.</param>
/// <param name="ShapeText">What <c>ContextureDsl.Tree.TypeText.Of</c> gives at run time.</param>
/// <param name="HasTypeParameters">Whether a type parameter of an enclosing type occurs in it: then the shape text is only known at run time.</param>
public sealed record TypeModel(string Code, string ShapeText, bool HasTypeParameters)
{
    /// <summary>Stands before and after the name of a type parameter in a shape text.</summary>
    public const char TypeParameterMark = '\u0001';
}
