using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Both context values at once.</summary>
public sealed class JointReading : MixReading
{
    internal JointReading(IInvocationOperation call, NodeReading first, NodeReading second, Location? site) : base(call, site)
    {
        First = first;
        Second = second;
    }

    /// <summary>The context of the first value.</summary>
    public NodeReading First { get; }

    /// <summary>The context of the second.</summary>
    public NodeReading Second { get; }

    public override IEnumerable<NodeReading> Children => [First, Second];
}
