using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>A tagged convex combination.</summary>
public sealed class ConvexReading : CombinationReading
{
    internal ConvexReading(IInvocationOperation call, ImmutableArray<WeighedReading> parts, bool isLearnt, Location? site) : base(call, parts, site) => IsLearnt = isLearnt;

    /// <summary>Whether the weights are learnt.</summary>
    public bool IsLearnt { get; }
}
