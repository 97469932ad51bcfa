using ContextureDsl.Kernels;

namespace ContextureDsl.Observation;

/// <summary>Inputs with their rows of numbers, while they come: checks lengths and numbers, and that an input is one point.</summary>
/// <param name="scope">Names for messages.</param>
/// <param name="columns">The number of columns that is expected; 0 where the first row decides.</param>
public sealed class FeatureStore<TInput>(CountScope scope, int columns = 0)
    where TInput : notnull
{
    /// <summary>Above this the square of a difference, summed over the columns, could be infinite.</summary>
    private const double Largest = 1e150;

    private readonly DictionaryAlphabet<TInput> inputs = new();
    private readonly RowTally tally = new();
    private readonly List<long> firstEvents = [];
    private double[] values = [];
    private long index;

    /// <summary>The inputs in the order of their first events.</summary>
    public Alphabet<TInput> Inputs => inputs;

    /// <summary>The position of the event that brought an input first.</summary>
    public long FirstEvent(int input) => firstEvents[input];

    /// <summary>Notes a row that a Where left out.</summary>
    public void AddFiltered() => tally.Filtered++;

    /// <summary>Takes the weight and position of the next row; see <see cref="Collector{TFirst, TSecond, TInput}.Accepts"/>.</summary>
    /// <exception cref="InvalidWeightException">The weight is negative, NaN or infinite.</exception>
    public bool Accepts(double weight, long index)
    {
        this.index = index;
        if (!(weight >= 0) || double.IsInfinity(weight)) throw InvalidWeightException.At(scope, index, weight);
        if (weight > 0) return true;
        tally.Weightless++;
        return false;
    }

    /// <summary>Takes the numbers of an input.</summary>
    /// <exception cref="NullKeyException">The input is null.</exception>
    /// <exception cref="FeatureRowException">There is no row, or it has another length than the others.</exception>
    /// <exception cref="FeatureValueException">A number is NaN, infinite or too large.</exception>
    /// <exception cref="FeatureConflictException">The input came before with other numbers.</exception>
    public void Add(TInput input, double[]? row)
    {
        if (input is null) throw NullKeyException.Value(scope, index, scope.Input, "input");
        if (row is null) throw FeatureRowException.Missing(scope, index);
        if (row.Length == 0) throw FeatureRowException.Empty(scope, index);
        if (columns == 0) columns = row.Length;
        if (row.Length != columns) throw FeatureRowException.Length(scope, index, row.Length, columns);
        for (var column = 0; column < columns; column++)
            if (!(Math.Abs(row[column]) <= Largest)) throw FeatureValueException.At(scope, index, column, row[column], Largest);
        tally.Events++;
        var number = inputs.Number(input);
        if (number == firstEvents.Count) Append(row);
        else RequireSame(number, row);
    }

    /// <summary>What became of the rows.</summary>
    public ObservationSummary Summary() => tally.Summary();

    /// <summary>The points, in the order of <see cref="Inputs"/>.</summary>
    /// <exception cref="EmptyObservationException">No row is left.</exception>
    public Block<double> Points()
    {
        if (inputs.Count == 0) throw EmptyObservationException.NoPair(scope, tally.Summary());
        var points = new Block<double>(inputs.Count, columns);
        values.AsSpan(0, points.Values.Length).CopyTo(points.Values);
        return points;
    }

    /// <summary>Makes sure that the points, once scaled by what was learnt from other rows, can still be compared.</summary>
    /// <param name="scaled">The points, in the order of <see cref="Inputs"/>.</param>
    /// <param name="largest">The largest magnitude; by default one whose squares can be summed.</param>
    /// <exception cref="FeatureValueException">A number is too large.</exception>
    public void RequireComparable(Block<double> scaled, double largest = Largest)
    {
        for (var i = 0; i < scaled.Values.Length; i++)
        {
            if (Math.Abs(scaled.Values[i]) <= largest) continue;
            var (x, column) = Math.DivRem(i, columns);
            throw FeatureValueException.Scaled(scope, firstEvents[x], column, values[i], scaled.Values[i], largest);
        }
    }

    private void Append(double[] row)
    {
        var start = (long)firstEvents.Count * columns;
        ArrayLimit.Checked(start + columns, "feature values");
        while (values.Length < start + columns) Array.Resize(ref values, ArrayLimit.Next(values.Length, 64 * columns, "feature values"));
        row.CopyTo(values.AsSpan((int)start));
        firstEvents.Add(index);
    }

    private void RequireSame(int number, double[] row)
    {
        var known = values.AsSpan(number * columns, columns);
        for (var column = 0; column < columns; column++)
            if (known[column] != row[column]) throw FeatureConflictException.At(scope, index, firstEvents[number], inputs.Describe(number), column, row[column], known[column]);
    }
}
