using System.Runtime.CompilerServices;

namespace ContextureDsl.Observation;

/// <summary>An alphabet in an array that the value itself indexes. Values outside the range, such as undeclared members of an enum, go to a dictionary.</summary>
/// <typeparam name="T">The values.</typeparam>
/// <typeparam name="TRange">Where a value stands in the array.</typeparam>
public sealed class SmallRangeAlphabet<T, TRange> : GrowingAlphabet<T>
    where T : notnull
    where TRange : struct, ISmallRange<T>
{
    /// <summary>Number + 1 by position in the range, so that zero is a value not seen.</summary>
    private readonly int[] numbers = new int[TRange.Size];
    private Dictionary<T, int>? outside;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override int Number(T value)
    {
        var position = (ulong)(TRange.Of(value) - TRange.Smallest);
        return position < (ulong)numbers.Length && numbers[position] is > 0 and var number ? number - 1 : Add(value, position);
    }

    /// <inheritdoc/>
    public override bool TryIndex(T value, out int index)
    {
        var position = (ulong)(TRange.Of(value) - TRange.Smallest);
        index = position < (ulong)numbers.Length ? numbers[position] - 1 : outside?.GetValueOrDefault(value, -1) ?? -1;
        return index >= 0;
    }

    private protected override GrowingAlphabet<T> Fresh() => new SmallRangeAlphabet<T, TRange>();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Add(T value, ulong position)
    {
        if (position < (ulong)numbers.Length)
        {
            numbers[position] = Append(value) + 1;
            return numbers[position] - 1;
        }
        outside ??= [];
        if (!outside.TryGetValue(value, out var index)) outside.Add(value, index = Append(value));
        return index;
    }
}
