namespace ContextureDsl.Observation;

/// <summary>An alphabet whose value type does not matter to the reader.</summary>
public interface IAlphabet
{
    /// <summary>Number of distinct values.</summary>
    int Count { get; }

    /// <summary>The type of the values.</summary>
    Type ValueType { get; }

    /// <summary>A value as text, for messages.</summary>
    string Describe(int index);

    /// <summary>The alphabet of the values with these numbers, renumbered in the given (ascending) order.</summary>
    IAlphabet Keep(ReadOnlySpan<int> kept);

    /// <summary>Runs typed code on this alphabet without reflection.</summary>
    TResult Accept<TResult>(IAlphabetVisitor<TResult> visitor);
}
