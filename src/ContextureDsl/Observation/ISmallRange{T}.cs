namespace ContextureDsl.Observation;

/// <summary>A type whose usual values are a small range of whole numbers: enums, bool, bytes. Implemented by empty structs.</summary>
public interface ISmallRange<in T>
{
    /// <summary>The smallest number of the range.</summary>
    static abstract long Smallest { get; }

    /// <summary>How many numbers the range has; an array of this length is kept.</summary>
    static abstract int Size { get; }

    /// <summary>The number of a value; different values have different numbers. Numbers outside the range are allowed, and slower.</summary>
    static abstract long Of(T value);
}
