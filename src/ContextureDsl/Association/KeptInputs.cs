using ContextureDsl.Observation;

namespace ContextureDsl.Association;

/// <summary>Parts of a mix on the inputs that it keeps.</summary>
/// <remarks>A law loses rows without harm: those that stay are as they were. An operator that is no law does not, since only all of its rows together make its values at most 1; nor does a walk, which passes through every node.</remarks>
internal static class KeptInputs
{
    /// <summary>The part with these rows, and with the context values that they have.</summary>
    /// <param name="part">The part over all inputs.</param>
    /// <param name="index">Its number, for messages.</param>
    /// <param name="inputs">The inputs that are kept.</param>
    /// <param name="rows">Their numbers in the part, ascending.</param>
    /// <exception cref="DeclarationException">An operator would lose an input.</exception>
    /// <exception cref="WalkException">A walk of two steps or more would lose a node.</exception>
    public static ObservedPart<TInput> Of<TInput>(ObservedPart<TInput> part, int index, Alphabet<TInput> inputs, int[] rows)
        where TInput : notnull
    {
        if ((part.IsOperator || part.Walk is not null) && Lost(part.Table, rows) is { Length: > 0 } lost)
        {
            var examples = InputExamples.Of(part.Inputs, lost);
            throw part.Walk is { } taken ? WalkException.LeftOut(taken.Law, examples) : Broken(index, examples);
        }
        // The columns of a walk are its states, which all stay.
        if (part.Walk is { } walk)
            return part.With(inputs, part.VariableAlphabet, RestrictedTable.Of(part.Table, rows, [.. Enumerable.Range(0, part.Table.Variables)]), walk with { RowOfState = Array.ConvertAll(walk.RowOfState, row => Array.BinarySearch(rows, row)) });
        return Rows(part, inputs, rows);
    }

    /// <summary>A part without a walk on these rows, whatever becomes of it: of whole components it stays what it is.</summary>
    public static ObservedPart<TInput> Rows<TInput>(ObservedPart<TInput> part, Alphabet<TInput> inputs, int[] rows)
        where TInput : notnull
    {
        var columns = Columns(part.Table, rows);
        return part.With(inputs, part.VariableAlphabet.Keep(columns), RestrictedTable.Of(part.Table, rows, columns), null);
    }

    private static int[] Lost(PairTable table, int[] rows) =>
        [.. Enumerable.Range(0, table.Inputs).Where(x => table.RowOffsets[x] < table.RowOffsets[x + 1] && Array.BinarySearch(rows, x) < 0)];

    private static int[] Columns(PairTable table, int[] rows)
    {
        var isSeen = new bool[table.Variables];
        foreach (var x in rows)
            for (var i = table.RowOffsets[x]; i < table.RowOffsets[x + 1]; i++) isSeen[table.Columns[i]] = true;
        return [.. Enumerable.Range(0, isSeen.Length).Where(a => isSeen[a])];
    }

    private static DeclarationException Broken(int part, string lost) => new(FormattableString.Invariant(
        $"Part {part + 1} of the mix is an operator (Teacher, Target), and {lost} of it would be left out because another part never saw them (Unseen.Drop, Population.First). An operator is no law: without some of its inputs its singular values need not be at most 1. Declare Unseen.Independent, declare the operator first where Population.First is meant, or leave those inputs out of all parts with Where."));
}
