using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>A combination with weights: tagged or untagged.</summary>
public abstract class CombinationReading : MixReading
{
    private protected CombinationReading(IInvocationOperation call, ImmutableArray<WeighedReading> parts, Location? site) : base(call, site) => Parts = parts;

    public ImmutableArray<WeighedReading> Parts { get; }

    public override IEnumerable<NodeReading> Children => Parts.Select(part => part.Context);
}
