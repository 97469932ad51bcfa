namespace ContextureDsl.Conformance.Studies;

/// <summary>One member of an institute has written to another, or to themselves.</summary>
/// <param name="From">Who wrote.</param>
/// <param name="To">To whom.</param>
public readonly record struct Mail(int From, int To);
