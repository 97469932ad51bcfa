using ContextureDsl.Observation;

namespace ContextureDsl.Association;

/// <summary>Takes walks on observed parts whose context values are inputs.</summary>
/// <remarks>
/// At most one step is exact as a table with the diagonal added, N more pairs at most. More steps would fill the table, so that only the single step is kept, with nodes for columns.
/// </remarks>
public static class Walks
{
    /// <summary>The part whose conditional law is f(R).</summary>
    /// <param name="part">A part from inputs to inputs with the law R.</param>
    /// <param name="law">f.</param>
    /// <exception cref="WalkException">It takes two steps or more, and some context value is no input.</exception>
    /// <exception cref="TableSizeException">The diagonal does not fit into the table.</exception>
    public static ObservedPart<TInput> Take<TInput>(ObservedPart<TInput> part, WalkLaw law)
        where TInput : notnull
    {
        ArgumentNullException.ThrowIfNull(law);
        if (part is not ObservedPart<TInput, TInput> walkable) throw new ArgumentException($"The context values are {part.VariableAlphabet.ValueType}, not inputs ({typeof(TInput)}): there is nothing to walk on.", nameof(part));
        if (law.Longest > 1) return Stepwise(walkable, law);
        return law.Probabilities[0] == 0 ? part : WithDiagonal(walkable, law);
    }

    /// <summary>The law of where the walk ends, for every context value of the part: p f(R) over the inputs that the part saw; not normalised. O(steps · pairs).</summary>
    /// <param name="walk">The walk.</param>
    /// <param name="table">One step.</param>
    /// <param name="sums">Its row sums.</param>
    /// <param name="marginal">P_X.</param>
    internal static double[] Ends(PartWalk walk, PairTable table, double[] sums, double[] marginal)
    {
        var here = Array.ConvertAll(walk.RowOfState, row => marginal[row]);
        var ends = new double[here.Length];
        for (var k = 0; k <= walk.Law.Longest; k++)
        {
            if (k > 0) here = Step(walk.RowOfState, table, sums, here);
            var probability = walk.Law.Probabilities[k];
            for (var state = 0; state < ends.Length; state++) ends[state] += probability * here[state];
        }
        return Array.ConvertAll(walk.StateOfVariable, state => ends[state]);
    }

    private static double[] Step(int[] rows, PairTable table, double[] sums, double[] from)
    {
        var to = new double[from.Length];
        for (var state = 0; state < rows.Length; state++)
        {
            var row = rows[state];
            var scale = from[state] / sums[row];
            for (var i = table.RowOffsets[row]; i < table.RowOffsets[row + 1]; i++) to[table.Columns[i]] += scale * table.Weights[i];
        }
        return to;
    }

    /// <summary>The input that every context value is.</summary>
    /// <exception cref="WalkException">Some is none, so that no step leads on from it.</exception>
    internal static int[] InputsOf<TInput>(Alphabet<TInput> values, Alphabet<TInput> inputs, WalkLaw law)
        where TInput : notnull
    {
        var numbers = new int[values.Count];
        for (var a = 0; a < numbers.Length; a++)
            if (!inputs.TryIndex(values[a], out numbers[a])) numbers[a] = -1;
        return numbers.AsSpan().Count(-1) is > 0 and var dead ? throw WalkException.DeadEnd(values, Array.IndexOf(numbers, -1), dead - 1, law) : numbers;
    }

    private static ObservedPart<TInput> Stepwise<TInput>(ObservedPart<TInput, TInput> part, WalkLaw law)
        where TInput : notnull
    {
        var stateOf = InputsOf(part.Variables, part.Inputs, law);
        var table = Renumbered(part.Table, stateOf, part.Inputs.Count);
        var ends = Reachable(table, law);
        var states = Enumerable.Range(0, part.Inputs.Count).ToArray();
        return part.With(part.Inputs, ends.Length == states.Length ? part.Inputs : part.Inputs.Keep(ends), table, new(law, states, ends));
    }

    /// <summary>The states where the walk can end.</summary>
    private static int[] Reachable(PairTable table, WalkLaw law)
    {
        var here = Enumerable.Repeat(true, table.Inputs).ToArray();
        var ends = new bool[table.Inputs];
        for (var k = 0; k <= law.Longest && ends.AsSpan().Contains(false); k++)
        {
            if (k > 0) here = Next(table, here);
            for (var state = 0; state < ends.Length; state++) ends[state] |= here[state] && law.Probabilities[k] > 0;
        }
        return [.. Enumerable.Range(0, ends.Length).Where(state => ends[state])];
    }

    private static bool[] Next(PairTable table, bool[] here)
    {
        var next = new bool[here.Length];
        for (var state = 0; state < here.Length; state++)
            for (var i = table.RowOffsets[state]; here[state] && i < table.RowOffsets[state + 1]; i++) next[table.Columns[i]] = true;
        return next;
    }

    /// <summary>The same pairs with other column numbers, ascending again.</summary>
    private static PairTable Renumbered(PairTable table, int[] numbers, int count)
    {
        var columns = Array.ConvertAll(table.Columns, column => numbers[column]);
        var weights = (double[])table.Weights.Clone();
        for (var x = 0; x < table.Inputs; x++)
        {
            var (start, length) = (table.RowOffsets[x], table.RowOffsets[x + 1] - table.RowOffsets[x]);
            columns.AsSpan(start, length).Sort(weights.AsSpan(start, length));
        }
        return new(table.Inputs, count, table.RowOffsets, columns, weights);
    }

    /// <summary>stay · (row sum) is added to w(x, x), and everything else multiplied by 1 − stay: rows keep their sums, so P_X stays.</summary>
    private static ObservedPart<TInput> WithDiagonal<TInput>(ObservedPart<TInput, TInput> part, WalkLaw law)
        where TInput : notnull
    {
        var stay = law.Probabilities[0];
        var leaves = law.Longest == 1;
        var nodes = new HashAlphabet<TInput, DefaultKeys<TInput>>();
        if (leaves)
            foreach (var node in part.Variables.Values) nodes.Number(node);
        var own = new int[part.Inputs.Count];
        for (var x = 0; x < own.Length; x++) own[x] = nodes.Number(part.Inputs[x]);
        var most = ArrayLimit.Checked((long)part.Table.Pairs + own.Length, "distinct pairs with those of staying");
        var (offsets, columns, weights) = (new int[own.Length + 1], new List<int>(most), new List<double>(most));
        for (var x = 0; x < own.Length; x++)
        {
            var row = part.Table.RowOffsets[x]..part.Table.RowOffsets[x + 1];
            AddRow(part.Table.Columns.AsSpan(row), part.Table.Weights.AsSpan(row), own[x], stay, leaves, columns, weights);
            offsets[x + 1] = columns.Count;
        }
        return part.With(part.Inputs, nodes, new(own.Length, nodes.Count, offsets, [.. columns], [.. weights]), null);
    }

    private static void AddRow(ReadOnlySpan<int> row, ReadOnlySpan<double> rowWeights, int own, double stay, bool leaves, List<int> columns, List<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in rowWeights) sum += weight;
        var isPlaced = false;
        for (var i = 0; leaves && i < row.Length; i++)
        {
            if (!isPlaced && row[i] >= own)
            {
                isPlaced = true;
                columns.Add(own);
                weights.Add(stay * sum + (row[i] == own ? (1 - stay) * rowWeights[i] : 0));
                if (row[i] == own) continue;
            }
            columns.Add(row[i]);
            weights.Add((1 - stay) * rowWeights[i]);
        }
        if (isPlaced) return;
        columns.Add(own);
        weights.Add(stay * sum);
    }
}
