using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace ContextureDsl.Compiler.Equality;

/// <summary>Makes equatable arrays with the element type inferred.</summary>
public static class EquatableArray
{
    public static EquatableArray<T> Of<T>(IEnumerable<T> items) where T : IEquatable<T> => new(items.ToImmutableArray());
}
