using System.Collections.Generic;
using System.Linq;
using ContextureDsl.Compiler.Equality;

namespace ContextureDsl.Compiler.Model;

/// <summary>A tagged convex combination.</summary>
/// <param name="Parts">The parts in order.</param>
/// <param name="IsLearnt">Whether the weights are learnt.</param>
public sealed record ConvexModel(EquatableArray<WeighedModel> Parts, bool IsLearnt) : ContextModel
{
    /// <inheritdoc/>
    public override IEnumerable<ContextModel> Children => Parts.Select(part => part.Context);
}
