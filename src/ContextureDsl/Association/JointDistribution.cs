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

    /// <summary>χ²(X, A) = Σ P⁺(x,a)² / (p(x) q(a)) − 1 = Σ sᵢ² over the whole spectrum, the constant excluded. One pass, no decomposition.</summary>
    /// <remarks>For a mix exactly Σ wⱼ χ²ⱼ. Null where a part is a walk of two steps or more, whose law is never written down.</remarks>
    public double? ChiSquared()
    {
        double? sum = 0.0;
        for (var j = 0; j < Parts.Count; j++) sum += Parts[j].Share * ChiSquared(j);
        return sum;
    }

    /// <summary>χ² of one part alone under the common P_X: Σ p(x) (Σ R(a|x)² / q(a) − 1) over the inputs it saw; the others are independent and add nothing. Null for a walk of two steps or more.</summary>
    public double? ChiSquared(int part)
    {
        if (Parts[part].Walk is not null) return null;
        var (table, sums, marginal) = (Parts[part].Table, Parts[part].RowSums, Parts[part].VariableMarginal);
        var sum = 0.0;
        for (var x = 0; x < Inputs; x++)
        {
            if (sums[x] == 0) continue;
            var row = 0.0;
            for (var i = table.RowOffsets[x]; i < table.RowOffsets[x + 1]; i++)
            {
                var conditional = table.Weights[i] / sums[x];
                row += conditional * conditional / marginal[table.Columns[i]];
            }
            sum += InputMarginal[x] * (row - 1);
        }
        return Math.Max(0, sum);
    }
}
