namespace ContextureDsl.Association;

/// <summary>
/// P⁺ over one alphabet of inputs: one context, or a tagged convex combination of several, whose variable is A = (j, a) with
/// P⁺(x,(j,a)) = wⱼ p(x) Rⱼ(a|x). The columns of the parts stand side by side; nothing is copied together.
/// </summary>
public sealed class JointDistribution
{
    /// <summary>Takes over marginals and parts; see <see cref="JointPart"/> for what the parts must satisfy.</summary>
    public JointDistribution(double[] inputMarginal, IReadOnlyList<JointPart> parts)
    {
        InputMarginal = inputMarginal;
        Parts = parts;
        var start = 0;
        var starts = new int[parts.Count + 1];
        for (var i = 0; i < parts.Count; i++) starts[i + 1] = start += parts[i].VariableMarginal.Length;
        VariableStarts = starts;
    }

    /// <summary>Number of inputs N.</summary>
    public int Inputs => InputMarginal.Length;

    /// <summary>Number of context values M, all parts together.</summary>
    public int Variables => VariableStarts[^1];

    /// <summary>P_X: N positive numbers that sum to one.</summary>
    public double[] InputMarginal { get; }

    /// <summary>The parts; one if nothing is mixed.</summary>
    public IReadOnlyList<JointPart> Parts { get; }

    /// <summary>Where the columns of each part start; one more entry than parts, the last is M.</summary>
    public IReadOnlyList<int> VariableStarts { get; }

    /// <summary>Number of distinct pairs with positive weight, all parts together (pairs of unseen inputs not counted).</summary>
    public long Pairs
    {
        get
        {
            var pairs = 0L;
            foreach (var part in Parts) pairs += part.Table.Pairs;
            return pairs;
        }
    }
}
