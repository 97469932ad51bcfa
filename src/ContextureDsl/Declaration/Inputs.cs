using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>X without A: cannot be learnt yet. What follows says what it is seen with.</summary>
public sealed partial class Inputs<TEvent, TInput>
    where TInput : notnull
{
    private readonly InputNode input;

    internal Inputs(InputNode input) => this.input = input;

    /// <summary>What it is seen with.</summary>
    public ObservedContext<TEvent, TInput, TVariable> Context<TVariable>(
        Func<TEvent, TVariable> context, [CallerArgumentExpression(nameof(context))] string text = "")
        where TVariable : notnull => Observed<TVariable>(context, text, many: false);

    /// <summary>Several context values in one row: all its inputs are paired with each, and the row's weight is shared equally by the pairs.</summary>
    public ObservedContext<TEvent, TInput, TVariable> ContextMany<TVariable>(
        Func<TEvent, IEnumerable<TVariable>> contexts, [CallerArgumentExpression(nameof(contexts))] string text = "")
        where TVariable : notnull => Observed<TVariable>(contexts, text, many: true);

    private InputNode OneInput(string step) => input.Many
        ? throw new DeclarationException($"{step} follows InputMany({input.Selector.Text}), which gives several inputs a row; {step} takes one input of a row. Hand over one row for each input and declare Input, or use Context or ContextMany.")
        : input;

    private ObservedContext<TEvent, TInput, TVariable> Observed<TVariable>(Delegate selector, string text, bool many)
        where TVariable : notnull
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new(new ObservedNode<TEvent, TInput, TVariable>(input, new Selector(text, typeof(TEvent), typeof(TVariable), selector), many));
    }
}
