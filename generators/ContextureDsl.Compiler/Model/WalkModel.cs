using System.Collections.Generic;

namespace ContextureDsl.Compiler.Model;

/// <summary>A context from inputs to inputs, taken a number of steps.</summary>
/// <param name="Context">One step.</param>
/// <param name="Name">The name of the method.</param>
public sealed record WalkModel(ContextModel Context, string Name) : ContextModel
{
    /// <inheritdoc/>
    public override IEnumerable<ContextModel> Children => [Context];
}
