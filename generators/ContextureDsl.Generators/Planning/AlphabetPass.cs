using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Planning;

/// <summary>
/// Chooses the table that numbers the values of a key: an array where the range is small, otherwise open addressing with the hash and equality of exactly that
/// type as a struct type argument, so that no comparer is called through an interface.
/// </summary>
public sealed class AlphabetPass
{
    private const string Observation = "global::ContextureDsl.Observation.";

    private static readonly Dictionary<string, string> ReadyKeys = new()
    {
        ["System.String"] = "StringKeys",
        ["System.Int16"] = "Int16Keys",
        ["System.UInt16"] = "UInt16Keys",
        ["System.Int32"] = "Int32Keys",
        ["System.UInt32"] = "UInt32Keys",
        ["System.Int64"] = "Int64Keys",
        ["System.UInt64"] = "UInt64Keys",
        ["System.Char"] = "CharKeys",
        ["System.Guid"] = "GuidKeys",
        ["System.DateOnly"] = "DateOnlyKeys",
    };

    private readonly List<KeyStructPlan> structs = [];
    private readonly NameTable names = new();

    /// <summary>The structs that the choices so far need.</summary>
    public IReadOnlyList<KeyStructPlan> Structs => structs;

    /// <summary>The library's ready keys of a type, if there are any.</summary>
    public static string? Ready(KeyModel key) =>
        ReadyKeys.TryGetValue(key.Type.ShapeText, out var name) ? Observation + name : null;

    /// <summary>The table for keys of a type.</summary>
    public AlphabetPlan Choose(KeyModel key)
    {
        var type = key.Type.Code;
        if (key.Kind == KeyKind.SmallRange)
        {
            var range = StructOf(key, "Range");
            return new($"{Observation}SmallRangeAlphabet<{type}, {range}>", type, false, $"{type}: {Size(key)} values from {Number(key.Smallest)}, an array indexed by the value");
        }
        var keys = Ready(key) ?? (key.Kind == KeyKind.Other ? $"{Observation}DefaultKeys<{type}>" : StructOf(key, "Keys"));
        return new($"{Observation}HashAlphabet<{type}, {keys}>", type, key.Kind is KeyKind.String or KeyKind.Other, $"{type}: open addressing, {Comparison(key)}");
    }

    private static string Size(KeyModel key) => Number(key.Size);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Comparison(KeyModel key) => key.Kind switch
    {
        KeyKind.String => "compared ordinally",
        KeyKind.Tuple or KeyKind.RecordStruct => "hashed and compared field by field",
        KeyKind.Other => "with the type's own equality",
        _ => "hashed by its bits",
    };

    private string StructOf(KeyModel key, string suffix)
    {
        foreach (var known in structs)
            if (known.Key.Type.Equals(key.Type)) return known.Name;
        foreach (var field in key.Fields)
            if (field.Key.Kind is KeyKind.Tuple or KeyKind.RecordStruct) StructOf(field.Key, "Keys");
        var name = names.Take(StemOf(key) + suffix);
        structs.Add(new(name, key));
        return name;
    }

    /// <summary>"ShopGenre" of <c>Shop.Genre</c> would be long and no clearer: the last name only; of a tuple the names of its fields.</summary>
    private static string StemOf(KeyModel key)
    {
        if (key.Kind == KeyKind.Tuple) return string.Concat(key.Fields.Select(field => StemOf(field.Key)));
        var text = key.Type.ShapeText.TrimEnd('\u0001');
        var arguments = text.IndexOf('[');
        if (arguments >= 0) text = text.Substring(0, arguments);
        var simple = text.Substring(text.LastIndexOfAny(['.', '+', '\u0001']) + 1);
        return simple.Split('`')[0];
    }
}
