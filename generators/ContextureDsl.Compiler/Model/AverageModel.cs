using System.Collections.Generic;
using System.Linq;
using ContextureDsl.Compiler.Equality;

namespace ContextureDsl.Compiler.Model;

/// <summary>An untagged convex combination.</summary>
/// <param name="Parts">The parts in order.</param>
public sealed record AverageModel(EquatableArray<WeighedModel> Parts) : ContextModel
{
    /// <inheritdoc/>
    public override IEnumerable<ContextModel> Children => Parts.Select(part => part.Context);
}
