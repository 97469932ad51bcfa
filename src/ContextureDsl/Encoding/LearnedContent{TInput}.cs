using System.Numerics;
using ContextureDsl.Association;
using ContextureDsl.Observation;
using ContextureDsl.Spectral;

namespace ContextureDsl;

/// <summary>Everything that a <see cref="Learned{TInput}"/> is made of: functions and marginals, no counted pairs.</summary>
internal sealed record LearnedContent<TInput>
    where TInput : notnull
{
    /// <summary>The tree; null where the result was read from a file or the pairs were counted elsewhere.</summary>
    public required Definition<TInput>? Definition { get; init; }

    /// <summary>The canonical text of the tree.</summary>
    public required string Declaration { get; init; }

    public required Embedding Embedding { get; init; }

    /// <summary>What several rows with the same pair meant where the declaration does not say: new rows are read alike.</summary>
    public Duplicates Duplicates { get; init; }

    public required Spectrum Spectrum { get; init; }

    public required IReadOnlyList<LearnedPart> Parts { get; init; }

    public required SetAside SetAside { get; init; }

    public required Overlap Overlap { get; init; }

    public required CompilationReport Compilation { get; init; }

    public required Alphabet<TInput> Inputs { get; init; }

    /// <summary>P_X.</summary>
    public required double[] InputMarginal { get; init; }

    /// <summary>μ.</summary>
    public required SingularFunctions Left { get; init; }

    /// <summary>ν, one entry for each context variable: for a convex mix by part, in the order of <see cref="Parts"/>; for a convolution that of the last factor.</summary>
    public required IReadOnlyList<VariableFunctions> Right { get; init; }

    /// <summary>What stands for ν where new inputs are seen with the values of a part: for a convex mix <see cref="Right"/> itself; for a convolution its first factor.</summary>
    public required IReadOnlyList<VariableFunctions> Entries { get; init; }

    /// <summary>Whether an input is seen with the values of the context variable itself: a single context, or an untagged mix of such.</summary>
    public bool IsSeenDirectly { get; init; } = true;

    /// <summary>The entries whose parts are made of others; empty in a result that was read from a file.</summary>
    public IReadOnlyList<Mixing.DerivedPart> Derived { get; init; } = [];

    /// <summary>What the parts have learnt besides counts and need for new rows; null where that is nothing. Empty in a result that was read from a file or counted elsewhere.</summary>
    public IReadOnlyList<FittedState?> Fitted { get; init; } = [];

    /// <summary>From what learning ends with; keeps the marginals of the joint distribution and none of its pairs.</summary>
    /// <param name="definition">The tree; null where the pairs were counted elsewhere.</param>
    /// <param name="declaration">The tree in canonical text, or what else says where the pairs come from.</param>
    /// <param name="inputs">X, in the row order of <paramref name="joint"/>.</param>
    /// <param name="joint">P⁺.</param>
    /// <param name="variables">A of every part, in the column order of <paramref name="joint"/>.</param>
    /// <param name="result">Orthonormal singular vectors of B̃.</param>
    /// <param name="spectrum">The same values with what else is known of the spectrum.</param>
    /// <param name="parts">One entry a part, for names and shares.</param>
    /// <param name="setAside">What the guard left out.</param>
    /// <param name="overlap">How far the parts speak of the same inputs.</param>
    /// <param name="compilation">How it was run.</param>
    /// <param name="embedding">Coordinates to hand out.</param>
    /// <param name="fitted">One entry a part: what it needs for new rows; null where nothing will be read anew.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="cancellationToken">Looked at where a part is a walk.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static LearnedContent<TInput> Of<T>(
        Definition<TInput>? definition, string declaration, Alphabet<TInput> inputs, JointDistribution joint, IReadOnlyList<IAlphabet> variables, SpectralResult<T> result,
        Spectrum spectrum, IReadOnlyList<LearnedPart> parts, SetAside setAside, Overlap overlap, CompilationReport compilation, Embedding embedding,
        IReadOnlyList<FittedState?>? fitted = null, int threads = 1, CancellationToken cancellationToken = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var right = RightOf(inputs, joint, variables, result, [.. parts.Select(part => part.Name)], threads, cancellationToken);
        return Of(definition, declaration, inputs, joint.InputMarginal, result, right, right, spectrum, parts, setAside, overlap, compilation, embedding) with { Fitted = fitted ?? [] };
    }

    /// <summary>The same where the functions on the context values are known.</summary>
    /// <param name="definition">The tree; null where the pairs were counted elsewhere.</param>
    /// <param name="declaration">The tree in canonical text, or what else says where the pairs come from.</param>
    /// <param name="inputs">X.</param>
    /// <param name="inputMarginal">P_X.</param>
    /// <param name="result">Orthonormal singular vectors of B̃.</param>
    /// <param name="right">ν.</param>
    /// <param name="entries">What stands for ν where a new input is seen with something.</param>
    /// <param name="spectrum">The same values with what else is known of the spectrum.</param>
    /// <param name="parts">One entry a part.</param>
    /// <param name="setAside">What the guard left out.</param>
    /// <param name="overlap">How far the parts speak of the same inputs.</param>
    /// <param name="compilation">How it was run.</param>
    /// <param name="embedding">Coordinates to hand out.</param>
    public static LearnedContent<TInput> Of<T>(
        Definition<TInput>? definition, string declaration, Alphabet<TInput> inputs, double[] inputMarginal, SpectralResult<T> result, IReadOnlyList<VariableFunctions> right,
        IReadOnlyList<VariableFunctions> entries, Spectrum spectrum, IReadOnlyList<LearnedPart> parts, SetAside setAside, Overlap overlap, CompilationReport compilation, Embedding embedding)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new()
        {
            Definition = definition,
            Declaration = declaration,
            Embedding = embedding,
            Spectrum = spectrum,
            Parts = parts,
            SetAside = setAside,
            Overlap = overlap,
            Compilation = compilation,
            Inputs = inputs,
            InputMarginal = inputMarginal,
            Left = SingularFunctions<T>.FromOrthonormal(result.Left, inputMarginal, 1, result.Values.Length),
            Right = right,
            Entries = entries,
        };

    private static VariableFunctions[] RightOf<T>(
        Alphabet<TInput> inputs, JointDistribution joint, IReadOnlyList<IAlphabet> variables, SpectralResult<T> result, IReadOnlyList<string> names, int threads, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rank = result.Values.Length;
        var right = new VariableFunctions[joint.Parts.Count];
        for (var i = 0; i < right.Length; i++)
        {
            var part = joint.Parts[i];
            var rows = result.Right.AsSpan(joint.VariableStarts[i] * rank, part.VariableMarginal.Length * rank);
            var functions = SingularFunctions<T>.FromOrthonormal(rows, part.VariableMarginal, part.Share, rank);
            var ends = new VariableFunctions(names[i], part.Share, new(names[i], variables[i]), part.VariableMarginal, functions) { Part = i };
            right[i] = WithEvidence(ends, part, functions, inputs, threads, cancellationToken);
        }
        return right;
    }

    /// <summary>With what stands for the functions where a new input is seen with the first step of a walk; the functions themselves where there is none.</summary>
    internal static VariableFunctions WithEvidence<T>(VariableFunctions ends, JointPart part, SingularFunctions<T> functions, Alphabet<TInput> inputs, int threads, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (part.Walk is not { } walk) return ends;
        var states = WalkEvidence.FirstStates(part);
        return ends with
        {
            // Ends are first states, so that equal numbers of them are the same ones.
            EvidenceKeys = states.Length == ends.Functions.Count ? ends.Keys : new(ends.Name, Nodes(inputs, walk, states)),
            Evidence = WalkEvidence.Of(part, states, functions, threads, cancellationToken),
        };
    }

    private static HashAlphabet<TInput, DefaultKeys<TInput>> Nodes(Alphabet<TInput> inputs, PartWalk walk, int[] states)
    {
        var nodes = new HashAlphabet<TInput, DefaultKeys<TInput>>();
        foreach (var state in states) nodes.Number(inputs[walk.RowOfState[state]]);
        return nodes;
    }

    /// <summary>The first functions only.</summary>
    /// <exception cref="RankException">Not between 1 and the rank, or it cuts a run of equal values, within which functions are defined up to rotation only.</exception>
    public LearnedContent<TInput> At(int rank)
    {
        var spectrum = Spectrum.At(rank);
        if (ReferenceEquals(spectrum, Spectrum)) return this;
        VariableFunctions[] right = [.. Right.Select(functions => functions.At(rank))];
        return this with { Spectrum = spectrum, Left = Left.At(rank), Right = right, Entries = ReferenceEquals(Entries, Right) ? right : [.. Entries.Select(functions => functions.At(rank))] };
    }
}
