namespace ContextureDsl;

/// <summary>How the values of an alphabet are kept in a file; the numbers are part of the format.</summary>
internal enum KeyKind : byte
{
    /// <summary>Strings, as UTF-8.</summary>
    Text = 1,

    /// <summary>Integers, bool, char, enums by underlying value, DateOnly by day number: 64 bits each.</summary>
    Number = 2,

    /// <summary>Guids: 16 bytes each.</summary>
    Guid = 3,

    /// <summary>Values of any other type, as the text that a <see cref="KeyText"/> writes.</summary>
    Written = 4,
}
