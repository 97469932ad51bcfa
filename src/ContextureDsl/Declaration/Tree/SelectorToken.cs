namespace ContextureDsl.Tree;

/// <summary>A piece of a lambda's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written.</param>
internal readonly record struct SelectorToken(SelectorTokenKind Kind, string Text);
