using ContextureDsl.Association;
using ContextureDsl.Observation;

namespace ContextureDsl.Mixing;

/// <summary>A mix of observed contexts: its parts with their values, and its numbers.</summary>
/// <param name="Parts">The declared parts, and behind them those that are made of them.</param>
/// <param name="Names">By part.</param>
/// <param name="Derived">The parts that are made of others, in their order behind the declared ones.</param>
/// <param name="Joint">The numbers.</param>
internal sealed record MixedContext<TInput>(IReadOnlyList<ObservedPart<TInput>> Parts, IReadOnlyList<string> Names, IReadOnlyList<DerivedPart> Derived, MixedJoint Joint)
    where TInput : notnull
{
    /// <summary>An upper bound of the number of functions besides the constant one: a product has no more than its factors, a sum no more than its parts together.</summary>
    public int MostFunctions => Most(Joint.Term);

    private int Most(MixTerm term)
    {
        var inputs = Joint.Parts.Inputs - 1;
        return term switch
        {
            PartTerm part => Math.Min(inputs, Joint.Parts.Parts[part.Part].VariableMarginal.Length - 1),
            ChainTerm chain => chain.Children.Select(Most).Append(inputs).Min(),
            WalkTerm walk => Math.Min(inputs, Joint.Walks[walk.Text].Ends.Length - 1),
            // Values that the parts share are columns of the mix once.
            AverageTerm average => Math.Min(Sum(average, inputs), Joint.Averages[average.Text].Columns.Max(columns => columns.Max())),
            _ => Sum(term, inputs),
        };
    }

    private int Sum(MixTerm term, int inputs) => (int)Math.Min(inputs, term.Children.Sum(child => (long)Most(child)));
}
