namespace ContextureDsl.Tree;

/// <summary>What a piece of a lambda's text is, as far as renaming the parameter needs to know.</summary>
internal enum SelectorTokenKind
{
    /// <summary>An identifier or a keyword.</summary>
    Word,

    /// <summary>White space and comments.</summary>
    Gap,

    /// <summary>Numbers, literal text, operators and brackets.</summary>
    Other,
}
