using System.Globalization;
using System.Runtime.CompilerServices;
using ContextureDsl.Kernels;

namespace ContextureDsl.Observation;

/// <summary>
/// 64 bits that depend on the content of a value only: the same in every process, on every platform and under every culture, whatever the order of the rows. For seeds; keys
/// are hashed by <see cref="KeyHash"/>, which changes from process to process.
/// </summary>
/// <remarks>
/// Known: text, whole and floating numbers, bool, char, enums, dates, times, Guid, decimal, and tuples of these. Of any other type, the text under the invariant culture is hashed.
/// A record writes its members as text: of a DateTime or DateTimeOffset the seconds, of a TimeOnly the minutes, of an array the type only. Records that differ in no more than that have one hash.
/// </remarks>
internal static class ContentHash
{
    /// <summary>What stands for null in a tuple.</summary>
    private const ulong Nothing = 0x9E3779B97F4A7C15;

    /// <summary>The bits; equal for equal values of the known types.</summary>
    /// <exception cref="UnknownContentException">The text of the value is the name of its type.</exception>
    public static ulong Of<T>(T value)
        where T : notnull => OfContent(value);

    private static ulong OfContent(object? value) => value switch
    {
        null => Nothing,
        string text => OfText(text),
        bool or char or sbyte or byte or short or ushort or int or uint or long => Mix((ulong)((IConvertible)value).ToInt64(CultureInfo.InvariantCulture)),
        ulong bits => Mix(bits),
        double number => OfNumber(number),
        float number => OfNumber(number),

        // 1.0 equals 1.00: the format leaves zeros at the end out.
        decimal number => OfText(number.ToString("G29", CultureInfo.InvariantCulture)),
        Enum member => OfText(member.ToString("D")),
        DateTime time => Mix((ulong)time.Ticks),
        DateTimeOffset time => Mix((ulong)time.UtcTicks),
        TimeOnly time => Mix((ulong)time.Ticks),
        TimeSpan span => Mix((ulong)span.Ticks),
        ITuple tuple => OfTuple(tuple),
        _ => OfText(Written(value)),
    };

    /// <summary>The same of a row of numbers.</summary>
    public static ulong Of(ReadOnlySpan<double> numbers)
    {
        var hash = (ulong)numbers.Length;
        foreach (var number in numbers) hash = SplitMix.Fold(hash, OfNumber(number));
        return hash;
    }

    // 0.0 equals -0.0, so both have one hash.
    private static ulong OfNumber(double number) => Mix(BitConverter.DoubleToUInt64Bits(number == 0 ? 0 : number));

    private static ulong OfTuple(ITuple tuple)
    {
        var hash = (ulong)tuple.Length;
        for (var i = 0; i < tuple.Length; i++) hash = SplitMix.Fold(hash, OfContent(tuple[i]));
        return hash;
    }

    private static ulong OfText(string text)
    {
        var hash = (ulong)text.Length;
        foreach (var character in text) hash = SplitMix.Fold(hash, character);
        return hash;
    }

    /// <summary>The text under the invariant culture, also of what a record writes of its members.</summary>
    private static string Written(object value)
    {
        if (value is IFormattable formattable) return formattable.ToString(null, CultureInfo.InvariantCulture);
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            var text = value.ToString();
            return text is null || text == value.GetType().ToString() ? throw UnknownContentException.Of(value.GetType()) : text;
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static ulong Mix(ulong bits) => SplitMix.Fold(0, bits);
}
