using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using ContextureDsl.Compiler.Equality;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators;

/// <summary>
/// Names the file of a declaration: namespace and metadata names, so that equal simple names, nesting and arity cannot collide. The driver compares
/// without case, hence names that differ by case only get a hash of the exact name; so do long ones, which some file systems refuse.
/// </summary>
public static class HintName
{
    private const int LongestName = 80;

    /// <summary>The full metadata name, such as <c>Shop.Outer`1+Inner</c>.</summary>
    public static string FullNameOf(DeclarationModel declaration)
    {
        var name = new StringBuilder(declaration.Namespace.Replace("@", ""));
        var separator = name.Length > 0 ? "." : "";
        foreach (var container in declaration.Containers)
        {
            name.Append(separator).Append(container.MetadataName);
            separator = "+";
        }
        return name.ToString();
    }

    /// <summary>The names that another one equals when case is ignored, in ordinal order.</summary>
    public static EquatableArray<string> CrowdedAmong(ImmutableArray<string> names) =>
        EquatableArray.Of(names
            .GroupBy(static name => name, StringComparer.OrdinalIgnoreCase)
            .Where(static group => group.Count() > 1)
            .SelectMany(static group => group)
            .OrderBy(static name => name, StringComparer.Ordinal));

    /// <summary>The name of the file.</summary>
    public static string Of(string fullName, IEnumerable<string> crowded)
    {
        var tooLong = fullName.Length > LongestName;
        var stem = tooLong ? fullName.Substring(0, LongestName) : fullName;
        return tooLong || crowded.Contains(fullName, StringComparer.Ordinal) ? $"{stem}-{Hash(fullName)}.g.cs" : $"{stem}.g.cs";
    }

    /// <summary>FNV-1a over the UTF-16 code units: the same on every machine and in every process.</summary>
    private static string Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in text) hash = unchecked((hash ^ unit) * 1099511628211UL);
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
