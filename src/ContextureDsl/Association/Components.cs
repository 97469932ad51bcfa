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
        for (var j = 0; j < joint.Parts.Count; j++)
        {
            var (part, first) = (joint.Parts[j], inputs + joint.VariableStarts[j]);
            if (part.Walk is { } walk)
            {
                if (areClosed) WalkComponents.JoinSteps(sets, walk, part.Table, first);
                else WalkComponents.JoinEnds(sets, walk, part.Table, first);
            }
            else JoinPairs(sets, part.Table, first);
            if (!part.HasUnseen) continue;
            for (var x = 0; x < inputs; x++)
                if (part.RowSums[x] == 0) sets.Join(x, first);
            for (var a = 1; a < part.VariableMarginal.Length; a++) sets.Join(first, first + a);
        }
        return Map(joint, sets);
    }

    private static void JoinPairs(DisjointSets sets, PairTable table, int first)
    {
        for (var x = 0; x < table.Inputs; x++)
            for (var i = table.RowOffsets[x]; i < table.RowOffsets[x + 1]; i++) sets.Join(x, first + table.Columns[i]);
    }

    private static ComponentMap Map(JointDistribution joint, DisjointSets sets)
    {
        // Every context value occurs with some input, so every root is an input, the first one of its component.
        var byRoot = new int[joint.Inputs];
        var masses = new List<double>();
        for (var x = 0; x < joint.Inputs; x++)
        {
            ref var component = ref byRoot[sets.Root(x)];
            if (component == 0)
            {
                masses.Add(0);
                component = masses.Count;
            }
            masses[component - 1] += joint.InputMarginal[x];
        }
        var order = Enumerable.Range(0, masses.Count).OrderByDescending(component => masses[component]).ToArray();
        var rank = new int[order.Length];
        for (var i = 0; i < order.Length; i++) rank[order[i]] = i;
        int[] Numbers(int start, int count)
        {
            var numbers = new int[count];
            for (var i = 0; i < count; i++) numbers[i] = rank[byRoot[sets.Root(start + i)] - 1];
            return numbers;
        }
        var ofInput = Numbers(0, joint.Inputs);
        var ofVariable = Numbers(joint.Inputs, joint.Variables);
        var (inputs, variables) = (Sizes(ofInput, order.Length), Sizes(ofVariable, order.Length));
        var singletons = inputs.Zip(variables).Count(size => size is (1, 1));
        return new(order.Length, ofInput, ofVariable, [.. order.Select(component => masses[component])], inputs, variables, singletons);
    }

    private static int[] Sizes(int[] components, int count)
    {
        var sizes = new int[count];
        foreach (var component in components) sizes[component]++;
        return sizes;
    }
}
