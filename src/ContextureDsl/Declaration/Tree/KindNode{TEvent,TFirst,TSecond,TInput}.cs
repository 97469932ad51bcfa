namespace ContextureDsl.Tree;

/// <summary>A kind of context over rows of one type, with the delegates in their types.</summary>
public sealed class KindNode<TEvent, TFirst, TSecond, TInput> : KindNode
    where TInput : notnull
{
    /// <param name="before">Rows or an input.</param>
    /// <param name="steps">What was said of the context; together with an input, one lambda over a row for <typeparamref name="TFirst"/> and, unless it is <see cref="None"/>, one for <typeparamref name="TSecond"/>.</param>
    /// <param name="kind">What it means.</param>
    /// <param name="options">Further steps, values only.</param>
    internal KindNode(Node before, IReadOnlyList<KindStep> steps, Kind<TFirst, TSecond, TInput> kind, IReadOnlyList<KindStep>? options = null)
        : base(before, steps, options ?? [])
    {
        Kind = kind;
        var selectors = new List<Selector>();
        if (before is InputNode input) selectors.Add(input.Selector);
        foreach (var step in steps) selectors.AddRange(step.Selectors);
        FirstOf = (Func<TEvent, TFirst>)selectors[0].Function;
        SecondOf = selectors.Count > 1 ? (Func<TEvent, TSecond>)selectors[1].Function : null;
    }

    /// <summary>What kind of context.</summary>
    public Kind<TFirst, TSecond, TInput> Kind { get; }

    /// <inheritdoc/>
    public override Kind Description => Kind;

    /// <summary>Row to the first thing that the kind needs.</summary>
    public Func<TEvent, TFirst> FirstOf { get; }

    /// <summary>Row to the second; null where there is one only.</summary>
    public Func<TEvent, TSecond>? SecondOf { get; }

    /// <summary>Row to weight.</summary>
    public Func<TEvent, double>? WeightOf => (Func<TEvent, double>?)Weight?.Function;

    /// <inheritdoc cref="RowsNode.Filters{TEvent}"/>
    public IReadOnlyList<Func<TEvent, bool>> Filters() => Rows.Filters<TEvent>();

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IPartVisitor<TResult> visitor) => visitor.Visit(this);

    internal override KindNode<TEvent, TFirst, TSecond, TInput> Weighed(Delegate weight, string text)
    {
        ArgumentNullException.ThrowIfNull(weight);
        return With(null, weight: new Selector(text, typeof(TEvent), typeof(double), weight));
    }

    internal override KindNode<TEvent, TFirst, TSecond, TInput> AtLeast(int input, int context) =>
        input < 1 || context < 1
            ? throw new DeclarationException(FormattableString.Invariant(
                $"MinimumCount(input: {input}, context: {context}) of {VariableText}: a minimum count is at least 1. Use 1 on the side where nothing is to be left out."))
            : With(null, minimumInput: input, minimumVariable: context);

    /// <summary>The same rows with another kind, weight or policy. An option that was said before is replaced; what has a property of its own needs none.</summary>
    internal KindNode<TEvent, TFirst, TSecond, TInput> With(
        KindStep? option, Kind<TFirst, TSecond, TInput>? kind = null, Selector? weight = null, Duplicates? duplicates = null, int? minimumInput = null, int? minimumVariable = null) =>
        new(Before, Steps, kind ?? Kind, option is null ? Options : [.. Options.Where(other => other.Name != option.Name).Append(option).OrderBy(other => other.Name, StringComparer.Ordinal)])
        {
            Weight = weight ?? Weight,
            Duplicates = duplicates ?? Duplicates,
            MinimumInput = minimumInput ?? MinimumInput,
            MinimumVariable = minimumVariable ?? MinimumVariable,
        };
}
