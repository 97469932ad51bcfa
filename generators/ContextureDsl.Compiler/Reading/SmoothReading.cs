using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>There and back.</summary>
public sealed class SmoothReading : MixReading
{
    internal SmoothReading(IInvocationOperation call, NodeReading context, Location? site) : base(call, site) => Context = context;

    /// <summary>What is gone through.</summary>
    public NodeReading Context { get; }

    public override IEnumerable<NodeReading> Children => [Context];
}
