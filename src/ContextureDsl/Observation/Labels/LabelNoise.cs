namespace ContextureDsl.Observation;

/// <summary>Passes counted labels through a channel: W ← W C, row by row, where W(x, t) is how much of the true label t was counted with x.</summary>
internal static class LabelNoise
{
    /// <summary>16 bytes of the pair while it is made and 12 in the table; later 24 for the two orientations of the normalised matrix in double.</summary>
    private const int BytesOfPair = 52;

    /// <summary>Shows a wrong label with the given probability, spread evenly over the other classes: 1 − e on the diagonal, e/(K − 1) elsewhere.</summary>
    /// <param name="counted">The true labels.</param>
    /// <param name="classes">The K classes; a counted label that is none of them stays what it is.</param>
    /// <param name="error">e.</param>
    /// <param name="scope">The policies.</param>
    public static ObservedPart<TInput, TLabel> Symmetric<TInput, TLabel>(ObservedPart<TInput, TLabel> counted, Alphabet<TLabel> classes, double error, CountScope scope)
        where TInput : notnull
        where TLabel : notnull
    {
        var (count, table) = (classes.Count, counted.Table);
        var shown = new DictionaryAlphabet<TLabel>();
        foreach (var label in classes.Values) shown.Number(label);
        var numbers = Array.ConvertAll(counted.Variables.Values.ToArray(), shown.Number);
        return Rows(counted, shown, scope, (x, row) =>
        {
            var mass = 0.0;
            for (var i = table.RowOffsets[x]; i < table.RowOffsets[x + 1]; i++)
            {
                var label = numbers[table.Columns[i]];
                row[label] = table.Weights[i];
                if (label < count) mass += table.Weights[i];
            }
            // With one class there is nothing to mistake it for.
            if (count == 1) return;
            foreach (ref var weight in row[..count]) weight = ((1 - error) * weight) + (error * (mass - weight) / (count - 1));
        });
    }

    /// <summary>Shows labels as a declared channel says; every counted label is one of its own.</summary>
    public static ObservedPart<TInput, TLabel> Through<TInput, TLabel>(ObservedPart<TInput, TLabel> counted, LabelChannel<TLabel> channel, CountScope scope)
        where TInput : notnull
        where TLabel : notnull
    {
        var table = counted.Table;
        var shown = new DictionaryAlphabet<TLabel>();
        foreach (var label in channel.Labels) shown.Number(label);
        var numbers = Array.ConvertAll(counted.Variables.Values.ToArray(), shown.Number);
        return Rows(counted, shown, scope, (x, row) =>
        {
            for (var i = table.RowOffsets[x]; i < table.RowOffsets[x + 1]; i++)
            {
                var law = channel.Row(numbers[table.Columns[i]]);
                for (var label = 0; label < row.Length; label++) row[label] += table.Weights[i] * law[label];
            }
        });
    }

    /// <exception cref="TableSizeException">Every input is seen with every class, and that is too much.</exception>
    private static void RequireRoom(CountScope scope, int inputs, int classes)
    {
        var pairs = (long)inputs * classes;
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (pairs <= Array.MaxLength && pairs <= memory / BytesOfPair) return;
        throw new TableSizeException(FormattableString.Invariant(
            $"Labels that can be mistaken ({scope.Variable}) show every one of {inputs} inputs with every one of {classes} classes: {pairs} pairs, which take {pairs * (BytesOfPair / 1e9):F1} GB; a table holds at most {Array.MaxLength} pairs, and this process has {memory / 1e9:F1} GB. Declare fewer classes, leave out the smoothing, or learn from a sample of the events."));
    }

    private delegate void RowMaker(int input, Span<double> row);

    private static ObservedPart<TInput, TLabel> Rows<TInput, TLabel>(ObservedPart<TInput, TLabel> counted, GrowingAlphabet<TLabel> shown, CountScope scope, RowMaker make)
        where TInput : notnull
        where TLabel : notnull
    {
        var inputs = counted.Inputs.Count;
        var row = new double[shown.Count];
        RequireRoom(scope, inputs, row.Length);
        var pairs = new PairEntry[inputs * row.Length];
        var count = 0;
        for (var x = 0; x < inputs; x++)
        {
            if ((x & 0xFFF) == 0) scope.CancellationToken.ThrowIfCancellationRequested();
            Array.Clear(row);
            make(x, row);
            for (var label = 0; label < row.Length; label++)
                if (row[label] > 0) pairs[count++] = new(PairEntry.KeyOf(x, label), row[label]);
        }
        var part = (ObservedPart<TInput, TLabel>)PartFinish.Of(scope, new(), counted.Inputs, shown, pairs.AsSpan(0, count), null, null);
        return new(part.Inputs, part.Variables, part.Table, counted.Summary);
    }
}
