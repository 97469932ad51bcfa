using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>Anything that can be learnt: an immutable tree. Two are equal when their canonical texts are, whatever lambda parameters and names are called.</summary>
/// <remarks>
/// The text has the code of every lambda, not what the code refers to. Hence equal texts mean the same only as long as that is the same too: <c>r => r.Stars > least</c>
/// reads alike for any value of the captured <c>least</c>, and so does a method group or a member of the same name from another class.
/// </remarks>
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
