using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ContextureDsl.Generators.Tests.Caching;

/// <summary>Walks everything that an object holds, and finds what would keep a whole compilation alive: symbols, syntax, locations and the like.</summary>
internal static class CompilationReach
{
    private static readonly Type[] Forbidden =
        [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Compilation), typeof(SemanticModel), typeof(Location), typeof(SyntaxReference), typeof(AttributeData), typeof(IOperation), typeof(Diagnostic)];

    /// <summary>The path to the first such object; null if there is none. Assignability counts, since nothing is ever of the type ISymbol itself.</summary>
    public static string? Find(object? root) => Find(root, root?.GetType().Name ?? "null", new(ReferenceEqualityComparer.Instance));

    private static string? Find(object? node, string path, HashSet<object> seen)
    {
        if (node is null or string || !seen.Add(node)) return null;
        var type = node.GetType();
        if (Forbidden.Any(forbidden => forbidden.IsInstanceOfType(node)) || type == typeof(SyntaxToken) || type == typeof(SyntaxTrivia)) return $"{path} is a {type.Name}";
        if (type.IsPrimitive || type.IsEnum) return null;
        if (node is IEnumerable items)
        {
            var index = 0;
            foreach (var item in items)
                if (Find(item, $"{path}[{index++}]", seen) is { } found) return found;
        }
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
            foreach (var field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                if (!field.FieldType.IsPointer && Find(field.GetValue(node), $"{path}.{field.Name}", seen) is { } found) return found;
        return null;
    }
}
