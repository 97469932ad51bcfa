using System.Collections.Generic;

namespace ContextureDsl.Compiler.Model;

/// <summary>There and back.</summary>
/// <param name="Context">What is gone through.</param>
public sealed record SmoothModel(ContextModel Context) : ContextModel
{
    /// <inheritdoc/>
    public override IEnumerable<ContextModel> Children => [Context];
}
