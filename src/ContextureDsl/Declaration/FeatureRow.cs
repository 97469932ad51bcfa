using System.Globalization;

namespace ContextureDsl;

/// <summary>A row of numbers as a value: two are equal when all their numbers are. A view of an input whose features were corrupted.</summary>
public sealed class FeatureRow : IEquatable<FeatureRow>
{
    private readonly double[] numbers;

    /// <summary>Copies the numbers.</summary>
    public FeatureRow(params ReadOnlySpan<double> numbers) => this.numbers = numbers.ToArray();

    /// <summary>The numbers.</summary>
    public ReadOnlySpan<double> Numbers => numbers;

    /// <inheritdoc/>
    public bool Equals(FeatureRow? other) => other is not null && numbers.AsSpan().SequenceEqual(other.numbers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FeatureRow);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var number in numbers) hash.Add(number);
        return hash.ToHashCode();
    }

    /// <summary>For instance <c>[1, 0.5]</c>, the same under every culture.</summary>
    public override string ToString() => $"[{string.Join(", ", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))}]";
}
