using ContextureDsl.Observation;

namespace ContextureDsl.Association;

/// <summary>One context of a joint distribution: its share w, its conditional law R(a|x) and its marginal q(a).</summary>
/// <remarks>
/// Unless there is a <see cref="Walk"/>, R(a|x) = <see cref="Table"/> row x divided by its sum. A row without pairs is an input that this part never saw: there A is independent of
/// x, R(a|x) = q(a). Hence q(a) = Σ over seen x of p(x) R(a|x), divided by the seen mass Σ p(x).
/// </remarks>
public sealed class JointPart
{
    /// <summary>Takes over the arrays.</summary>
    public JointPart(double share, PairTable table, double[] rowSums, double[] variableMarginal, bool hasUnseen)
    {
        Share = share;
        Table = table;
        RowSums = rowSums;
        VariableMarginal = variableMarginal;
        HasUnseen = hasUnseen;
    }

    /// <summary>The share w of this part; the shares of all parts sum to one.</summary>
    public double Share { get; }

    /// <summary>The counted pairs over the common alphabet of inputs; of a walk, its single step, with the states as columns.</summary>
    public PairTable Table { get; }

    /// <summary>The sum of each row of <see cref="Table"/>; zero for an unseen input.</summary>
    public double[] RowSums { get; }

    /// <summary>q: the law of this part's variable under the common P_X; positive, sums to one.</summary>
    public double[] VariableMarginal { get; }

    /// <summary>A walk of two steps or more, whose law is a polynomial of the table's rows; null where R(a|x) is the row itself.</summary>
    public PartWalk? Walk { get; init; }

    /// <summary>Whether some input was never seen by this part.</summary>
    public bool HasUnseen { get; }
}
