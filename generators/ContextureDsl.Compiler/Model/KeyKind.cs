namespace ContextureDsl.Compiler.Model;

/// <summary>Families of key types.</summary>
public enum KeyKind
{
    /// <summary>Anything else: <c>EqualityComparer&lt;T&gt;.Default</c>.</summary>
    Other,

    /// <summary>string, compared ordinally.</summary>
    String,

    /// <summary>bool, byte, sbyte and enums whose members span a small range: an array indexed by the value.</summary>
    SmallRange,

    /// <summary>16-, 32- and 64-bit integers, char, and enums of a wide range.</summary>
    Integer,

    /// <summary>Guid.</summary>
    Guid,

    /// <summary>DateOnly.</summary>
    DateOnly,

    /// <summary>A value tuple: hashed and compared field by field.</summary>
    Tuple,

    /// <summary>A record struct with the compiler's own equality: hashed and compared field by field.</summary>
    RecordStruct,
}
