using System.Collections.Generic;
using System.Globalization;

namespace ContextureDsl.Mixing;

/// <summary>A part of the declaration.</summary>
internal sealed class PartTerm : MixTerm
{
    public PartTerm(int part) : base(Name(part), Name(part)) => Part = part;

    /// <summary>Its number.</summary>
    public int Part { get; }

    public override IReadOnlyList<MixTerm> Children => [];

    public override MixTerm With(IReadOnlyList<MixTerm> children) => this;

    private static string Name(int part) => "#" + part.ToString(CultureInfo.InvariantCulture);
}
