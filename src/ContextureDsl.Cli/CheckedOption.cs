using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace ContextureDsl.Cli;

/// <summary>Options whose text is read the same way on every machine, and checked before any work begins.</summary>
internal static class CheckedOption
{
    /// <summary>A number in invariant text.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">For the help.</param>
    /// <param name="isValid">What it must satisfy.</param>
    /// <param name="rule">The same in words, for the message.</param>
    /// <param name="style">What a number may look like; by default digits and a sign.</param>
    public static Option<T?> Of<T>(string name, string description, Func<T, bool> isValid, string rule, NumberStyles style = NumberStyles.AllowLeadingSign)
        where T : struct, INumberBase<T> => new(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
            {
                if (T.TryParse(result.Tokens[0].Value, style, CultureInfo.InvariantCulture, out var value) && isValid(value)) return value;
                result.AddError($"{name} is '{result.Tokens[0].Value}'; it must be {rule}.");
                return null;
            },
        };

    /// <summary>One of a few words.</summary>
    public static Option<T?> OneOf<T>(string name, string description, params (string Word, T Value)[] choices)
        where T : struct
    {
        var option = new Option<T?>(name)
        {
            Description = description,
            HelpName = string.Join('|', choices.Select(choice => choice.Word)),
            CustomParser = result => Choose(result, name, choices),
        };
        option.CompletionSources.Add([.. choices.Select(choice => choice.Word)]);
        return option;
    }

    /// <summary>The coordinates of vectors.</summary>
    public static Option<Embedding?> Embedding() => OneOf(
        "--embedding", "Coordinates: every function with variance 1, or times its singular value, or times its root. Left out: whitened.",
        ("whitened", ContextureDsl.Embedding.Whitened), ("scaled", ContextureDsl.Embedding.Scaled), ("half-scaled", ContextureDsl.Embedding.HalfScaled));

    private static T? Choose<T>(ArgumentResult result, string name, (string Word, T Value)[] choices)
        where T : struct
    {
        var word = result.Tokens[0].Value;
        foreach (var choice in choices)
            if (choice.Word == word) return choice.Value;
        result.AddError($"{name} is '{word}'; it must be one of {string.Join(", ", choices.Select(choice => choice.Word))}.");
        return null;
    }
}
