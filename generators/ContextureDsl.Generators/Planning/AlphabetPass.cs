using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ContextureDsl.Compiler.Equality;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Planning;

/// <summary>
/// Chooses the table that numbers the values of a key: an array where the range is small, otherwise open addressing with the hash and equality of exactly that
/// type as a struct type argument, so that no comparer is called through an interface.
/// </summary>
public sealed class AlphabetPass
{
    private const string Observation = "global::ContextureDsl.Observation.";

    private readonly List<KeyStructPlan> structs = [];
    private readonly NameTable names = new();

    /// <summary>The structs that the choices so far need.</summary>
    public IReadOnlyList<KeyStructPlan> Structs => structs;

    /// <summary>The table for keys of a type.</summary>
    public AlphabetPlan Choose(KeyModel key)
    {
        var type = key.Type.Code;
        if (key.Kind == KeyKind.SmallRange)
        {
            var values = $"{type}: {key.Size.ToString(CultureInfo.InvariantCulture)} values from {key.Smallest.ToString(CultureInfo.InvariantCulture)}";
            return new($"{Observation}SmallRangeAlphabet<{type}, {RangeOf(key)}>", type, false, $"{values}, an array that the value indexes");
        }
        return new(
            $"{Observation}HashAlphabet<{type}, {KeysOf(key)}>", type, key.MayBeNull,
            $"{type}: open addressing, {Comparison(key.Kind)}");
    }

    private static string Comparison(KeyKind kind) => kind switch
    {
        KeyKind.String => "compared ordinally",
        KeyKind.Tuple or KeyKind.RecordStruct => "hashed and compared field by field",
        KeyKind.Other => "with the type's own equality",
        _ => "hashed and compared by its bits",
    };

    private string RangeOf(KeyModel key) => key.Type.ShapeText switch
    {
        "System.Boolean" => Observation + "BoolRange",
        "System.Byte" => Observation + "ByteRange",
        "System.SByte" => Observation + "SByteRange",
        _ => StructOf(key, "Range"),
    };

    private string KeysOf(KeyModel key) => key.Kind switch
    {
        KeyKind.String => Observation + "StringKeys",
        KeyKind.Tuple or KeyKind.RecordStruct => StructOf(key, "Keys"),
        KeyKind.Other => $"{Observation}DefaultKeys<{key.Type.Code}>",
        _ => $"{Observation}BitsKeys<{key.Type.Code}>",
    };

    private string StructOf(KeyModel key, string suffix)
    {
        foreach (var known in structs)
            if (known.Type == key.Type.Code) return known.Name;
        var fields = new List<KeyFieldPlan>();
        foreach (var field in key.Fields)
            fields.Add(new(field.Name, field.Key.Kind == KeyKind.Other ? null : FieldKeysOf(field.Key), field.Key.Type.Code, field.Key.MayBeNull));
        var plan = new KeyStructPlan(names.Take(StemOf(key) + suffix), key.Type.Code, key.Smallest, key.Size, EquatableArray.Of(fields));
        structs.Add(plan);
        return plan.Name;
    }

    /// <summary>A field of a small range is hashed like any other number.</summary>
    private string FieldKeysOf(KeyModel field) =>
        field.Kind == KeyKind.SmallRange ? $"{Observation}BitsKeys<{field.Type.Code}>" : KeysOf(field);

    /// <summary>The last name of a type; of a tuple the names of its fields' types.</summary>
    private static string StemOf(KeyModel key)
    {
        if (key.Kind == KeyKind.Tuple) return string.Concat(key.Fields.Select(field => StemOf(field.Key)));
        var text = key.Type.ShapeText.TrimEnd(TypeModel.TypeParameterMark);
        var arguments = text.IndexOf('[');
        if (arguments >= 0) text = text.Substring(0, arguments);
        return text.Substring(text.LastIndexOfAny(['.', '+', TypeModel.TypeParameterMark]) + 1).Split('`')[0];
    }
}
