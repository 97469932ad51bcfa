using ContextureDsl.Association;
using ContextureDsl.Kernels;
using ContextureDsl.Observation;

namespace ContextureDsl.Execution;

/// <summary>
/// A part of which a fifth of the distinct pairs is held out, each with all of its weight: what can be learnt from the rest is held against pairs that it never saw. Where every edge (x, a)
/// stands beside its reverse (a, x), as in an undirected graph, both are held out or none, or one could be read off the other.
/// </summary>
/// <remarks>Rows of an operator are no pairs that were drawn: nothing of them is held out.</remarks>
internal sealed class HeldOutPairs<TInput>
    where TInput : notnull
{
    private const double Share = 0.2;
    private const int MostQuestions = 20_000;
    private const int MostDraws = 30;
    private const int PairsBetweenLooks = 1 << 16;

    private readonly ObservedPart<TInput> part;

    private HeldOutPairs(ObservedPart<TInput> part, PairTable rest, IReadOnlyList<HeldOutPair> questions)
    {
        this.part = part;
        Rest = rest;
        Questions = questions;
    }

    /// <summary>The pairs that are left, in the numbers of the part.</summary>
    public PairTable Rest { get; }

    /// <summary>The law by which an input is met with a context value: the rest, and the walk on it where that is a table. Its first columns are those of the part.</summary>
    /// <param name="walk">The walk; null where there is none. One of two steps or more is no table, and its single step stands for it.</param>
    public PairTable Law(WalkLaw? walk) => walk is { Longest: <= 1 } ? Walks.Take(part.With(part.Inputs, part.VariableAlphabet, Rest, null), walk).Table : Rest;

    /// <summary>Held-out pairs whose context value is still known, at most 20,000, each with another input.</summary>
    public IReadOnlyList<HeldOutPair> Questions { get; }

    /// <summary>Draws.</summary>
    /// <param name="part">A part; rows may be empty.</param>
    /// <param name="random">Where from.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static HeldOutPairs<TInput> Of(ObservedPart<TInput> part, ref SplitMix random, CancellationToken cancellationToken)
    {
        var isHidden = part.IsOperator ? new bool[part.Table.Pairs] : Hidden(part, ref random, cancellationToken);
        // Of a handful of pairs all may be drawn, and nothing would be left to learn from.
        if (!isHidden.AsSpan().Contains(false)) Array.Clear(isHidden);
        var rest = Left(part.Table, isHidden, cancellationToken);
        return new(part, rest, Asked(part.Table, rest, isHidden, ref random, cancellationToken));
    }

    /// <summary>The part over the inputs and context values that are left: what is learnt from.</summary>
    public ObservedPart<TInput> Training()
    {
        int[] rows = [.. Enumerable.Range(0, Rest.Inputs).Where(x => Rest.RowOffsets[x] < Rest.RowOffsets[x + 1])];
        return KeptInputs.Rows(part.With(part.Inputs, part.VariableAlphabet, Rest, null), part.Inputs.Keep(rows), rows);
    }

    private static bool[] Hidden(ObservedPart<TInput> part, ref SplitMix random, CancellationToken cancellationToken)
    {
        var reverses = part is ObservedPart<TInput, TInput> graph ? Reverses(graph, cancellationToken) : null;
        var isHidden = new bool[part.Table.Pairs];
        for (var i = 0; i < isHidden.Length; i++)
        {
            if (i % PairsBetweenLooks == 0) cancellationToken.ThrowIfCancellationRequested();
            isHidden[i] = reverses is not null && reverses[i] < i ? isHidden[reverses[i]] : random.NextDouble() < Share;
        }
        return isHidden;
    }

    /// <summary>For every pair the position of its reverse; null where some pair has none.</summary>
    private static int[]? Reverses(ObservedPart<TInput, TInput> graph, CancellationToken cancellationToken)
    {
        var (table, columns) = (graph.Table, new int[graph.Inputs.Count]);
        for (var x = 0; x < columns.Length; x++)
            if (!graph.Variables.TryIndex(graph.Inputs[x], out columns[x])) columns[x] = -1;
        var reverses = new int[table.Pairs];
        for (var x = 0; x < table.Inputs; x++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = table.RowOffsets[x]; i < table.RowOffsets[x + 1]; i++)
                if (columns[x] < 0 || !graph.Inputs.TryIndex(graph.Variables[table.Columns[i]], out var other) || (reverses[i] = Find(table, other, columns[x])) < 0) return null;
        }
        return reverses;
    }

    private static PairTable Left(PairTable table, bool[] isHidden, CancellationToken cancellationToken)
    {
        var left = isHidden.AsSpan().Count(false);
        var (offsets, columns, weights) = (new int[table.Inputs + 1], new int[left], new double[left]);
        var next = 0;
        for (var x = 0; x < table.Inputs; x++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = table.RowOffsets[x]; i < table.RowOffsets[x + 1]; i++)
                if (!isHidden[i]) (columns[next], weights[next++]) = (table.Columns[i], table.Weights[i]);
            offsets[x + 1] = next;
        }
        return new(table.Inputs, table.Variables, offsets, columns, weights);
    }

    /// <summary>The other input is that of another held-out pair, so that frequent inputs stand on both sides alike; none is taken that the context value was seen with, in what is held out or left.</summary>
    private static List<HeldOutPair> Asked(PairTable table, PairTable rest, bool[] isHidden, ref SplitMix random, CancellationToken cancellationToken)
    {
        var pairs = Known(table, rest, isHidden, cancellationToken);
        for (var i = 0; i < Math.Min(pairs.Count, MostQuestions); i++)
        {
            var k = i + random.Next(pairs.Count - i);
            (pairs[i], pairs[k]) = (pairs[k], pairs[i]);
        }
        if (pairs.Count > MostQuestions) pairs.RemoveRange(MostQuestions, pairs.Count - MostQuestions);
        var asked = new List<HeldOutPair>(pairs.Count);
        foreach (var (x, a) in pairs)
        {
            for (var draw = 0; draw < MostDraws; draw++)
            {
                var other = pairs[random.Next(pairs.Count)].Input;
                if (Find(table, other, a) >= 0) continue;
                asked.Add(new(x, a, other));
                break;
            }
        }
        return asked;
    }

    private static List<(int Input, int Variable)> Known(PairTable table, PairTable rest, bool[] isHidden, CancellationToken cancellationToken)
    {
        var isKnown = new bool[table.Variables];
        foreach (var column in rest.Columns) isKnown[column] = true;
        var pairs = new List<(int, int)>();
        for (var x = 0; x < table.Inputs; x++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = table.RowOffsets[x]; i < table.RowOffsets[x + 1]; i++)
                if (isHidden[i] && isKnown[table.Columns[i]]) pairs.Add((x, table.Columns[i]));
        }
        return pairs;
    }

    private static int Find(PairTable table, int row, int column)
    {
        var start = table.RowOffsets[row];
        return Array.BinarySearch(table.Columns, start, table.RowOffsets[row + 1] - start, column);
    }
}
