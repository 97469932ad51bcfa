namespace ContextureDsl.Conformance.Declarations;

/// <summary>An enum that is too wide for an array.</summary>
internal enum Scale : long
{
    None,
    Million = 1_000_000,
    Largest = long.MaxValue,
}
