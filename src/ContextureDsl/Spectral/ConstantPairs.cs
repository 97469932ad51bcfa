using System.Numerics;
using ContextureDsl.Association;
using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>
/// The part of B that is known in closed form, as an update of what the sparse factors give:
/// B̃ = Σⱼ Sⱼ + Σⱼ (√p 1_{unseen by j}) rightⱼᵀ − Σ_C (√p 1_C)(√q 1_C)ᵀ / P(C).
/// The second sum says that an input which part j never saw is independent of it; the third removes the singular value 1 of every component. With one
/// component and one part this is S − √p √qᵀ.
/// </summary>
internal sealed class ConstantPairs<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly IReadOnlyList<NormalisedFactor<T>> _factors;
    private readonly int[] _starts;
    private readonly int[]? _inputComponents;
    private readonly int[]? _variableComponents;
    private readonly double[] _mass;
    private readonly T[]?[] _unseenRoots;

    /// <summary>Reads √p and √q off the factors.</summary>
    public ConstantPairs(IReadOnlyList<NormalisedFactor<T>> factors, int[] starts, ComponentMap components)
    {
        _factors = factors;
        _starts = starts;
        _mass = components.Mass;
        _inputComponents = components.Count == 1 ? null : components.OfInput;
        _variableComponents = components.Count == 1 ? null : components.OfVariable;
        var inputs = factors[0].Left.Length;
        var inputRoots = new T[inputs];
        foreach (var factor in factors)
        {
            // Every input was seen by some part, and each part that saw it holds the same root.
            for (var x = 0; x < inputs; x++) inputRoots[x] = T.Max(inputRoots[x], factor.Left[x]);
        }

        var variableRoots = new T[starts[^1]];
        for (var part = 0; part < factors.Count; part++) factors[part].Right.CopyTo(variableRoots, starts[part]);
        _unseenRoots = [.. factors.Select(factor => UnseenRoots(factor.Left, inputRoots))];
        Inputs = new ComponentConstants<T>(inputRoots, components.OfInput, components.Count);
        Variables = new ComponentConstants<T>(variableRoots, components.OfVariable, components.Count);
    }

    /// <summary>Without factors: the constants alone, where what is completed knows its unseen inputs itself.</summary>
    /// <param name="inputRoots">√p.</param>
    /// <param name="variableRoots">√(w q).</param>
    /// <param name="components">The components.</param>
    public ConstantPairs(T[] inputRoots, T[] variableRoots, ComponentMap components)
    {
        _factors = [];
        _starts = [];
        _unseenRoots = [];
        _mass = components.Mass;
        _inputComponents = components.Count == 1 ? null : components.OfInput;
        _variableComponents = components.Count == 1 ? null : components.OfVariable;
        Inputs = new ComponentConstants<T>(inputRoots, components.OfInput, components.Count);
        Variables = new ComponentConstants<T>(variableRoots, components.OfVariable, components.Count);
    }

    /// <summary>The functions on the inputs.</summary>
    public ComponentConstants<T> Inputs { get; }

    /// <summary>The functions on the context values.</summary>
    public ComponentConstants<T> Variables { get; }

    /// <summary>What has to be taken from B V to get B̃ V: depends on the whole of V, so it is computed before the rows are shared out.</summary>
    public Update OfVariables(Block<T> variables, int threads, CancellationToken cancellationToken)
    {
        var moments = RankOne.Moments(Variables.Roots, _variableComponents, _mass.Length, variables, 0, threads, cancellationToken);
        var unseen = new T[]?[_factors.Count];
        for (var part = 0; part < unseen.Length; part++)
        {
            if (_unseenRoots[part] is null) continue;
            unseen[part] = Negated(RankOne.Moments(_factors[part].Right, null, 1, variables, _starts[part], threads, cancellationToken));
        }

        return new Update(DividedByMass(moments, variables.Width), unseen);
    }

    /// <summary>The mirror of <see cref="OfVariables"/> for B̃ᵀ U.</summary>
    public Update OfInputs(Block<T> inputs, int threads, CancellationToken cancellationToken)
    {
        var moments = RankOne.Moments(Inputs.Roots, _inputComponents, _mass.Length, inputs, 0, threads, cancellationToken);
        var unseen = new T[]?[_factors.Count];
        for (var part = 0; part < unseen.Length; part++)
        {
            if (_unseenRoots[part] is not { } roots) continue;
            unseen[part] = Negated(RankOne.Moments(roots, null, 1, inputs, 0, threads, cancellationToken));
        }

        return new Update(DividedByMass(moments, inputs.Width), unseen);
    }

    /// <summary>Completes the rows first ≤ x &lt; last of B̃ V.</summary>
    public void CompleteRows(Update update, Block<T> inputs, int first, int last)
    {
        RankOne.Subtract(Inputs.Roots, _inputComponents, update.ByComponent, inputs, 0, first, last);
        for (var part = 0; part < _factors.Count; part++)
        {
            if (update.Unseen[part] is { } coefficients) RankOne.Subtract(_unseenRoots[part]!, null, coefficients, inputs, 0, first, last);
        }
    }

    /// <summary>Completes the rows first ≤ a &lt; last of a part's columns of B̃ᵀ U.</summary>
    public void CompleteColumns(Update update, int part, Block<T> variables, int first, int last)
    {
        var start = _starts[part];
        CompleteColumns(update, variables, start + first, start + last);
        if (update.Unseen[part] is { } coefficients) RankOne.Subtract(_factors[part].Right, null, coefficients, variables, start, first, last);
    }

    /// <summary>Completes the rows first ≤ a &lt; last of B̃ᵀ U by the constants alone.</summary>
    public void CompleteColumns(Update update, Block<T> variables, int first, int last) => RankOne.Subtract(Variables.Roots, _variableComponents, update.ByComponent, variables, 0, first, last);

    /// <summary>√p where a part never saw the input, whose left vector is zero there, and zero elsewhere; null where it saw them all.</summary>
    internal static T[]? UnseenRoots(T[] left, T[] inputRoots)
    {
        if (Array.IndexOf(left, T.Zero) < 0) return null;
        var roots = new T[inputRoots.Length];
        for (var x = 0; x < roots.Length; x++) roots[x] = left[x] == T.Zero ? inputRoots[x] : T.Zero;
        return roots;
    }

    private T[] DividedByMass(double[] moments, int width)
    {
        var coefficients = new T[moments.Length];
        for (var i = 0; i < moments.Length; i++) coefficients[i] = T.CreateTruncating(moments[i] / _mass[i / width]);
        return coefficients;
    }

    /// <summary>Coefficients that add where others subtract.</summary>
    internal static T[] Negated(double[] moments) => [.. moments.Select(moment => T.CreateTruncating(-moment))];

    /// <summary>Coefficients of the update.</summary>
    /// <param name="ByComponent">Components × width.</param>
    /// <param name="Unseen">Width numbers for every part that has unseen inputs.</param>
    public readonly record struct Update(T[] ByComponent, T[]?[] Unseen);
}
