using System;
using System.Collections.Generic;
using System.Linq;

namespace ContextureDsl.Mixing;

/// <summary>A mix as an expression over the parts of a declaration, each known by its number. Immutable; equal when written alike.</summary>
/// <remarks>The generator compiles these files too, so that both readings of a declaration follow the same rules.</remarks>
internal abstract class MixTerm : IEquatable<MixTerm>
{
    private protected MixTerm(string text, string structure)
    {
        Text = text;
        Structure = structure;
    }

    /// <summary>The expression with its weights.</summary>
    public string Text { get; }

    /// <summary>The expression without its weights: what decides how it is computed.</summary>
    public string Structure { get; }

    /// <summary>What stands in it, in the order of the columns.</summary>
    public abstract IReadOnlyList<MixTerm> Children { get; }

    /// <summary>The same expression over other children.</summary>
    /// <param name="children">As many as <see cref="Children"/>.</param>
    public abstract MixTerm With(IReadOnlyList<MixTerm> children);

    /// <summary>This term and all that stands in it, from the outside in and from left to right.</summary>
    public IEnumerable<MixTerm> All() => Children.SelectMany(child => child.All()).Prepend(this);

    /// <summary>The numbers of the parts in it, each once, in the order in which they first occur.</summary>
    public IReadOnlyList<int> Parts() => [.. All().OfType<PartTerm>().Select(part => part.Part).Distinct()];

    /// <summary>Whether there is a convolution in it.</summary>
    public bool HasChain => this is ChainTerm || Children.Any(child => child.HasChain);

    /// <inheritdoc/>
    public bool Equals(MixTerm? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MixTerm);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Text;

    private protected static string Joined(IEnumerable<string> texts) => string.Join(", ", texts);
}
