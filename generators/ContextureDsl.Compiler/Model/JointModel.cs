using System.Collections.Generic;

namespace ContextureDsl.Compiler.Model;

/// <summary>Both context values at once.</summary>
/// <param name="First">The context of the first value.</param>
/// <param name="Second">The context of the second.</param>
public sealed record JointModel(ContextModel First, ContextModel Second) : ContextModel
{
    /// <inheritdoc/>
    public override IEnumerable<ContextModel> Children => [First, Second];
}
