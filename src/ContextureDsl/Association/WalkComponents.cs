using ContextureDsl.Observation;

namespace ContextureDsl.Association;

/// <summary>The components of f(R), from the pairs of R alone.</summary>
internal static class WalkComponents
{
    /// <summary>Joins every input with the context values where its walk can end. O(steps · pairs).</summary>
    /// <remarks>
    /// After k steps, call two states joined if some input can reach both, or if a chain of such states leads from one to the other. No step: each state by itself. One step more: the neighbours of joined states are
    /// joined, because the ends of one input are (its neighbours' neighbours), and a state that two inputs share gives both all of its own. Every input reaches one class after k steps, and this counts where cₖ > 0.
    /// </remarks>
    /// <param name="sets">Inputs and context values.</param>
    /// <param name="walk">The walk.</param>
    /// <param name="table">One step.</param>
    /// <param name="first">The number of the part's first context value in <paramref name="sets"/>.</param>
    public static void JoinEnds(DisjointSets sets, PartWalk walk, PairTable table, int first)
    {
        var variableOf = new int[walk.RowOfState.Length];
        Array.Fill(variableOf, -1);
        for (var a = 0; a < walk.StateOfVariable.Length; a++) variableOf[walk.StateOfVariable[a]] = a;
        var reached = Enumerable.Range(0, variableOf.Length).ToArray();
        var classes = Enumerable.Range(0, variableOf.Length).ToArray();
        for (var k = 0; k <= walk.Law.Longest; k++)
        {
            if (k > 0) (reached, classes) = Step(walk, table, reached, classes);
            if (walk.Law.Probabilities[k] == 0) continue;

            // One representative a class, which is reached, so that it is a context value.
            for (var state = 0; state < classes.Length; state++)
                if (classes[state] >= 0) sets.Join(first + variableOf[state], first + variableOf[classes[state]]);
            for (var state = 0; state < reached.Length; state++) sets.Join(walk.RowOfState[state], first + variableOf[reached[state]]);
        }
    }

    /// <summary>Joins every input with its neighbours and every context value with itself as an input. O(pairs).</summary>
    /// <inheritdoc cref="JoinEnds"/>
    public static void JoinSteps(DisjointSets sets, PartWalk walk, PairTable table, int first)
    {
        foreach (var row in walk.RowOfState)
            for (var i = table.RowOffsets[row]; i < table.RowOffsets[row + 1]; i++) sets.Join(row, walk.RowOfState[table.Columns[i]]);
        for (var a = 0; a < walk.StateOfVariable.Length; a++) sets.Join(walk.RowOfState[walk.StateOfVariable[a]], first + a);
    }

    /// <summary>One step on: a state that every start reaches, and the smallest state of the class of every state; −1 where no start reaches it.</summary>
    private static (int[] Reached, int[] Classes) Step(PartWalk walk, PairTable table, int[] reached, int[] classes)
    {
        var next = new DisjointSets(classes.Length);
        var isReached = new bool[classes.Length];
        for (var state = 0; state < classes.Length; state++)
        {
            if (classes[state] < 0) continue;
            var head = table.Columns[table.RowOffsets[walk.RowOfState[classes[state]]]];
            var row = walk.RowOfState[state];
            for (var i = table.RowOffsets[row]; i < table.RowOffsets[row + 1]; i++)
            {
                isReached[table.Columns[i]] = true;
                next.Join(head, table.Columns[i]);
            }
        }
        return (Array.ConvertAll(reached, state => table.Columns[table.RowOffsets[walk.RowOfState[state]]]), [.. isReached.Select((isLive, state) => isLive ? next.Root(state) : -1)]);
    }
}
