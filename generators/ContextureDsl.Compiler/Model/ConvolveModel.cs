using System.Collections.Generic;
using ContextureDsl.Compiler.Equality;

namespace ContextureDsl.Compiler.Model;

/// <summary>A convolution.</summary>
/// <param name="Factors">What is gone through, and at the end what is seen.</param>
public sealed record ConvolveModel(EquatableArray<ContextModel> Factors) : ContextModel
{
    /// <inheritdoc/>
    public override IEnumerable<ContextModel> Children => Factors;
}
