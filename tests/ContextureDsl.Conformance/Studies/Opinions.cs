namespace ContextureDsl.Conformance.Studies;

/// <summary>Texts by parts of themselves: the declarations that the study compares.</summary>
internal static partial class Opinions
{
    [Contexture]
    internal sealed partial class Bag : Contexture<int>.From<Opinion>
    {
        protected override Definition<int> Define(Events<Opinion> opinions) =>
            opinions.Input(o => o.Number).Sequence(o => o.Tokens).Stretches(1).MinimumCount(context: 5);
    }

    [Contexture]
    internal sealed partial class Hidden(double ratio, int length) : Contexture<int>.From<Opinion>
    {
        protected override Definition<int> Define(Events<Opinion> opinions) =>
            opinions.Input(o => o.Number).Sequence(o => o.Tokens).Masked(ratio, length).MinimumCount(context: 5);
    }

    [Contexture]
    internal sealed partial class Spelt(double ratio, double letters) : Contexture<int>.From<Opinion>
    {
        protected override Definition<int> Define(Events<Opinion> opinions)
        {
            var words = opinions.Input(o => o.Number).Sequence(o => o.Tokens).Masked(ratio, length: 2).MinimumCount(context: 5);
            var spelling = opinions.Input(o => o.Number).Sequence(o => o.Text).Stretches(4).MinimumCount(context: 5);
            return Mix.Convex((1 - letters, words.Named("words")), (letters, spelling.Named("letters")));
        }
    }
}
