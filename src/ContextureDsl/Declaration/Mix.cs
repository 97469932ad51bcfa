using System.ComponentModel;
using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>Operations that turn contexts which are too weak or too strong into one of moderate association.</summary>
public static class Mix
{
    private const string SameInput = "All parts of a mix must have the same input type: Mix.Convex takes (weight, context) pairs or contexts that are all Context<TInput> for one TInput. A part that ends in Input(...) has no context yet: add .Context(...).";

    /// <summary>
    /// Balances strong and weak: one part is drawn and shown together with which one it was, TT* = Σ wⱼ TⱼTⱼ* (kernels add), Σ sᵢ² = Σ wⱼ χ²ⱼ.
    /// Weights are shares and need not sum to one. All parts share one P_X, the weighted mean of their own; an input that a part
    /// never saw is independent of that part's variable.
    /// </summary>
    /// <exception cref="DeclarationException">No part; a weight is negative or not finite; all weights are zero.</exception>
    public static Context<TInput> Convex<TInput>(params ReadOnlySpan<(double Weight, Context<TInput> Context)> parts)
        where TInput : notnull
    {
        if (parts.IsEmpty) throw new DeclarationException("Mix.Convex() has no part. Give it at least one context, usually two or more with their weights.");
        var nodes = new (double, ContextNode)[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(parts[i].Context, $"parts[{i}]");
            nodes[i] = (parts[i].Weight, parts[i].Context.Node);
        }
        var node = new ConvexNode(nodes);
        _ = PartList.Of(node);
        return new(node);
    }

    /// <summary>The same with equal shares.</summary>
    /// <exception cref="DeclarationException">No part.</exception>
    public static Context<TInput> Convex<TInput>(params ReadOnlySpan<Context<TInput>> parts)
        where TInput : notnull
    {
        var weighted = new (double, Context<TInput>)[parts.Length];
        for (var i = 0; i < parts.Length; i++) weighted[i] = (1, parts[i]);
        return Convex<TInput>(weighted);
    }

    /// <summary>Explains, in place of "cannot be inferred", why a mix of two unlike parts does not compile.</summary>
    [Obsolete(SameInput, error: true), OverloadResolutionPriority(-1), EditorBrowsable(EditorBrowsableState.Never)]
    public static Context<object> Convex<TFirst, TSecond>((double Weight, TFirst Context) first, (double Weight, TSecond Context) second) => throw new DeclarationException(SameInput);

    /// <summary>Explains, in place of "cannot be inferred", why a mix of three unlike parts does not compile.</summary>
    [Obsolete(SameInput, error: true), OverloadResolutionPriority(-1), EditorBrowsable(EditorBrowsableState.Never)]
    public static Context<object> Convex<TFirst, TSecond, TThird>((double Weight, TFirst Context) first, (double Weight, TSecond Context) second, (double Weight, TThird Context) third) => throw new DeclarationException(SameInput);
}
