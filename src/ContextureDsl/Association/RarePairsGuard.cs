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
        var first = FirstRare(components);
        if (policy == RarePairs.Keep || first == components.Count)
        {
            // Without a walk both are the same, and one pass over the pairs is enough.
            var walks = context.Joint.Parts.Any(part => part.Walk is not null);
            return (context, walks ? Components.Of(context.Joint) : components, SetAside.Nothing);
        }
        var setAside = Measure(context.Joint, components, first);
        if (policy == RarePairs.Reject) throw RarePairsException.Of(setAside, components.Count, Example(context, components, first));
        var kept = Without(context, components, first);
        return (kept, Components.Of(kept.Joint), setAside);
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
            var (start, end) = (joint.VariableStarts[j], joint.VariableStarts[j + 1]);
            var columns = Kept(components.OfVariable.AsSpan(start, end - start), first);
            var (part, walk) = (context.Parts[j], context.Parts[j].Walk);
            var states = walk is null ? null : Kept(Array.ConvertAll(walk.RowOfState, row => components.OfInput[row]), first);
            parts[j] = part.With(inputs, part.VariableAlphabet.Keep(columns), RestrictedTable.Of(part.Table, rows, states ?? columns), walk is null ? null : Restrict(walk, rows, columns, states!));
        }
        // Whatever Unseen says has been done: where some part never saw some input, everything is one component, and nothing is rare.
        return JointBuilder.Build([.. joint.Parts.Select(part => part.Share)], parts, context.Population) with { Overlap = context.Overlap };
    }

    /// <summary>The walk on the states that are kept, in the new numbers.</summary>
    private static PartWalk Restrict(PartWalk walk, int[] rows, int[] columns, int[] states) => new(
        walk.Law,
        Array.ConvertAll(states, state => Array.BinarySearch(rows, walk.RowOfState[state])),
        Array.ConvertAll(columns, variable => Array.BinarySearch(states, walk.StateOfVariable[variable])));

    private static int[] Kept(ReadOnlySpan<int> components, int first)
    {
        var kept = new List<int>(components.Length);
        for (var i = 0; i < components.Length; i++)
            if (components[i] < first) kept.Add(i);
        return [.. kept];
    }
}
