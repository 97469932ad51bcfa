using ContextureDsl.Observation;

namespace ContextureDsl.Association;

/// <summary>Acts on tiny components as declared: those that have less than 1 % of the weight of the largest one.</summary>
public static class RarePairsGuard
{
    /// <summary>One per cent, less what rounding can do to the masses: one event against a hundred is not below it.</summary>
    private const double RareShare = 0.01 * (1 - 1e-9);

    /// <summary>Finds the components and leaves the tiny ones out, keeps them, or refuses.</summary>
    /// <remarks>
    /// What is left is as if the rows set aside had never been there: every part keeps its declared share and is normalised again, and P_X is the declared one of what is left. Rarity is judged once, and
    /// of walks on the components of the graph: those of the walk itself may be finer, but one cannot be left out alone where the walk passes through it.
    /// </remarks>
    /// <exception cref="RarePairsException">There is a tiny component and <see cref="RarePairs.Reject"/> was declared.</exception>
    public static (AssociatedContext<TInput> Context, ComponentMap Components, SetAside SetAside) Apply<TInput>(AssociatedContext<TInput> context, RarePairs policy)
        where TInput : notnull
    {
        var components = Components.Closed(context.Joint);
        var (kept, setAside) = Apply(context, components, policy);
        // Without a walk both kinds of components are the same, and one pass over the pairs is enough.
        var isSame = ReferenceEquals(kept, context) && context.Joint.Parts.All(part => part.Walk is null);
        return (kept, isSame ? components : Components.Of(kept.Joint), setAside);
    }

    /// <summary>The same for any mix of the parts, whose components are given.</summary>
    /// <param name="context">The parts.</param>
    /// <param name="components">Unions of components of the mix that no step of a walk leaves.</param>
    /// <param name="policy">What to do.</param>
    internal static (AssociatedContext<TInput> Context, SetAside SetAside) Apply<TInput>(AssociatedContext<TInput> context, ComponentMap components, RarePairs policy)
        where TInput : notnull
    {
        var first = FirstRare(components);
        if (policy == RarePairs.Keep || first == components.Count) return (context, SetAside.Nothing);
        var setAside = Measure(context.Joint, components, first);
        if (policy == RarePairs.Reject) throw RarePairsException.Of(setAside, components.Count, Example(context, components, first));
        return (Without(context, components, first), setAside);
    }

    /// <summary>Components descend by mass, so the rare ones are the last.</summary>
    private static int FirstRare(ComponentMap components)
    {
        var first = 1;
        while (first < components.Count && components.Mass[first] >= RareShare * components.Mass[0]) first++;
        return first;
    }

    private static SetAside Measure(JointDistribution joint, ComponentMap components, int first)
    {
        var pairs = 0L;
        foreach (var part in joint.Parts)
            for (var x = 0; x < joint.Inputs; x++)
                if (components.OfInput[x] >= first) pairs += part.Table.RowOffsets[x + 1] - part.Table.RowOffsets[x];
        return new(components.Count - first, components.Inputs.Skip(first).Sum(), components.Variables.Skip(first).Sum(), pairs, components.Mass.Skip(first).Sum());
    }

    private static (string Input, string Variable) Example<TInput>(AssociatedContext<TInput> context, ComponentMap components, int component)
        where TInput : notnull
    {
        // Every input was seen by some part: that part has a pair of it, whereas any x and any a of a component need not have been seen together.
        var x = Array.IndexOf(components.OfInput, component);
        var part = context.Parts.First(part => part.Table.RowOffsets[x] < part.Table.RowOffsets[x + 1]);
        var column = part.Table.Columns[part.Table.RowOffsets[x]];
        return (context.Inputs.Describe(x), part.Walk is { } walk ? context.Inputs.Describe(walk.RowOfState[column]) : part.VariableAlphabet.Describe(column));
    }

    private static AssociatedContext<TInput> Without<TInput>(AssociatedContext<TInput> context, ComponentMap components, int first)
        where TInput : notnull
    {
        var joint = context.Joint;
        var rows = Kept(components.OfInput, first);
        var inputs = context.Inputs.Keep(rows);
        var parts = new ObservedPart<TInput>[context.Parts.Count];
        for (var j = 0; j < parts.Length; j++)
        {
            var part = context.Parts[j];
            parts[j] = part.Walk is { } walk ? Walked(part, walk, inputs, rows, Kept(Array.ConvertAll(walk.RowOfState, row => components.OfInput[row]), first)) : KeptInputs.Rows(part, inputs, rows);
        }
        // Whatever Unseen says has been done, before anything was set aside.
        return JointBuilder.Build([.. joint.Parts.Select(part => part.Share)], parts, context.Population) with { Overlap = context.Overlap };
    }

    /// <summary>A walk without the nodes of whole components, which it never enters.</summary>
    private static ObservedPart<TInput> Walked<TInput>(ObservedPart<TInput> part, PartWalk walk, Alphabet<TInput> inputs, int[] rows, int[] states)
        where TInput : notnull
    {
        var columns = Enumerable.Range(0, walk.StateOfVariable.Length).Where(a => Array.BinarySearch(states, walk.StateOfVariable[a]) >= 0).ToArray();
        var kept = new PartWalk(
            walk.Law,
            Array.ConvertAll(states, state => Array.BinarySearch(rows, walk.RowOfState[state])),
            Array.ConvertAll(columns, variable => Array.BinarySearch(states, walk.StateOfVariable[variable])));
        return part.With(inputs, part.VariableAlphabet.Keep(columns), RestrictedTable.Of(part.Table, rows, states), kept);
    }

    private static int[] Kept(ReadOnlySpan<int> components, int first)
    {
        var kept = new List<int>(components.Length);
        for (var i = 0; i < components.Length; i++)
            if (components[i] < first) kept.Add(i);
        return [.. kept];
    }
}
