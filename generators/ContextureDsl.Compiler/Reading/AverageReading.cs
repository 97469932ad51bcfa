using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>An untagged convex combination.</summary>
public sealed class AverageReading : CombinationReading
{
    internal AverageReading(IInvocationOperation call, ImmutableArray<WeighedReading> parts, Location? site) : base(call, parts, site) { }
}
