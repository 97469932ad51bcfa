using System;
using System.Collections.Generic;
using System.Linq;
using ContextureDsl.Compiler.Equality;
using ContextureDsl.Compiler.Model;
using Microsoft.CodeAnalysis;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Finds the family of a key type, which decides its alphabet.</summary>
internal sealed class KeyReader
{
    /// <summary>The widest span of values that an array is indexed by: 16 KiB of 32-bit numbers per alphabet, within a first-level cache.</summary>
    public const int WidestSmallRange = 4096;

    /// <summary>How many composite keys in one another are taken apart; what lies deeper is compared with its own equality, which is the same.</summary>
    private const int DeepestComposite = 8;

    private readonly Compilation compilation;
    private readonly INamedTypeSymbol declaring;
    private readonly TypeReader types;
    private readonly HashSet<ITypeSymbol> open = new(SymbolEqualityComparer.Default);

    public KeyReader(Compilation compilation, INamedTypeSymbol declaring, TypeReader types)
    {
        this.compilation = compilation;
        this.declaring = declaring;
        this.types = types;
    }

    /// <summary>The key, or null where its type cannot be named, or is a <c>Nullable&lt;T&gt;</c>: no key is null, and the interpreter says where one is.</summary>
    public KeyModel? Read(ITypeSymbol type) => IsNullableValue(type) ? null : ReadField(type);

    /// <summary>Whether a type is a value type with null.</summary>
    public static bool IsNullableValue(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>A field of a composite key may be null.</summary>
    private KeyModel? ReadField(ITypeSymbol type) => ReadFamily(type) is { } key ? key with { MayBeNull = !type.IsValueType } : null;

    private KeyModel? ReadFamily(ITypeSymbol type)
    {
        if (types.Read(type) is not { } model) return null;
        switch (type.SpecialType)
        {
            case SpecialType.System_String: return Plain(KeyKind.String, model);
            case SpecialType.System_Boolean: return Range(model, 0, 2);
            case SpecialType.System_Byte: return Range(model, 0, 256);
            case SpecialType.System_SByte: return Range(model, sbyte.MinValue, 256);
            case SpecialType.System_Char or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64:
                return Plain(KeyKind.Integer, model);
        }
        return type switch
        {
            INamedTypeSymbol { TypeKind: TypeKind.Enum } named => Enum(named, model),
            INamedTypeSymbol { IsTupleType: true } or INamedTypeSymbol { IsRecord: true, TypeKind: TypeKind.Struct } => Composite((INamedTypeSymbol)type, model) ?? Plain(KeyKind.Other, model),
            INamedTypeSymbol { TypeKind: TypeKind.Struct, ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } system => Plain(SystemKind(system.MetadataName), model),
            _ => Plain(KeyKind.Other, model),
        };
    }

    private static KeyKind SystemKind(string name) => name switch
    {
        "Guid" => KeyKind.Guid,
        "DateOnly" => KeyKind.DateOnly,
        _ => KeyKind.Other,
    };

    private static KeyModel Enum(INamedTypeSymbol type, TypeModel model)
    {
        decimal? smallest = null, largest = null;
        foreach (var member in type.GetMembers())
        {
            if (member is not IFieldSymbol { HasConstantValue: true, ConstantValue: IConvertible constant }) continue;
            var value = constant.ToDecimal(System.Globalization.CultureInfo.InvariantCulture);
            smallest = smallest is { } low ? Math.Min(low, value) : value;
            largest = largest is { } high ? Math.Max(high, value) : value;
        }
        return smallest is { } from && largest is { } to && to - from < WidestSmallRange && from >= long.MinValue && to <= long.MaxValue
            ? Range(model, (long)from, (int)(to - from) + 1)
            : Plain(KeyKind.Integer, model);
    }

    /// <summary>A key of fields. A struct that contains itself is an error, but one that is read while it is typed; a generic one can even grow without end.</summary>
    private KeyModel? Composite(INamedTypeSymbol type, TypeModel model)
    {
        if (open.Count == DeepestComposite || !open.Add(type)) return null;
        try
        {
            return type.IsTupleType ? Tuple(type, model) : Record(type, model);
        }
        finally
        {
            open.Remove(type);
        }
    }

    private KeyModel Tuple(INamedTypeSymbol tuple, TypeModel model)
    {
        var fields = new List<KeyFieldModel>();
        foreach (var element in tuple.TupleElements)
            if (ReadField(element.Type) is { } key) fields.Add(new((element.CorrespondingTupleField ?? element).Name, key));
        return new(KeyKind.Tuple, model, 0, 0, EquatableArray.Of(fields));
    }

    /// <summary>A record struct whose equality is the compiler's: it compares the instance fields, all of which must be in reach.</summary>
    private KeyModel? Record(INamedTypeSymbol record, TypeModel model)
    {
        if (!RecordEquality.IsSynthesised(record)) return null;
        var fields = new List<KeyFieldModel>();
        foreach (var field in record.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic))
        {
            if (Reachable(field) is not { } member || ReadField(field.Type) is not { } key) return null;
            fields.Add(new(CSharpName.Escape(member.Name), key));
        }
        return fields.Count == 0 ? null : new(KeyKind.RecordStruct, model, 0, 0, EquatableArray.Of(fields));
    }

    /// <summary>The field itself, or the property that gives exactly its value.</summary>
    private ISymbol? Reachable(IFieldSymbol field)
    {
        ISymbol? member = field.AssociatedSymbol switch
        {
            null => field,
            IPropertySymbol property when RecordEquality.IsAuto(property) => property,
            _ => null,
        };
        if (member is IPropertySymbol { GetMethod: { } getter } && !compilation.IsSymbolAccessibleWithin(getter, declaring)) return null;
        return member is not null && compilation.IsSymbolAccessibleWithin(member, declaring) ? member : null;
    }

    private static KeyModel Plain(KeyKind kind, TypeModel model) => new(kind, model, 0, 0, EquatableArray<KeyFieldModel>.Empty);

    private static KeyModel Range(TypeModel model, long smallest, int size) => new(KeyKind.SmallRange, model, smallest, size, EquatableArray<KeyFieldModel>.Empty);
}
