using ContextureDsl.Compiler.Equality;

namespace ContextureDsl.Compiler.Model;

/// <summary>What the generator knows of a key type: it decides the alphabet.</summary>
/// <param name="Kind">The family of the type.</param>
/// <param name="Type">The type itself.</param>
/// <param name="Smallest">Smallest value of a small range (bool, byte, sbyte, enum); 0 otherwise.</param>
/// <param name="Size">Number of values of a small range; 0 where the range is not small.</param>
/// <param name="Fields">The fields of a composite key in order (tuple elements, positional members of a record struct); empty otherwise.</param>
public sealed record KeyModel(KeyKind Kind, TypeModel Type, long Smallest, int Size, EquatableArray<KeyFieldModel> Fields)
{
    /// <summary>Whether emitted code must look for null: reference types, and type parameters that may stand for one.</summary>
    public bool MayBeNull { get; init; }
}
