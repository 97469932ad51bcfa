using System.Collections.Generic;
using System.Linq;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Planning;

/// <summary>Finds parts whose law is known from their selectors alone. The library looks at the counts, and finds more; what is found here only has to be true.</summary>
internal static class KnownLawPass
{
    /// <summary>The parts in which an input that is seen at all is seen with itself: TT* = I on the inputs that they have.</summary>
    public static IReadOnlyList<int> Reflexive(DeclarationModel declaration) => Where(declaration, IsReflexive);

    /// <summary>Those of them that have every input of the mix, so that TT* = I. To all others an input may be unknown, and TT* takes such an input to the constant function.</summary>
    /// <remarks>As declared: a minimum count that is given only to Learn may leave inputs out, which the library sees in the counts.</remarks>
    public static IReadOnlyList<int> Identities(DeclarationModel declaration) =>
        declaration.HasMinimumCount ? [] : Where(declaration, part => IsReflexive(part) && CountsEveryRow(part) && declaration.Parts.All(other => ReadsTheSameInputs(part, other)));

    /// <summary>The parts in which every row has the same context value: T keeps only the constant function.</summary>
    public static IReadOnlyList<int> Independent(DeclarationModel declaration) => Where(declaration, part => !part.VariableMany && part.Variable.Inlined is { } code && IsLiteral(code));

    private static IReadOnlyList<int> Where(DeclarationModel declaration, System.Func<ObservedModel, bool> holds) =>
        [.. Enumerable.Range(0, declaration.Parts.Count).Where(part => declaration.Parts[part] is ObservedModel observed && holds(observed))];

    /// <summary>A call need not give the same twice.</summary>
    private static bool IsReflexive(ObservedModel part) =>
        !part.InputMany && !part.VariableMany && part.Input.Inlined is { } code && code == part.Variable.Inlined && !code.Contains("(");

    /// <summary>A row with the weight zero is not there, and age may take a weight to zero.</summary>
    private static bool CountsEveryRow(ObservedModel part) => part is { Filters.Count: 0, Weight: null, Time: null, HasMinimumCount: false };

    /// <summary>Contexts of other kinds have inputs that no selector tells.</summary>
    private static bool ReadsTheSameInputs(ObservedModel part, PartModel other) =>
        other is ObservedModel { InputMany: false } observed && observed.Source == part.Source && observed.Input.Inlined == part.Input.Inlined;

    private static bool IsLiteral(string code) => code is "true" or "false" || IsNumber(code) || IsQuoted(code);

    /// <summary>Digits, a point before more digits, and a suffix: an operator or a member of a number is no number.</summary>
    private static bool IsNumber(string code) =>
        code.Length > 0 && char.IsDigit(code[0]) && code.Select((character, i) => char.IsLetterOrDigit(character) || (character == '.' && i + 1 < code.Length && char.IsDigit(code[i + 1]))).All(isPart => isPart);

    /// <summary>Nothing but one text or character; one with a quote inside is passed over.</summary>
    private static bool IsQuoted(string code) => code.Length > 1 && code[0] is '"' or '\'' && code.IndexOf(code[0], 1) == code.Length - 1;
}
