using ContextureDsl.Observation;

namespace ContextureDsl.Association;

/// <summary>Finds the connected components of the bipartite graph of P⁺ by union-find.</summary>
public static class Components
{
    /// <summary>The components; O(pairs α(N + M)) time, as often as the longest walk has steps, 4 (N + M) bytes.</summary>
    /// <remarks>An input that a part never saw has a positive probability with every context value of that part, so they all are one component.</remarks>
    /// <exception cref="TableSizeException">There are more inputs and context values than an array can hold.</exception>
    public static ComponentMap Of(JointDistribution joint) => Of(joint, areClosed: false);

    /// <summary>
    /// Unions of components that no step of a walk leaves: the components themselves where there are no walks. What is set aside or kept as a whole must be such a union, since a walk
    /// passes through nodes that are in other components than its ends (two steps on an even cycle).
    /// </summary>
    internal static ComponentMap Closed(JointDistribution joint) => Of(joint, areClosed: true);

    private static ComponentMap Of(JointDistribution joint, bool areClosed)
    {
        var inputs = joint.Inputs;
        var sets = new DisjointSets(ArrayLimit.Checked((long)inputs + joint.Variables, "distinct inputs and context values together"));
        for (var j = 0; j < joint.Parts.Count; j++) JoinPart(sets, joint.Parts[j], inputs + joint.VariableStarts[j], areClosed);
        return Map(joint.InputMarginal, joint.Variables, sets, a => inputs + a);
    }

    /// <summary>Joins the inputs and context values that a part sees together.</summary>
    /// <param name="sets">Inputs, and context values behind them.</param>
    /// <param name="part">The part.</param>
    /// <param name="first">The number of its first context value in <paramref name="sets"/>.</param>
    /// <param name="areClosed">Whether the steps of a walk are joined instead of its ends.</param>
    internal static void JoinPart(DisjointSets sets, JointPart part, int first, bool areClosed)
    {
        if (part.Walk is not { } walk) JoinPairs(sets, part.Table, first);
        else if (areClosed) WalkComponents.JoinSteps(sets, walk, part.Table, first);
        else WalkComponents.JoinEnds(sets, walk, part.Table, first);
        if (!part.HasUnseen) return;
        for (var x = 0; x < part.RowSums.Length; x++)
            if (part.RowSums[x] == 0) sets.Join(x, first);
        for (var a = 1; a < part.VariableMarginal.Length; a++) sets.Join(first, first + a);
    }

    private static void JoinPairs(DisjointSets sets, PairTable table, int first)
    {
        for (var x = 0; x < table.Inputs; x++)
            for (var i = table.RowOffsets[x]; i < table.RowOffsets[x + 1]; i++) sets.Join(x, first + table.Columns[i]);
    }

    /// <summary>The components in the order of their masses.</summary>
    /// <param name="inputMarginal">P_X.</param>
    /// <param name="variables">M.</param>
    /// <param name="sets">Inputs first; every context value is joined with some input.</param>
    /// <param name="numberOf">The number of a context value in <paramref name="sets"/>.</param>
    internal static ComponentMap Map(double[] inputMarginal, int variables, DisjointSets sets, Func<int, int> numberOf)
    {
        // Every context value occurs with some input, so every root is an input, the first one of its component.
        var byRoot = new int[inputMarginal.Length];
        var masses = new List<double>();
        for (var x = 0; x < inputMarginal.Length; x++)
        {
            ref var component = ref byRoot[sets.Root(x)];
            if (component == 0)
            {
                masses.Add(0);
                component = masses.Count;
            }
            masses[component - 1] += inputMarginal[x];
        }
        var order = Enumerable.Range(0, masses.Count).OrderByDescending(component => masses[component]).ToArray();
        var rank = new int[order.Length];
        for (var i = 0; i < order.Length; i++) rank[order[i]] = i;
        int[] Numbers(int count, Func<int, int> number)
        {
            var numbers = new int[count];
            for (var i = 0; i < count; i++) numbers[i] = rank[byRoot[sets.Root(number(i))] - 1];
            return numbers;
        }
        var ofInput = Numbers(inputMarginal.Length, x => x);
        var ofVariable = Numbers(variables, numberOf);
        var (inputSizes, variableSizes) = (Sizes(ofInput, order.Length), Sizes(ofVariable, order.Length));
        var singletons = inputSizes.Zip(variableSizes).Count(size => size is (1, 1));
        return new(order.Length, ofInput, ofVariable, [.. order.Select(component => masses[component])], inputSizes, variableSizes, singletons);
    }

    private static int[] Sizes(int[] components, int count)
    {
        var sizes = new int[count];
        foreach (var component in components) sizes[component]++;
        return sizes;
    }
}
