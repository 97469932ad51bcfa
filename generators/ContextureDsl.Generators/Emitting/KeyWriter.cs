using ContextureDsl.Generators.Planning;

namespace ContextureDsl.Generators.Emitting;

/// <summary>Writes the structs that tell an alphabet how keys of one type are hashed and compared, or which range they span.</summary>
public static class KeyWriter
{
    private const string Observation = "global::ContextureDsl.Observation.";

    /// <summary>One struct.</summary>
    public static void Write(SourceWriter writer, KeyStructPlan key)
    {
        if (key.Size > 0) WriteRange(writer, key);
        else WriteKeys(writer, key);
    }

    private static void WriteRange(SourceWriter writer, KeyStructPlan key)
    {
        using (writer.Block($"private readonly struct {key.Name} : {Observation}ISmallRange<{key.Type}>"))
        {
            writer.Write($"public static long Smallest => {CSharpLiteral.Of(key.Smallest)};").Blank();
            writer.Write($"public static int Size => {CSharpLiteral.Of(key.Size)};").Blank();
            writer.Write($"public static long Of({key.Type} value) => unchecked((long)value);");
        }
    }

    private static void WriteKeys(SourceWriter writer, KeyStructPlan key)
    {
        using (writer.Block($"private readonly struct {key.Name} : {Observation}IKeys<{key.Type}>"))
        {
            using (writer.Block($"public static uint Hash({key.Type} value)"))
            {
                if (key.Fields.Count == 0) writer.Write("return 0;");
                for (var i = 0; i < key.Fields.Count; i++)
                    writer.Write(i == 0 ? $"var hash = {Hash(key.Fields[0])};" : $"hash = {Observation}KeyHash.Combine(hash, {Hash(key.Fields[i])});");
                if (key.Fields.Count > 0) writer.Write("return hash;");
            }
            writer.Blank().Write($"public static bool Same({key.Type} left, {key.Type} right) =>");
            if (key.Fields.Count == 0) writer.Deeper("true;");
            for (var i = 0; i < key.Fields.Count; i++)
                writer.Deeper((i == 0 ? "" : "&& ") + Same(key.Fields[i]) + (i == key.Fields.Count - 1 ? ";" : ""));
        }
    }

    private static string Hash(KeyFieldPlan field) => field.Keys is { } keys
        ? $"{keys}.Hash({Value("value", field)})"
        : $"{Observation}KeyHash.Of(unchecked((uint)global::System.Collections.Generic.EqualityComparer<{field.Type}>.Default.GetHashCode({Value("value", field)})))";

    private static string Same(KeyFieldPlan field) => field.Keys is { } keys
        ? $"{keys}.Same({Value("left", field)}, {Value("right", field)})"
        : $"global::System.Collections.Generic.EqualityComparer<{field.Type}>.Default.Equals(left.{field.Name}, right.{field.Name})";

    /// <summary>A key is never null, a field of one may be: hash and comparison allow for it, their signatures do not say so.</summary>
    private static string Value(string owner, KeyFieldPlan field) => $"{owner}.{field.Name}{(field.MayBeNull ? "!" : "")}";
}
