using ContextureDsl.Compiler.Reading;

namespace ContextureDsl.Analyzers.Association;

/// <summary>Proves what can be proved about the law of a part from its selectors.</summary>
internal static class PartLaw
{
    /// <summary>Whether every context value belongs to one input, so that E[g(X)|A] = g(X).</summary>
    /// <remarks>Several inputs beside several contexts of one row is co-occurrence, which pairs each item with its neighbours as well.</remarks>
    public static bool IsIdentity(PartReading part) =>
        part is ObservedReading { Many: false, Input.Many: false, Variable.Body: { } variable, Input.Selector: { Body: { } input } key } &&
        Determination.Holds(variable, input) && NatureReader.Of(key, many: false) != Nature.Constant;

    /// <summary>Whether every row has the same context value, so that E[f(A)|X] is constant.</summary>
    public static bool IsIndependent(PartReading part) => part is ObservedReading observed && NatureReader.Of(observed.Variable, observed.Many) == Nature.Constant;
}
