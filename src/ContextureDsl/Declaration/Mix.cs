using System.ComponentModel;
using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>Operations that turn contexts which are too weak or too strong into one of moderate association.</summary>
/// <remarks>
/// Convolution is for contexts that are all too strong, concatenation for those that are all too weak, and a convex combination balances strong and weak. All parts of a mix share one P_X, as
/// <see cref="ContextureAttribute.Population"/> says; <see cref="ContextureAttribute.Unseen"/> says what an input is to a part that never saw it. Mixes may be mixed again, to any depth.
/// </remarks>
public static partial class Mix
{
    private const string SameInput = "All parts of a mix must have the same input type: Mix.Convex takes (weight, context) pairs or contexts that are all Context<TInput> for one TInput. A part that ends in Input(...) has no context yet: add .Context(...).";

    /// <summary>
    /// Balances strong and weak: one part is drawn and shown together with which one it was, TT* = Σ wⱼ TⱼTⱼ* (kernels add), Σ sᵢ² = Σ wⱼ χ²ⱼ.
    /// Weights are shares and need not sum to one. All parts share one P_X, the weighted mean of their own, and an input that a part
    /// never saw is independent of that part's variable; <see cref="Population"/> and <see cref="Unseen"/> declare otherwise. A part needs an input in common with another one.
    /// </summary>
    /// <exception cref="DeclarationException">No part; a weight is negative or not finite; all weights are zero.</exception>
    public static Context<TInput> Convex<TInput>(params ReadOnlySpan<(double Weight, Context<TInput> Context)> parts)
        where TInput : notnull => new(Checked(new ConvexNode(Nodes(nameof(Convex), parts))));

    /// <summary>The same with equal shares.</summary>
    /// <exception cref="DeclarationException">No part.</exception>
    public static Context<TInput> Convex<TInput>(params ReadOnlySpan<Context<TInput>> parts)
        where TInput : notnull => Convex(Equal(parts));

    /// <summary>
    /// Like <see cref="Convex{TInput}(ReadOnlySpan{ValueTuple{double, Context{TInput}}})"/> without showing which part was drawn: T = Σ wⱼ Tⱼ over one context variable that all parts
    /// share, its values being those of all parts together. Never stronger than the tagged mix with the same weights: every sᵢ is at most the tagged one.
    /// </summary>
    /// <exception cref="DeclarationException">No part; a weight is negative or not finite; all weights are zero.</exception>
    public static Context<TInput, TVariable> Average<TInput, TVariable>(params ReadOnlySpan<(double Weight, Context<TInput, TVariable> Context)> parts)
        where TInput : notnull
        where TVariable : notnull
    {
        var plain = new (double, Context<TInput>)[parts.Length];
        for (var i = 0; i < parts.Length; i++) plain[i] = parts[i];
        return new(Checked(new AverageNode(Nodes<TInput>(nameof(Average), plain))));
    }

    /// <summary>The same with equal shares.</summary>
    /// <exception cref="DeclarationException">No part.</exception>
    public static Context<TInput, TVariable> Average<TInput, TVariable>(params ReadOnlySpan<Context<TInput, TVariable>> parts)
        where TInput : notnull
        where TVariable : notnull => Average(Equal(parts));

    /// <summary>
    /// A convex mix whose weights are learnt by the min–max rule, from equal ones on: in every round the part whose association the functions of the mix capture least gains weight. The weights
    /// of the result are the means over the rounds; <see cref="LearnedPart.Share"/> says them.
    /// </summary>
    /// <remarks>Source: the training code of contexture theory; the losses here are the spectral ones, lⱼ = Σᵢ (1 − ‖Tⱼ* μᵢ‖²). Cost: one decomposition a round. P_X stays that of equal weights. May only be the outermost mix, since μ are the functions of the whole.</remarks>
    /// <exception cref="DeclarationException">No part.</exception>
    public static Context<TInput> MinMax<TInput>(params ReadOnlySpan<Context<TInput>> parts)
        where TInput : notnull => MinMax(12, 0.3, parts);

    /// <summary>The same with another number of rounds and another rate.</summary>
    /// <param name="rounds">How often the weights change.</param>
    /// <param name="rate">The step η of wⱼ ← wⱼ exp(η zⱼ): positive.</param>
    /// <param name="parts">The contexts.</param>
    /// <exception cref="DeclarationException">No part; or a number is out of its range.</exception>
    public static Context<TInput> MinMax<TInput>([InRange(1, 1000)] int rounds, [InRange(0, 10, AboveLeast = true)] double rate, params ReadOnlySpan<Context<TInput>> parts)
        where TInput : notnull
    {
        if (rounds is < 1 or > 1000) throw new DeclarationException(FormattableString.Invariant($"MinMax(rounds: {rounds}): the weights change from 1 to 1000 times. Use about 12: every round is a decomposition."));
        if (!(rate > 0 && rate <= 10)) throw new DeclarationException(FormattableString.Invariant($"MinMax(rate: {rate}): the rate is above 0 and at most 10. Use about 0.3; a larger one changes the weights faster."));
        return new(Checked(new ConvexNode(Nodes(nameof(MinMax), Equal(parts).AsSpan())) { Rule = new(rounds, rate) }));
    }

    /// <summary>Explains, in place of "cannot be inferred", why a mix of two unlike parts does not compile.</summary>
    [Obsolete(SameInput, error: true), OverloadResolutionPriority(-1), EditorBrowsable(EditorBrowsableState.Never)]
    public static Context<object> Convex<TFirst, TSecond>((double Weight, TFirst Context) first, (double Weight, TSecond Context) second) => throw new DeclarationException(SameInput);

    /// <summary>Explains, in place of "cannot be inferred", why a mix of three unlike parts does not compile.</summary>
    [Obsolete(SameInput, error: true), OverloadResolutionPriority(-1), EditorBrowsable(EditorBrowsableState.Never)]
    public static Context<object> Convex<TFirst, TSecond, TThird>((double Weight, TFirst Context) first, (double Weight, TSecond Context) second, (double Weight, TThird Context) third) => throw new DeclarationException(SameInput);

    private static (double Weight, TContext Context)[] Equal<TContext>(ReadOnlySpan<TContext> parts)
    {
        var weighted = new (double, TContext)[parts.Length];
        for (var i = 0; i < parts.Length; i++) weighted[i] = (1, parts[i]);
        return weighted;
    }

    private static (double, ContextNode)[] Nodes<TInput>(string step, ReadOnlySpan<(double Weight, Context<TInput> Context)> parts)
        where TInput : notnull
    {
        if (parts.IsEmpty) throw new DeclarationException($"Mix.{step}() has no part. Give it at least one context, usually two or more with their weights.");
        var nodes = new (double, ContextNode)[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(parts[i].Context, $"parts[{i}]");
            nodes[i] = (parts[i].Weight, parts[i].Context.Node);
        }
        return nodes;
    }

    /// <summary>What is wrong with a mix is said where it is declared, not when it is learnt.</summary>
    private static ContextNode Checked(ContextNode node)
    {
        _ = PartList.Of(node);
        return node;
    }
}
