using ContextureDsl.Observation;
using ContextureDsl.Tree;

namespace ContextureDsl.Execution;

/// <summary>Makes the interpreter's counter for a part, in its types: what compiled counters must agree with.</summary>
/// <param name="scope">The policies of this call.</param>
public sealed class InterpretedCounters<TInput>(CountScope scope) : IPartVisitor<PartCounter<TInput>>
    where TInput : notnull
{
    /// <inheritdoc/>
    public PartCounter<TInput> Visit<TEvent, TX, TVariable>(ObservedNode<TEvent, TX, TVariable> node)
        where TX : notnull
        where TVariable : notnull
    {
        object counter = new InterpretedCounter<TEvent, TX, TVariable>(node, scope);
        return (PartCounter<TInput>)counter;
    }

    /// <inheritdoc/>
    public PartCounter<TInput> Visit<TEvent, TFirst, TSecond, TX>(KindNode<TEvent, TFirst, TSecond, TX> node)
        where TX : notnull
    {
        object counter = new ReadingCounter<TEvent, TFirst, TSecond, TX, DelegateReader<TEvent, TFirst, TSecond, TX>>(KindCollectors.Create(node, scope), new(node));
        return (PartCounter<TInput>)counter;
    }

    /// <inheritdoc/>
    public PartCounter<TInput> Visit(CountedNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new CountedElsewhere<TInput>((ObservedPart<TInput>)node.Pairs);
    }
}
