using System.Collections.Generic;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace ContextureDsl.Generators.Planning;

/// <summary>The names taken in one scope of the emitted file: gives out each wanted name once, then with a number behind it.</summary>
public sealed class NameTable
{
    private readonly HashSet<string> taken;

    /// <summary>Starts with the names that the scope has anyway.</summary>
    public NameTable(params string[] reserved) => taken = [.. reserved];

    /// <summary>A name that was not given out yet.</summary>
    public string Take(string wanted)
    {
        var name = wanted;
        for (var i = 2; !taken.Add(name); i++) name = wanted + i.ToString(CultureInfo.InvariantCulture);
        return name;
    }

    /// <summary>The same as the name of a local: lower first letter, escaped where it is a keyword anywhere: in a pattern <c>and</c> and <c>or</c> are.</summary>
    public string TakeLocal(string wanted)
    {
        var name = Take(wanted.Length == 0 ? wanted : char.ToLowerInvariant(wanted[0]) + wanted.Substring(1));
        return SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
    }

    /// <summary>An identifier as the middle of a name: without escape, upper first letter.</summary>
    public static string Pascal(string identifier)
    {
        var plain = identifier.TrimStart('@');
        return plain.Length == 0 ? plain : char.ToUpperInvariant(plain[0]) + plain.Substring(1);
    }
}
