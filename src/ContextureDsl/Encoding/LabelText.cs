using System.Text;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>The labels of an export.</summary>
internal static class LabelText
{
    /// <summary>The label of every value, distinct and in order.</summary>
    /// <param name="known">The values.</param>
    /// <param name="label">Value to text; null for types that have one text under every culture.</param>
    /// <param name="adapt">What the format makes of a label.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="KeyTextException">A type needs a label function, two values get the same label, or one gets an empty one or one that UTF-8 cannot say.</exception>
    public static string[] Of<T>(IReadOnlyCollection<T> known, Func<T, string>? label, Func<string, string> adapt, CancellationToken cancellationToken)
        where T : notnull
    {
        if (label is null && KeyFormat.KindOf<T>() == KeyKind.Written)
            throw new KeyTextException($"Values of {TypeText.Of<T>()} have no text of their own that is the same under every culture. Pass a label function for them.");
        var labels = new List<string>(known.Count);
        var owners = new Dictionary<string, T>(known.Count);
        foreach (var value in known)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = adapt(label is null ? KeyFormat.Label(value) : label(value));
            if (text.Length == 0) throw new KeyTextException($"The value number {labels.Count} has an empty label, which no reader can ask for. Pass a label function that names it.");
            if (HalfPair(text) is { } half)
                throw new KeyTextException(FormattableString.Invariant(
                    $"The label of the value number {labels.Count} has half of a surrogate pair, U+{(int)text[half]:X4}, at position {half}, which UTF-8 cannot say. Pass a label function that writes it another way."));
            if (!owners.TryAdd(text, value))
                throw new KeyTextException($"Two values get the label '{text}' in this format: '{KeyFormat.Label(owners[text])}' and '{KeyFormat.Label(value)}'. Pass a label function that keeps them apart.");
            labels.Add(text);
        }
        return [.. labels];
    }

    /// <summary>Where a surrogate stands without its other half; null where none does.</summary>
    private static int? HalfPair(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return i;
            i++;
        }
        return null;
    }

    /// <summary>One line for any label: \ becomes \\, line feed \n, carriage return \r.</summary>
    public static string Escape(string label) => label.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);

    /// <summary>The label of a line.</summary>
    public static string Unescape(string line)
    {
        if (!line.Contains('\\', StringComparison.Ordinal)) return line;
        var label = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\\' || i + 1 == line.Length)
            {
                label.Append(line[i]);
                continue;
            }
            var next = line[++i];
            label.Append(next switch { 'n' => '\n', 'r' => '\r', _ => next });
        }
        return label.ToString();
    }
}
