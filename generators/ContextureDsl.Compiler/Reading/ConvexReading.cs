using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>A convex combination.</summary>
public sealed class ConvexReading : NodeReading
{
    internal ConvexReading(IInvocationOperation call, ImmutableArray<ConvexPartReading> parts)
    {
        Call = call;
        Parts = parts;
    }

    /// <summary>The call of Mix.Convex.</summary>
    public IInvocationOperation Call { get; }

    public ImmutableArray<ConvexPartReading> Parts { get; }
}
