using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>Pairs counted from rows. The row type is still known, so weights and times can be said; every step gives a new value.</summary>
public sealed class ObservedContext<TEvent, TInput, TVariable> : Context<TInput, TVariable>
    where TInput : notnull
    where TVariable : notnull
{
    private readonly ObservedNode<TEvent, TInput, TVariable> observed;
    private readonly string? name;

    internal ObservedContext(ObservedNode<TEvent, TInput, TVariable> observed, string? name = null)
        : base(name is null ? observed : new NamedNode(observed, name))
    {
        this.observed = observed;
        this.name = name;
    }

    /// <summary>How much a row counts: finite and not negative; zero means the row is not there.</summary>
    /// <param name="weight">Any number that is a double by itself, such as an int or a float. A decimal is cast, <c>o => (double)o.Price</c>; an attribute on a decimal property does the same.</param>
    /// <param name="text">The text of the lambda, filled in by the compiler.</param>
    /// <remarks>There is no overload for decimal: an int converts to both and to neither better, so <c>Weight(o => o.Quantity)</c> would be ambiguous.</remarks>
    public ObservedContext<TEvent, TInput, TVariable> Weight(
        Func<TEvent, double> weight, [CallerArgumentExpression(nameof(weight))] string text = "") =>
        With(weight: new Selector(text, typeof(TEvent), typeof(double), Checked(weight)));

    /// <summary>
    /// When the row happened. With a half-life its weight is multiplied by 2^(−age / half-life), the age being relative to the latest row,
    /// never to the clock, so that the same rows give the same result on any day.
    /// </summary>
    /// <exception cref="DeclarationException">The half-life is not positive.</exception>
    public ObservedContext<TEvent, TInput, TVariable> Time(
        Func<TEvent, DateTimeOffset> time, TimeSpan? halfLife = null, [CallerArgumentExpression(nameof(time))] string text = "") =>
        halfLife is { } age && age <= TimeSpan.Zero
            ? throw new DeclarationException($"The half-life of Time({text}) of the context {observed.Variable.Text} is {age}. It is the age at which a row counts half, so it must be positive. Leave it out for no forgetting.")
            : With(time: new Selector(text, typeof(TEvent), typeof(DateTimeOffset), Checked(time)), halfLife: halfLife);

    /// <summary>What several rows with the same pair mean.</summary>
    /// <exception cref="DeclarationException">The policy is none of those that there are.</exception>
    public ObservedContext<TEvent, TInput, TVariable> Duplicates(Duplicates policy) =>
        With(duplicates: NamedValue.Checked(policy, number => $"Duplicates({number}) of the context {observed.Variable.Text}"));

    /// <summary>Leaves out inputs and context values that occur in fewer counted pairs than this. Both are judged on all rows, once.</summary>
    /// <exception cref="DeclarationException">A count is below 1.</exception>
    public ObservedContext<TEvent, TInput, TVariable> MinimumCount(int input = 1, int context = 1) =>
        input < 1 || context < 1
            ? throw new DeclarationException(FormattableString.Invariant(
                $"MinimumCount(input: {input}, context: {context}) of the context {observed.Variable.Text}: a minimum count is at least 1. Use 1 on the side where nothing is to be left out."))
            : With(minimumInput: input, minimumVariable: context);

    /// <inheritdoc cref="Context{TInput}.Named"/>
    public new ObservedContext<TEvent, TInput, TVariable> Named(string name) => new(observed, CheckedName(name));

    private ObservedContext<TEvent, TInput, TVariable> With(
        Selector? weight = null, Selector? time = null, TimeSpan? halfLife = null, Duplicates? duplicates = null, int? minimumInput = null, int? minimumVariable = null) =>
        new(new ObservedNode<TEvent, TInput, TVariable>(observed.Input, observed.Variable, observed.Many)
        {
            Weight = weight ?? observed.Weight,
            Time = time ?? observed.Time,
            HalfLife = time is null ? observed.HalfLife : halfLife,
            Duplicates = duplicates ?? observed.Duplicates,
            MinimumInput = minimumInput ?? observed.MinimumInput,
            MinimumVariable = minimumVariable ?? observed.MinimumVariable,
        }, name);

    private static Delegate Checked(Delegate function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return function;
    }
}
