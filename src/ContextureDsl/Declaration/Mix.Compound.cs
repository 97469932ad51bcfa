using ContextureDsl.Tree;

namespace ContextureDsl;

public static partial class Mix
{
    /// <summary>
    /// For contexts that are too strong: go through the first and back, then see the second, T = T₁T₁* T₂. Always weaker than both: sᵢ ≤ min(s₁ᵢ², s₂ᵢ), and s₁ᵢ² s₂ᵢ where the
    /// functions are common. From left to right; not commutative. The context variable is that of the last one.
    /// </summary>
    /// <remarks>The factors are applied one after another and never multiplied out: one product costs twice the pairs of the first and once those of the last.</remarks>
    public static Context<TInput, TVariable> Convolve<TInput, TVariable>(Context<TInput> first, Context<TInput, TVariable> then)
        where TInput : notnull
        where TVariable : notnull => new(Chain(first, then));

    /// <summary>Through two contexts and back, then see the third: T = T₁T₁* T₂T₂* T₃. Longer ones are nested: <c>Convolve(a, then: Convolve(b, c, then: d))</c>.</summary>
    /// <inheritdoc cref="Convolve{TInput, TVariable}(Context{TInput}, Context{TInput, TVariable})"/>
    public static Context<TInput, TVariable> Convolve<TInput, TVariable>(Context<TInput> first, Context<TInput> second, Context<TInput, TVariable> then)
        where TInput : notnull
        where TVariable : notnull => new(Chain(first, second, then));

    /// <inheritdoc cref="Convolve{TInput, TVariable}(Context{TInput}, Context{TInput, TVariable})"/>
    public static Context<TInput> Convolve<TInput>(Context<TInput> first, Context<TInput> then)
        where TInput : notnull => new(Chain(first, then));

    /// <inheritdoc cref="Convolve{TInput, TVariable}(Context{TInput}, Context{TInput}, Context{TInput, TVariable})"/>
    public static Context<TInput> Convolve<TInput>(Context<TInput> first, Context<TInput> second, Context<TInput> then)
        where TInput : notnull => new(Chain(first, second, then));

    /// <summary>
    /// For contexts that are too weak: both context values at once, drawn independently given the input, P(a₁, a₂ | x) = P₁(a₁|x) P₂(a₂|x). At least as strong as each of them and as every convex
    /// combination of them; holds what only the combination of both says of an input.
    /// </summary>
    /// <remarks>
    /// The pairs of values are written down, row by row: Σₓ n₁(x) n₂(x) pairs, where nⱼ(x) is how many values input x has in context j. Their number is predicted first, and an error names it
    /// where they would need more than <see cref="LearnOptions.MemoryLimit"/>.
    /// </remarks>
    public static Context<TInput, (TFirst, TSecond)> Joint<TInput, TFirst, TSecond>(Context<TInput, TFirst> first, Context<TInput, TSecond> second)
        where TInput : notnull
        where TFirst : notnull
        where TSecond : notnull
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new(Checked(new JointNode<TFirst, TSecond>(first.Node, second.Node)));
    }

    /// <summary>
    /// For contexts that are too weak: learns the encoder of each, Rank functions or as many as it has, and puts them side by side; directions that several share are there once. The error of a linear probe is at most
    /// that of each part.
    /// </summary>
    /// <remarks>
    /// With Φⱼ the functions of part j and sⱼ their singular values, the result is the singular value decomposition of [Φ₁S₁ | … | Φ_rS_r]/√r under P_X: its functions span the sum of the spans, and its values are those of
    /// the equal convex mix of the parts, each cut to its best rank. At most r · Rank functions; <see cref="Learned{TInput}.At"/> keeps the strongest. Concatenations within it are flattened.
    /// </remarks>
    /// <exception cref="DeclarationException">No part.</exception>
    public static Concatenation<TInput> Concatenate<TInput>(params ReadOnlySpan<Definition<TInput>> parts)
        where TInput : notnull
    {
        if (parts.IsEmpty) throw new DeclarationException("Mix.Concatenate() has no part. Give it at least one context, usually two or more.");
        var nodes = new List<ContextNode>();
        for (var i = 0; i < parts.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(parts[i], $"parts[{i}]");
            if (parts[i].Node is ConcatenationNode inner) nodes.AddRange(inner.Parts);
            else nodes.Add(parts[i].Node);
        }
        return new(Checked(new ConcatenationNode(nodes)));
    }

    private static ContextNode Chain<TInput>(params ReadOnlySpan<Context<TInput>> factors)
        where TInput : notnull
    {
        var nodes = new ContextNode[factors.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(factors[i], nameof(factors));
            nodes[i] = factors[i].Node;
        }
        return Checked(new ConvolveNode(nodes));
    }
}
