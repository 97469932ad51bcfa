using System.Numerics;
using ContextureDsl.Association;
using ContextureDsl.Kernels;
using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>
/// What the edges of a new input say where the context is a walk f(R) of several steps: with r the law of its first step, Σₐ P(a|x) νᵢ(a) = Σ_{k≥1} cₖ r Rᵏ⁻¹ νᵢ / (1 − c₀) = r gᵢ,
/// so that gᵢ takes the place of νᵢ and the ends of its edges that of the context values.
/// </summary>
/// <remarks>Staying is left out because the new input is not a context value yet. Without it (c₀ = 0) the edges of an input that was there give its vector again.</remarks>
internal static class WalkEvidence
{
    /// <summary>
    /// The states that a first step can be told of, ascending: where a step ends, and where the walk may stay every state. From each of them the steps that are left end at context values only, and each
    /// context value is among them. They are more than the context values where a step ends that the whole walk has left behind.
    /// </summary>
    /// <param name="part">The walk with its single step.</param>
    public static int[] FirstStates(JointPart part)
    {
        var walk = part.Walk!;
        var isFirst = new bool[walk.RowOfState.Length];
        if (walk.Law.Probabilities[0] > 0) Array.Fill(isFirst, true);
        foreach (var column in part.Table.Columns) isFirst[column] = true;
        return [.. Enumerable.Range(0, isFirst.Length).Where(state => isFirst[state])];
    }

    /// <summary>gᵢ at every first state. O(steps · pairs · d).</summary>
    /// <param name="part">The walk with its single step.</param>
    /// <param name="states">What <see cref="FirstStates"/> gave.</param>
    /// <param name="functions">ν.</param>
    /// <param name="threads">Threads; the rows are shared out in fixed ranges.</param>
    /// <param name="cancellationToken">Looked at before every range.</param>
    public static SingularFunctions<T> Of<T>(JointPart part, int[] states, SingularFunctions<T> functions, int threads, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (walk, rank) = (part.Walk!, functions.Rank);
        var law = walk.Law.Probabilities;
        var step = Step(part, walk);
        var start = new Block<double>(step.Count, rank);
        for (var a = 0; a < walk.StateOfVariable.Length; a++) functions.AddRow(a, 1, start.Row(walk.StateOfVariable[a]));
        var (current, next) = (new Block<double>(step.Count, rank), new Block<double>(step.Count, rank));
        for (var i = 0; i < start.Values.Length; i++) current.Values[i] = law[^1] * start.Values[i];
        for (var k = law.Count - 2; k >= 1; k--)
        {
            var (from, to, probability) = (current, next, law[k]);
            Partition.ForRows(step.Count, threads, cancellationToken, (first, last) =>
            {
                for (var i = first * rank; i < last * rank; i++) to.Values[i] = probability * start.Values[i];
                RowGather.MultiplyAnyWidth(step, from, 0, to, 0, first, last, accumulate: true);
            });
            (current, next) = (next, current);
        }
        var values = new T[ArrayLimit.Checked((long)states.Length * rank, "functions of the first steps")];
        for (var a = 0; a < states.Length; a++)
            for (var i = 0; i < rank; i++) values[a * rank + i] = T.CreateTruncating(current.Row(states[a])[i] / (1 - law[0]));
        return new(values, states.Length, rank);
    }

    private static SparseRows<double> Step(JointPart part, PartWalk walk)
    {
        var table = part.Table;
        var offsets = new int[walk.RowOfState.Length + 1];
        var (indices, values) = (new int[table.Pairs], new double[table.Pairs]);
        for (var state = 0; state < walk.RowOfState.Length; state++)
        {
            var (row, next) = (walk.RowOfState[state], offsets[state]);
            for (var i = table.RowOffsets[row]; i < table.RowOffsets[row + 1]; i++, next++) (indices[next], values[next]) = (table.Columns[i], table.Weights[i] / part.RowSums[row]);
            offsets[state + 1] = next;
        }
        return new(offsets, indices, values);
    }
}
