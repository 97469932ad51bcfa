using System.Collections.Generic;
using System.Globalization;

namespace ContextureDsl.Mixing;

/// <summary>A walk on a mix whose context variable is an input: f(R). Walks on single parts belong to the parts.</summary>
internal sealed class WalkTerm : MixTerm
{
    public WalkTerm(int walk, MixTerm step) : base(Written(walk, step.Text), Written(walk, step.Structure))
    {
        Walk = walk;
        Step = step;
        Children = [step];
    }

    /// <summary>Which walk of the declaration it is: finds its law.</summary>
    public int Walk { get; }

    /// <summary>One step.</summary>
    public MixTerm Step { get; }

    public override IReadOnlyList<MixTerm> Children { get; }

    public override MixTerm With(IReadOnlyList<MixTerm> children) => new WalkTerm(Walk, children[0]);

    private static string Written(int walk, string step) => "walk" + walk.ToString(CultureInfo.InvariantCulture) + "(" + step + ")";
}
