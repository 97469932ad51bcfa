using System.Collections.Generic;
using System.Linq;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Planning;

/// <summary>Finds parts whose law is known from their selectors alone. The library looks at the counts, and finds more; what is found here only has to be true.</summary>
internal static class KnownLawPass
{
    /// <summary>The parts in which an input is seen with itself: TT* = I.</summary>
    public static IReadOnlyList<int> Identities(DeclarationModel declaration) => Where(declaration, IsIdentity);

    /// <summary>The parts in which every row has the same context value: T keeps only the constant function.</summary>
    public static IReadOnlyList<int> Independent(DeclarationModel declaration) => Where(declaration, part => !part.VariableMany && part.Variable.Inlined is { } code && IsLiteral(code));

    private static IReadOnlyList<int> Where(DeclarationModel declaration, System.Func<ObservedModel, bool> holds) =>
        [.. Enumerable.Range(0, declaration.Parts.Count).Where(part => declaration.Parts[part] is ObservedModel observed && holds(observed))];

    /// <summary>A call need not give the same twice.</summary>
    private static bool IsIdentity(ObservedModel part) =>
        !part.InputMany && !part.VariableMany && part.Input.Inlined is { } code && code == part.Variable.Inlined && !code.Contains("(");

    private static bool IsLiteral(string code) => code.Length > 0 && (char.IsDigit(code[0]) || code is "true" or "false" || (code[0] is '"' or '\'' && code.IndexOf(code[0], 1) == code.Length - 1));
}
