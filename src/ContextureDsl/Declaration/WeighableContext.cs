using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>A context of another kind than pairs in a row, of which may still be said how much a row counts.</summary>
public sealed class WeighableContext<TEvent, TInput, TVariable> : KindContext<TEvent, TInput, TVariable>
    where TInput : notnull
    where TVariable : notnull
{
    private readonly KindNode node;
    private readonly string? name;

    internal WeighableContext(KindNode node, string? name = null) : base(node, name)
    {
        this.node = node;
        this.name = name;
    }

    /// <summary>How much a row counts: finite and not negative; zero means the row is not there. P_X is the share of the weight.</summary>
    public WeighableContext<TEvent, TInput, TVariable> Weight(Func<TEvent, double> weight, [CallerArgumentExpression(nameof(weight))] string weightText = "") =>
        new(node.Weighed(weight, weightText), name);

    /// <inheritdoc cref="Context{TInput}.Named"/>
    public new WeighableContext<TEvent, TInput, TVariable> Named(string name) => new(node, CheckedName(name));
}
