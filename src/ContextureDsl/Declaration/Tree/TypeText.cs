using System.Text;

namespace ContextureDsl.Tree;

/// <summary>Writes a type the way the shape of a declaration names it: metadata name with namespace, nesting by '+', arguments in brackets.</summary>
/// <remarks>The source generator writes the same text from symbols; a conformance test holds the two together.</remarks>
public static class TypeText
{
    /// <summary>The text of a type that is known when the program is compiled.</summary>
    public static string Of<T>() => Of(typeof(T));

    /// <summary>The text of a type.</summary>
    public static string Of(Type type)
    {
        var text = new StringBuilder();
        Append(text, type);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Type type)
    {
        if (type.IsArray)
        {
            Append(text, type.GetElementType()!);
            text.Append('[').Append(',', type.GetArrayRank() - 1).Append(']');
            return;
        }
        if (type.Namespace is { Length: > 0 } space) text.Append(space).Append('.');
        AppendNesting(text, type);
        if (!type.IsGenericType) return;
        var arguments = type.GetGenericArguments();
        text.Append('[');
        for (var i = 0; i < arguments.Length; i++)
        {
            if (i > 0) text.Append(',');
            Append(text, arguments[i]);
        }
        text.Append(']');
    }

    private static void AppendNesting(StringBuilder text, Type type)
    {
        if (type.DeclaringType is { } outer)
        {
            AppendNesting(text, outer);
            text.Append('+');
        }
        text.Append(type.Name);
    }
}
