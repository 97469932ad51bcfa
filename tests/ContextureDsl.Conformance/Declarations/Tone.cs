namespace ContextureDsl.Conformance.Declarations;

/// <summary>A class with an equality of its own, in which case does not matter.</summary>
internal sealed class Tone(string name) : IEquatable<Tone>
{
    public bool Equals(Tone? other) => other is not null && string.Equals(name, other.ToString(), StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => Equals(obj as Tone);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(name);

    public override string ToString() => name;
}
