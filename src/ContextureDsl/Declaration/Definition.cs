using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>Anything that can be learnt: an immutable tree. Equal when the trees mean the same, whatever lambda parameters and names are called.</summary>
public abstract class Definition<TInput> : IEquatable<Definition<TInput>>
    where TInput : notnull
{
    private protected Definition(ContextNode node) => Node = node;

    /// <summary>The tree.</summary>
    public ContextNode Node { get; }

    /// <summary>The tree in canonical text, one node a line.</summary>
    public override string ToString() => Node.ToString();

    /// <inheritdoc/>
    public bool Equals(Definition<TInput>? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Definition<TInput>);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
