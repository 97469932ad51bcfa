using ContextureDsl.Tree;

namespace ContextureDsl.Execution;

/// <summary>What is tried: every part alone; of two parts convex mixes with several weights and both convolutions; of more, the same of every pair with equal weights, and all with equal weights; the encoders of all side by side; and what is declared.</summary>
internal sealed class MixCandidates
{
    private readonly IReadOnlyList<DeclaredPart> parts;
    private readonly ContextNode[] leaves;
    private readonly string[] names;
    private readonly MixFormula formula;
    private readonly List<MixCandidate> candidates = [];

    private MixCandidates(IReadOnlyList<DeclaredPart> parts, IReadOnlyList<string> names)
    {
        this.parts = parts;
        this.names = [.. names];
        leaves = [.. parts.Select(part => part.Walk is { } walk ? new WalkNode(part.Part, "Walk", walk) : (ContextNode)part.Part)];
        formula = new(parts, this.names);
    }

    /// <param name="parts">The parts.</param>
    /// <param name="names">Their names, each another one.</param>
    /// <param name="weights">Weights of the first of two parts.</param>
    /// <param name="declared">What is declared; null where parts only are given.</param>
    public static IReadOnlyList<MixCandidate> Of(IReadOnlyList<DeclaredPart> parts, IReadOnlyList<string> names, IReadOnlyList<double> weights, ContextNode? declared)
    {
        var candidates = new MixCandidates(parts, names);
        candidates.AddAll(parts.Count == 2 ? weights : [0.5]);
        if (declared is not null) candidates.AddDeclared(declared);
        return candidates.candidates;
    }

    private void AddAll(IReadOnlyList<double> weights)
    {
        for (var i = 0; i < parts.Count; i++) candidates.Add(new(leaves[i], names[i], [i], null));
        for (var i = 0; i < parts.Count; i++)
        {
            for (var j = i + 1; j < parts.Count; j++)
            {
                foreach (var weight in weights) AddConvex((i, weight), (j, 1 - weight));
                AddConvolution(i, j);
                AddConvolution(j, i);
            }
        }
        if (parts.Count > 2) AddConvex([.. Enumerable.Range(0, parts.Count).Select(part => (part, 1.0 / parts.Count))]);
        AddConcatenation();
    }

    private void AddConvex(params (int Part, double Weight)[] weighed)
    {
        var node = new ConvexNode([.. weighed.Select(one => (one.Weight, leaves[one.Part]))]);
        var weights = new double[parts.Count];
        foreach (var (part, weight) in weighed) weights[part] = weight;
        candidates.Add(new(node, formula.Of(node), [.. weighed.Select(one => one.Part)], weights));
    }

    private void AddConvolution(int first, int then)
    {
        var node = new ConvolveNode([leaves[first], leaves[then]]);
        candidates.Add(new(node, formula.Of(node), [first, then], null));
    }

    private void AddConcatenation()
    {
        var node = new ConcatenationNode(leaves);
        candidates.Add(new(node, formula.Of(node), [.. Enumerable.Range(0, parts.Count)], null));
    }

    private void AddDeclared(ContextNode declared)
    {
        var weights = WeightsOf(declared);
        var known = candidates.FindIndex(candidate => weights is not null ? IsSame(candidate.Weights, weights) : IsSame(candidate, Shares.Unnamed(declared)));
        if (known >= 0) candidates[known] = candidates[known] with { IsDeclared = true };
        else candidates.Add(new(declared, formula.Of(declared), [.. Enumerable.Range(0, parts.Count)], weights) { IsDeclared = true });
    }

    /// <summary>Equal but for the rounding of shares.</summary>
    private static bool IsSame(IReadOnlyList<double>? weights, double[] declared) => weights is not null && weights.Zip(declared).All(pair => Math.Abs(pair.First - pair.Second) < 1e-12);

    /// <summary>The same contexts in the same order: known by their leaves, because equal texts mean different things where their lambdas capture different values.</summary>
    private bool IsSame(MixCandidate candidate, ContextNode declared) => (candidate.Node, declared) switch
    {
        (ConvolveNode, ConvolveNode convolve) => candidate.Parts.SequenceEqual(Numbers(convolve.Factors)),
        (ConcatenationNode, ConcatenationNode concatenation) => candidate.Parts.SequenceEqual(Numbers(concatenation.Parts)),
        _ => false,
    };

    /// <summary>The numbers of the parts; −1 for what is a mix.</summary>
    private IEnumerable<int> Numbers(IReadOnlyList<ContextNode> contexts) => contexts.Select(context => WalkedPart.Of(context) is { } leaf ? PartList.IndexOf(parts, leaf) : -1);

    private double[]? WeightsOf(ContextNode node)
    {
        if (Shares.Unnamed(node) is not ConvexNode { Rule: null } convex) return null;
        var weights = new double[parts.Count];
        foreach (var (share, context) in Shares.Flattened(convex))
        {
            if (WalkedPart.Of(context) is not { } leaf) return null;
            weights[PartList.IndexOf(parts, leaf)] += share;
        }
        return weights;
    }
}
