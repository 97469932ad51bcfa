using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>A convolution.</summary>
public sealed class ConvolveReading : MixReading
{
    internal ConvolveReading(IInvocationOperation call, ImmutableArray<NodeReading> factors, Location? site) : base(call, site) => Factors = factors;

    /// <summary>What is gone through, and at the end what is seen; in the order of the parameters.</summary>
    public ImmutableArray<NodeReading> Factors { get; }

    public override IEnumerable<NodeReading> Children => Factors;
}
