using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Encoders side by side; those within it are flattened.</summary>
public sealed class ConcatenationReading : MixReading
{
    internal ConcatenationReading(IInvocationOperation call, ImmutableArray<NodeReading> parts, Location? site) : base(call, site) => Parts = parts;

    /// <summary>What is learnt, in order.</summary>
    public ImmutableArray<NodeReading> Parts { get; }

    public override IEnumerable<NodeReading> Children => Parts;
}
