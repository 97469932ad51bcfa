using System.Collections.Generic;

namespace ContextureDsl.Mixing;

/// <summary>Both context values at once: P(a₁, a₂ | x) = P₁(a₁|x) P₂(a₂|x).</summary>
internal sealed class JointTerm : MixTerm
{
    public JointTerm(int number, MixTerm first, MixTerm second)
        : base("joint(" + Joined([first.Text, second.Text]) + ")", "joint(" + Joined([first.Structure, second.Structure]) + ")")
    {
        Number = number;
        First = first;
        Second = second;
        Children = [first, second];
    }

    /// <summary>Which joint of the declaration it is: finds the types of its values.</summary>
    public int Number { get; }

    public MixTerm First { get; }

    public MixTerm Second { get; }

    public override IReadOnlyList<MixTerm> Children { get; }

    public override MixTerm With(IReadOnlyList<MixTerm> children) => new JointTerm(Number, children[0], children[1]);
}
