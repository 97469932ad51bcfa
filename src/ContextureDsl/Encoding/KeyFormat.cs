using System.Globalization;
using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>How values of X and A are written: as labels for people, and as keys in a file.</summary>
internal static class KeyFormat
{
    /// <summary>A value as text, the same under every culture: strings as they are, dates as yyyy-MM-dd, enum members by name.</summary>
    public static string Label<T>(T value) => value switch
    {
        string text => text,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    /// <summary>How values of this type are kept in a file.</summary>
    public static KeyKind KindOf<T>()
    {
        if (typeof(T) == typeof(string)) return KeyKind.Text;
        if (typeof(T) == typeof(Guid)) return KeyKind.Guid;
        if (typeof(T) == typeof(DateOnly)) return KeyKind.Number;
        return Type.GetTypeCode(typeof(T)) is >= TypeCode.Boolean and <= TypeCode.UInt64 ? KeyKind.Number : KeyKind.Written;
    }

    /// <summary>A value of <see cref="KeyKind.Number"/>: integers, bool, char, enums by underlying value, days by number; 64-bit unsigned ones by their bits.</summary>
    public static long ToNumber<T>(T value)
    {
        if (value is DateOnly day) return day.DayNumber;
        return Type.GetTypeCode(typeof(T)) switch
        {
            TypeCode.Boolean => Unsafe.As<T, bool>(ref value) ? 1 : 0,
            TypeCode.SByte => Unsafe.As<T, sbyte>(ref value),
            TypeCode.Byte => Unsafe.As<T, byte>(ref value),
            TypeCode.Int16 => Unsafe.As<T, short>(ref value),
            TypeCode.UInt16 or TypeCode.Char => Unsafe.As<T, ushort>(ref value),
            TypeCode.Int32 => Unsafe.As<T, int>(ref value),
            TypeCode.UInt32 => Unsafe.As<T, uint>(ref value),
            TypeCode.Int64 or TypeCode.UInt64 => Unsafe.As<T, long>(ref value),
            _ => throw new InvalidOperationException($"{TypeText.Of<T>()} is not kept as a number."),
        };
    }

    /// <summary>The value of a number; false where the type has no such value.</summary>
    public static bool TryFromNumber<T>(long number, out T value)
    {
        value = default!;
        if (typeof(T) == typeof(DateOnly))
        {
            if (number < DateOnly.MinValue.DayNumber || number > DateOnly.MaxValue.DayNumber) return false;
            value = (T)(object)DateOnly.FromDayNumber((int)number);
            return true;
        }
        switch (Type.GetTypeCode(typeof(T)))
        {
            case TypeCode.Boolean:
                Unsafe.As<T, bool>(ref value) = number == 1;
                break;
            case TypeCode.SByte or TypeCode.Byte:
                Unsafe.As<T, byte>(ref value) = unchecked((byte)number);
                break;
            case TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Char:
                Unsafe.As<T, ushort>(ref value) = unchecked((ushort)number);
                break;
            case TypeCode.Int32 or TypeCode.UInt32:
                Unsafe.As<T, uint>(ref value) = unchecked((uint)number);
                break;
            case TypeCode.Int64 or TypeCode.UInt64:
                Unsafe.As<T, long>(ref value) = number;
                break;
            default:
                return false;
        }
        return ToNumber(value) == number;
    }
}
