namespace ContextureDsl.Observation;

/// <summary>Keeps inputs with their numbers, one row of numbers an input, for what a kind makes of all of them in the end.</summary>
internal abstract class FeatureRowsCollector<TRow, TInput> : Collector<TInput, TRow, TInput>
    where TInput : notnull
{
    private readonly Func<TRow, double[]?> numbers;

    /// <param name="numbers">What was read of a row, as numbers.</param>
    /// <param name="scope">The policies of this call.</param>
    /// <param name="columns">How many numbers a row has, where earlier rows say so; 0 where the first row does.</param>
    private protected FeatureRowsCollector(Func<TRow, double[]?> numbers, CountScope scope, int columns)
    {
        this.numbers = numbers;
        Scope = scope;
        Store = new(scope, columns);
    }

    /// <summary>The policies of this call.</summary>
    protected CountScope Scope { get; }

    /// <summary>The inputs with their numbers.</summary>
    protected FeatureStore<TInput> Store { get; }

    /// <inheritdoc/>
    public sealed override void AddFiltered() => Store.AddFiltered();

    /// <inheritdoc/>
    public sealed override bool Accepts(double weight, long index) => Store.Accepts(weight, index);

    /// <inheritdoc/>
    public sealed override void Add(TInput first, TRow second) => Store.Add(first, numbers(second));
}
