namespace ContextureDsl.Compiler.Findings;

/// <summary>What the reader can find wrong or slow about how a declaration is written. Each is one rule of the analyzers.</summary>
public enum FindingCode
{
    /// <summary>CTX0001: the type, or one that contains it, is not partial.</summary>
    NotPartial,

    /// <summary>CTX0002: the type cannot be extended or named from another file.</summary>
    UnsupportedContainer,

    /// <summary>CTX0003: the project's language version is below the one that emitted code is written in.</summary>
    LanguageVersion,

    /// <summary>CTX0010: the tree, or a part of it, is decided when the object is made.</summary>
    NotRead,

    /// <summary>CTX0011: a part is written in a place that cannot be seen.</summary>
    NotFollowed,

    /// <summary>CTX0012: a selector captures something, so it stays a delegate call.</summary>
    Captures,

    /// <summary>CTX0021: the declaration is not exactly one of the two forms.</summary>
    AmbiguousForm,
}
