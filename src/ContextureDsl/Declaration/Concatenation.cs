using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>Encoders side by side: can be learnt, and concatenated again, but has no operator of its own, so that it cannot be a part of another mix.</summary>
public sealed class Concatenation<TInput> : Definition<TInput>
    where TInput : notnull
{
    internal Concatenation(ContextNode node) : base(node) { }
}
