using System.Collections.Generic;
using ContextureDsl.Compiler.Equality;

namespace ContextureDsl.Compiler.Model;

/// <summary>Encoders side by side.</summary>
/// <param name="Parts">What is learnt, in order.</param>
public sealed record ConcatenationModel(EquatableArray<ContextModel> Parts) : ContextModel
{
    /// <inheritdoc/>
    public override IEnumerable<ContextModel> Children => Parts;
}
