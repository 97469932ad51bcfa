using System.Collections.Generic;
using System.Linq;
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

    /// <summary>Whether no input of the mix is unknown to a part, so that what holds on the inputs that it has holds on all: it counts every row of the one source that all parts read, by the same key.</summary>
    /// <remarks>A row with the weight zero is not there, age may take a weight to zero, and contexts of other kinds have inputs that no selector tells.</remarks>
    public static bool HasEveryInput(PartReading part, IEnumerable<PartReading> all) =>
        part is ObservedReading { Rows.Filters.IsEmpty: true, Weight: null, Time: null, HasMinimumCount: false } observed && all.All(other => other is ObservedReading its && ReadsTheSame(observed.Input, its.Input));

    private static bool ReadsTheSame(InputReading one, InputReading other) =>
        one.Rows.Source == other.Rows.Source && !one.Many && !other.Many &&
        (ReferenceEquals(one, other) || (one.Selector.Body is { } body && other.Selector.Body is { } its && SameExpression.Holds(body, its)));

    /// <summary>Whether every row has the same context value, so that E[f(A)|X] is constant.</summary>
    public static bool IsIndependent(PartReading part) => part is ObservedReading observed && NatureReader.Of(observed.Variable, observed.Many) == Nature.Constant;
}
