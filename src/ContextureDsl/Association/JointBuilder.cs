using ContextureDsl.Observation;

namespace ContextureDsl.Association;

/// <summary>From counted parts and their shares to P⁺ over one alphabet and one P_X: P⁺(x,(j,a)) = wⱼ P_X(x) Rⱼ(a|x).</summary>
/// <remarks>O(pairs); a part is copied only where its inputs are numbered differently from the common alphabet, or some are left out.</remarks>
public static class JointBuilder
{
    /// <summary>2^-200, as for counted pairs: the roots of lighter marginals, and their reciprocals, are not normal numbers in single precision.</summary>
    private const double LightestEnd = 6.223015277861142E-61;

    /// <summary>What the sums of counts and of an operator's rows, whose weights cancel, leave of equal probabilities; a difference moves singular values by as much.</summary>
    private const double SameProbability = 1e-9;

    /// <summary>Joins the parts; the common inputs are numbered in first-seen order over the parts.</summary>
    /// <param name="shares">One positive share per part; they sum to one.</param>
    /// <param name="parts">At least one part, every input and every context value of which was seen.</param>
    /// <param name="population">P_X.</param>
    /// <param name="unseen">What becomes of inputs that some part never saw.</param>
    /// <exception cref="DeclarationException">A share is too small, or an operator stands beside parts that give its inputs other probabilities or leave some out.</exception>
    /// <exception cref="DisjointInputsException">A part shares no input with the others, or none that is kept.</exception>
    /// <exception cref="UnseenInputsException">Some part never saw an input, which is to be an error.</exception>
    /// <exception cref="WalkException">A walk ends all but nowhere, or would lose nodes.</exception>
    public static AssociatedContext<TInput> Build<TInput>(
        IReadOnlyList<double> shares, IReadOnlyList<ObservedPart<TInput>> parts, Population population = Population.Mixture, Unseen unseen = Unseen.Independent)
        where TInput : notnull
    {
        for (var j = 0; j < shares.Count; j++)
            if (!(shares[j] >= InputLaw.SmallestShare))
                throw new DeclarationException(FormattableString.Invariant($"Part {j + 1} of {shares.Count} has the share {shares[j]}. A share is at least {InputLaw.SmallestShare}, or its part has no weight in the mix. Give it a larger one, or leave the part out."));
        var inputs = Union(parts);
        var common = new ObservedPart<TInput>[parts.Count];
        for (var j = 0; j < parts.Count; j++) common[j] = Over(inputs, parts[j]);
        var selection = new InputSelection<TInput>(inputs, common);
        var rows = selection.Keep(population, unseen);
        var overlap = selection.Overlap(rows.Length);
        if (rows.Length < inputs.Count)
        {
            inputs = inputs.Keep(rows);
            for (var j = 0; j < common.Length; j++) common[j] = KeptInputs.Of(common[j], j, inputs, rows);
        }
        return new(inputs, Joint(population, shares, common), common) { Population = population, Overlap = overlap };
    }

    private static Alphabet<TInput> Union<TInput>(IReadOnlyList<ObservedPart<TInput>> parts)
        where TInput : notnull
    {
        if (parts.All(part => ReferenceEquals(part.Inputs, parts[0].Inputs))) return parts[0].Inputs;
        var union = new HashAlphabet<TInput, DefaultKeys<TInput>>();
        foreach (var part in parts)
            foreach (var value in part.Inputs.Values) union.Number(value);
        return union;
    }

    /// <summary>The part with its rows in the order of the common alphabet; inputs it never saw get empty rows.</summary>
    private static ObservedPart<TInput> Over<TInput>(Alphabet<TInput> inputs, ObservedPart<TInput> part)
        where TInput : notnull
    {
        if (ReferenceEquals(part.Inputs, inputs)) return part;
        var table = part.Table;
        var offsets = new int[inputs.Count + 1];
        var columns = new int[table.Pairs];
        var weights = new double[table.Pairs];
        for (var x = 0; x < inputs.Count; x++)
        {
            offsets[x + 1] = offsets[x];
            if (!part.Inputs.TryIndex(inputs[x], out var row)) continue;
            var (start, length) = (table.RowOffsets[row], table.RowOffsets[row + 1] - table.RowOffsets[row]);
            table.Columns.AsSpan(start, length).CopyTo(columns.AsSpan(offsets[x]));
            table.Weights.AsSpan(start, length).CopyTo(weights.AsSpan(offsets[x]));
            offsets[x + 1] += length;
        }
        var walk = part.Walk is { } old ? old with { RowOfState = Array.ConvertAll(old.RowOfState, row => inputs.TryIndex(part.Inputs[row], out var common) ? common : -1) } : null;
        return part.With(inputs, part.VariableAlphabet, new(inputs.Count, table.Variables, offsets, columns, weights), walk);
    }

    private static JointDistribution Joint<TInput>(Population population, IReadOnlyList<double> shares, ObservedPart<TInput>[] parts)
        where TInput : notnull
    {
        var sums = Array.ConvertAll(parts, part => RowSums(part.Table));
        var marginal = InputLaw.Of(population, shares, sums);
        for (var j = 0; j < parts.Length; j++)
            if (parts[j].IsOperator) RequireOwnMarginal(j, parts, sums[j], marginal, population);
        var joint = new JointPart[parts.Length];
        for (var j = 0; j < parts.Length; j++)
            joint[j] = parts[j].Walk is { } walk ? WalkedPart(shares[j], parts[j], walk, sums[j], marginal) : Part(shares[j], parts[j].Table, sums[j], marginal);
        return new(marginal, joint);
    }

    /// <summary>The weights of an operator have either sign: only under its own P_X are the masses of its context values positive, and its singular values at most 1.</summary>
    private static void RequireOwnMarginal<TInput>(int part, ObservedPart<TInput>[] parts, double[] sums, double[] marginal, Population population)
        where TInput : notnull
    {
        var (total, seen) = (sums.Sum(), 0.0);
        for (var x = 0; x < sums.Length; x++)
            if (sums[x] != 0) seen += marginal[x];
        for (var x = 0; x < sums.Length; x++)
        {
            if (sums[x] == 0) continue;
            var (own, common) = (sums[x] / total, marginal[x] / seen);
            if (Math.Abs(common - own) <= SameProbability * own) continue;
            throw new DeclarationException(FormattableString.Invariant(
                $"Part {part + 1} of {parts.Length} is an operator (Teacher, Target), which gives the input {parts[part].Inputs.Describe(x)} the probability {own:R}; with the other parts of the mix (Population.{population}) it has {common:R} among the inputs of that part. An operator is no law: it may stand only beside parts that give its inputs equal probabilities. Declare Population.Uniform, which gives all inputs the same, give every input the same weight in all parts with Weight, or mix it with contexts of features (Rbf, Laplacian, Nearest, Kernel), which do so."));
        }
    }

    /// <summary>A part whose rows are laws up to a factor, under a P_X.</summary>
    internal static JointPart Part(double share, PairTable table, double[] sums, double[] marginal)
    {
        var variables = new double[table.Variables];
        var seen = 0.0;
        for (var x = 0; x < table.Inputs; x++)
        {
            if (sums[x] == 0) continue;
            seen += marginal[x];
            var scale = marginal[x] / sums[x];
            for (var i = table.RowOffsets[x]; i < table.RowOffsets[x + 1]; i++) variables[table.Columns[i]] += scale * table.Weights[i];
        }
        for (var a = 0; a < variables.Length; a++) variables[a] /= seen;
        return new(share, table, sums, variables, sums.AsSpan().Contains(0));
    }

    private static JointPart WalkedPart<TInput>(double share, ObservedPart<TInput> part, PartWalk walk, double[] sums, double[] marginal)
        where TInput : notnull
    {
        var ends = Walks.Ends(walk, part.Table, sums, marginal);
        var (seen, least) = (ends.Sum(), LightestEnd * ends.Max());
        for (var a = 0; a < ends.Length; a++)
        {
            if (ends[a] < least) throw WalkException.TooLight(part.VariableAlphabet.Describe(a), walk.Law, ends[a] / seen);
            ends[a] /= seen;
        }
        return new(share, part.Table, sums, ends, sums.AsSpan().Contains(0)) { Walk = walk };
    }

    /// <summary>The sum of every row.</summary>
    internal static double[] RowSums(PairTable table)
    {
        var sums = new double[table.Inputs];
        for (var x = 0; x < sums.Length; x++)
            for (var i = table.RowOffsets[x]; i < table.RowOffsets[x + 1]; i++) sums[x] += table.Weights[i];
        return sums;
    }
}
