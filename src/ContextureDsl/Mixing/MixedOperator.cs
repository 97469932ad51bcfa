using System.ComponentModel;
using System.Numerics;
using System.Numerics.Tensors;
using ContextureDsl.Association;
using ContextureDsl.Kernels;
using ContextureDsl.Spectral;

namespace ContextureDsl.Mixing;

/// <summary>
/// The deflated operator of a mix. Derived types say in which order the parts are applied; this type multiplies by a part, shares the work out in fixed ranges, so that the bits do not depend on
/// the number of threads, and removes the constant pairs. Holds the parts' pairs once, whatever the expression, and some blocks.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MixedOperator<T> : DeflatedOperator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly PartProduct<T>?[] _parts;
    private readonly T[] _weights;
    private readonly SharedColumns<T>[] _averages;
    private readonly Dictionary<(bool IsInput, int Number), Block<T>> _scratch = [];
    private readonly long _work;
    private CancellationToken _cancellationToken;

    /// <summary>Normalises the parts of the mix.</summary>
    protected MixedOperator(MixedJoint mixed, int threads, CancellationToken cancellationToken) : base(Roots(mixed), mixed.Components, threads)
    {
        Mixed = mixed;
        Scales = FoldedScales(mixed.Term);
        _parts = new PartProduct<T>?[mixed.Parts.Parts.Count];
        foreach (var part in mixed.Term.Parts()) _parts[part] = new(Factor(mixed.Parts, part, Scales[part], cancellationToken), Constants.Inputs.Roots);
        _weights = [.. WeightFolding.Left(mixed.Term).Select(part => T.CreateTruncating(Math.Sqrt(part.Weight)))];
        _averages = [.. mixed.Term.All().OfType<AverageTerm>().Select(average => new SharedColumns<T>(mixed.Averages[average.Text]))];
        _work = Uses(mixed.Term, 1);
        _cancellationToken = cancellationToken;
    }

    /// <summary>The mix.</summary>
    protected MixedJoint Mixed { get; }

    internal override long Work => _work;

    /// <summary>By part: what its numbers were multiplied by, √w where it stands in a combination.</summary>
    internal double[] Scales { get; }

    /// <summary>inputs = B · variables.</summary>
    protected abstract void Forward(Block<T> variables, Block<T> inputs);

    /// <summary>variables = Bᵀ · inputs.</summary>
    protected abstract void Backward(Block<T> inputs, Block<T> variables);

    /// <summary>to[toStart + first … last] (+)= rows · from[fromStart …]. Compiled code has a loop for one width.</summary>
    protected virtual void Gather(SparseRows<T> rows, Block<T> from, int fromStart, Block<T> to, int toStart, int first, int last, bool accumulate) =>
        RowGather.MultiplyAnyWidth(rows, from, fromStart, to, toStart, first, last, accumulate);

    /// <summary>to (+)= B_part · from[fromStart …].</summary>
    protected internal void Rows(int part, Block<T> from, int fromStart, Block<T> to, bool accumulate) => _parts[part]!.Apply(Gather, from, fromStart, to, accumulate, Threads, _cancellationToken);

    /// <summary>to[toStart …] (+)= B_partᵀ · from.</summary>
    protected internal void Columns(int part, Block<T> from, Block<T> to, int toStart, bool accumulate) => _parts[part]!.ApplyAdjoint(Gather, from, to, toStart, accumulate, Threads, _cancellationToken);

    /// <summary>M of a part.</summary>
    protected internal int VariablesOf(int part) => Mixed.Parts.Parts[part].VariableMarginal.Length;

    /// <summary>own = √w · from[fromStart …], w of a part of a tagged mix that is not in the numbers of its parts; they are counted from the outside in and from left to right.</summary>
    protected internal void Weigh(int weight, Block<T> from, int fromStart, Block<T> own) => Weigh(weight, from, fromStart, own, 0, own.Rows);

    /// <summary>to[toStart …] = √w · own: its transpose.</summary>
    protected internal void Weigh(int weight, Block<T> own, Block<T> to, int toStart) => Weigh(weight, own, 0, to, toStart, own.Rows);

    /// <summary>own = the values of a part of an untagged mix, out of from[fromStart …], which all its parts share, each times w √(q_part/q). The mixes are counted like the weights.</summary>
    protected internal void Take(int average, int part, Block<T> from, int fromStart, Block<T> own) =>
        ForRows(own.Rows, (first, last) => _averages[average].Take(part, from, fromStart, own, first, last));

    /// <summary>to[toStart …] (+)= own, each value at its place among those that all parts share: the transpose of <see cref="Take"/>.</summary>
    protected internal void Give(int average, int part, Block<T> own, Block<T> to, int toStart, bool accumulate)
    {
        if (!accumulate) to.Values.AsSpan(toStart * to.Width, SharedOf(average) * to.Width).Clear();
        ForRows(own.Rows, (first, last) => _averages[average].Give(part, own, to, toStart, first, last));
    }

    /// <summary>M of an untagged mix.</summary>
    protected internal int SharedOf(int average) => _averages[average].Count;

    /// <summary>A block of N rows to compute in; one for each number.</summary>
    protected internal Block<T> InputBlock(int number, int width) => Scratch(true, number, Inputs, width);

    /// <summary>A block of any rows to compute in; one for each number.</summary>
    protected internal Block<T> VariableBlock(int number, int rows, int width) => Scratch(false, number, rows, width);

    private protected override void Multiply(Block<T> variables, Block<T> inputs, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        var update = Constants.OfVariables(variables, Threads, cancellationToken);
        Forward(variables, inputs);
        Partition.ForRows(Inputs, Threads, cancellationToken, (first, last) => Constants.CompleteRows(update, inputs, first, last));
    }

    private protected override void MultiplyAdjoint(Block<T> inputs, Block<T> variables, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        var update = Constants.OfInputs(inputs, Threads, cancellationToken);
        Backward(inputs, variables);
        Partition.ForRows(Variables, Threads, cancellationToken, (first, last) => Constants.CompleteColumns(update, variables, first, last));
    }

    private void Weigh(int weight, Block<T> from, int fromStart, Block<T> to, int toStart, int rows) => ForRows(rows, (first, last) =>
    {
        var length = (last - first) * from.Width;
        TensorPrimitives.Multiply(from.Values.AsSpan((fromStart + first) * from.Width, length), _weights[weight], to.Values.AsSpan((toStart + first) * to.Width, length));
    });

    private void ForRows(int rows, Action<int, int> body) => Partition.ForRows(rows, Threads, _cancellationToken, body);

    private Block<T> Scratch(bool isInput, int number, int rows, int width)
    {
        if (!_scratch.TryGetValue((isInput, number), out var block) || block.Rows != rows || block.Width != width) _scratch[(isInput, number)] = block = new(rows, width);
        return block;
    }

    private static ConstantPairs<T> Roots(MixedJoint mixed)
    {
        var variables = new T[mixed.Variables];
        for (var i = 0; i < mixed.Outlets.Count; i++)
        {
            var outlet = mixed.Outlets[i];
            for (var a = 0; a < outlet.Marginal.Length; a++) variables[mixed.OutletStarts[i] + a] = T.CreateTruncating(Math.Sqrt(outlet.Share * outlet.Marginal[a]));
        }
        return new(Array.ConvertAll(mixed.Parts.InputMarginal, mass => T.CreateTruncating(Math.Sqrt(mass))), variables, mixed.Components);
    }

    private static NormalisedFactor<T> Factor(JointDistribution parts, int part, double scale, CancellationToken cancellationToken)
    {
        var own = parts.Parts[part];
        // A part with the share w has the factor √w.
        var weighed = new JointPart(scale * scale, own.Table, own.RowSums, own.VariableMarginal, own.HasUnseen) { Walk = own.Walk };
        return Normalisation.Factors<T>(new(parts.InputMarginal, [weighed]), cancellationToken)[0];
    }

    private double[] FoldedScales(MixTerm root)
    {
        var scales = new double[Mixed.Parts.Parts.Count];
        Array.Fill(scales, 1);
        Fold(root, root, 1, scales);
        return scales;
    }

    /// <summary>Takes √w into the parts of the convex mixes where that is possible; an untagged mix has its weights in its layout.</summary>
    private static void Fold(MixTerm root, MixTerm term, double scale, double[] scales)
    {
        switch (term)
        {
            case PartTerm part:
                scales[part.Part] *= scale;
                break;
            case ConvexTerm convex:
                foreach (var part in convex.Parts) Fold(root, part.Term, WeightFolding.IsPossible(root, part.Term) ? scale * Math.Sqrt(part.Weight) : 1, scales);
                break;
            case ChainTerm chain:
                foreach (var factor in chain.Through) Fold(root, factor, 1, scales);
                if (chain.Last is { } last) Fold(root, last, scale, scales);
                break;
            default:
                foreach (var child in term.Children) Fold(root, child, scale, scales);
                break;
        }
    }

    /// <summary>Multiplications of one product: a factor that is gone through there and back counts twice.</summary>
    private long Uses(MixTerm term, int times) => term switch
    {
        PartTerm part => times * _parts[part.Part]!.Work,
        ChainTerm chain => chain.Through.Sum(factor => Uses(factor, 2 * times)) + (chain.Last is { } last ? Uses(last, times) : 0),
        WalkTerm walk => Uses(walk.Step, times * Mixed.Walks[walk.Text].Law.Longest),
        _ => term.Children.Sum(child => Uses(child, times)),
    };
}
