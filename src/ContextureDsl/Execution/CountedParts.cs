using System.Numerics;
using ContextureDsl.Association;
using ContextureDsl.Mixing;
using ContextureDsl.Observation;
using ContextureDsl.Spectral;

namespace ContextureDsl.Execution;

/// <summary>The second half of learning: counted parts become P⁺, are guarded, decomposed and encoded. The same for rows, for files and for compiled code.</summary>
internal sealed class CountedParts<TInput>
    where TInput : notnull
{
    private readonly LearnSettings settings;
    private readonly IReadOnlyList<string> names;
    private readonly IReadOnlyList<double> shares;
    private readonly IReadOnlyList<ObservedPart<TInput>> parts;

    /// <param name="settings">Rank, precision, guard and so on.</param>
    /// <param name="names">One name a part.</param>
    /// <param name="shares">Positive, sum to one.</param>
    /// <param name="parts">What was counted.</param>
    public CountedParts(LearnSettings settings, IReadOnlyList<string> names, IReadOnlyList<double> shares, IReadOnlyList<ObservedPart<TInput>> parts)
    {
        this.settings = settings;
        this.names = names;
        this.shares = shares;
        this.parts = parts;
    }

    /// <summary>The tree; null where the parts come from elsewhere.</summary>
    public Definition<TInput>? Definition { get; init; }

    /// <summary>The tree in canonical text.</summary>
    public required string Declaration { get; init; }

    /// <summary>The walk that is taken on every part; null where there is none.</summary>
    public IReadOnlyList<WalkLaw?> Walks { get; init; } = [];

    /// <summary>The tree as expressions over the parts; null where nothing is mixed but what stands side by side.</summary>
    public MixPlan? Mix { get; init; }

    /// <summary>How the rows were read.</summary>
    public required CompilationReport Compilation { get; init; }

    /// <summary>Emitted normalisation, operator and iteration, where the whole declaration is compiled.</summary>
    public CompiledPlan<TInput>? Plan { get; init; }

    /// <exception cref="DisjointInputsException">Parts of a mix share no input.</exception>
    /// <exception cref="UnseenInputsException">A part never saw an input, which is to be an error.</exception>
    /// <exception cref="DegenerateContextException">One distinct input, or one distinct context value: there is only the constant function.</exception>
    /// <exception cref="RankException">More functions asked for than the data can have.</exception>
    public LearnedContent<TInput> Learn(IProgress<LearnProgress>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Mix is not null && !Mix.IsConvex) return Encode(new CountedMix<TInput>(settings, Mix, names, shares, Walked(), Plan, progress, cancellationToken));
        var counted = JointBuilder.Build(shares, Walked(), settings.Population, settings.Unseen);
        cancellationToken.ThrowIfCancellationRequested();
        var (context, components, setAside) = RarePairsGuard.Apply(counted, settings.RarePairs);
        cancellationToken.ThrowIfCancellationRequested();
        var options = new SpectralOptions(RankFor(context, setAside), settings.Tolerance, settings.Seed, settings.Threads, progress);
        // Emitted operators multiply by the pairs themselves; the library's takes the steps of a walk.
        var plan = context.Joint.Parts.All(part => part.Walk is null) ? Plan : null;
        return settings.Precision == Precision.Double
            ? Encode(context, components, setAside, plan?.DecomposeDouble(context.Joint, components, options, cancellationToken) ?? Decomposition.Run<double>(context.Joint, components, options, cancellationToken), cancellationToken)
            : Encode(context, components, setAside, plan?.DecomposeSingle(context.Joint, components, options, cancellationToken) ?? Decomposition.Run<float>(context.Joint, components, options, cancellationToken), cancellationToken);
    }

    private IReadOnlyList<ObservedPart<TInput>> Walked()
    {
        var walked = parts.ToArray();
        for (var i = 0; i < Walks.Count; i++)
            if (Walks[i] is { } law) walked[i] = Association.Walks.Take(parts[i], law);
        return walked;
    }

    /// <summary>The rank asked for, or as many functions as there can be, at most 64. A tagged mix of r parts has at most min(N − 1, Σ (Mⱼ − 1)) besides the constant.</summary>
    private int RankFor(AssociatedContext<TInput> context, SetAside setAside)
    {
        context.RequireFunctions(setAside);
        var joint = context.Joint;
        var available = Math.Min(joint.Inputs - 1, joint.Variables - joint.Parts.Count);
        if (settings.Rank is not { } asked) return Math.Min(LearnSettings.AutomaticRank, available);
        var values = context.Parts.All(part => part.HasClasses) ? "classes" : "context values";
        return asked <= available || settings.TakesFewer
            ? Math.Min(asked, available)
            : throw new RankException(
                FormattableString.Invariant($"Rank = {asked}, but {joint.Inputs} inputs and {joint.Variables} {values}{(joint.Parts.Count > 1 ? $" in {joint.Parts.Count} parts" : "")} have at most {available} functions after the constant one{context.Overlap.Clause()}{setAside.Clause()}. ") +
                FormattableString.Invariant($"Ask for at most {available}, or leave the rank unset to get as many as the data has."));
    }

    private LearnedContent<TInput> Encode<T>(AssociatedContext<TInput> context, ComponentMap components, SetAside setAside, SpectralResult<T> result, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var learnedParts = new LearnedPart[parts.Count];
        for (var i = 0; i < learnedParts.Length; i++) learnedParts[i] = Describe(context, i);
        var spectrum = new Spectrum
        {
            Values = result.Values,
            Residuals = result.Residuals,
            Iterations = result.Iterations,
            Converged = result.Converged,
            TotalChiSquared = Total(learnedParts),
            SignedValues = Reversibility.InputOfVariable(context) is { } inputOfVariable ? SignedValues.Of(result, inputOfVariable) : null,
            Components = components.Count,
            SingletonPairs = components.SingletonPairs,
            Plateaus = result.Plateaus,
            CutsPlateau = result.CutsPlateau,
        };
        var content = LearnedContent<TInput>.Of(
            Definition, Declaration, context.Inputs, context.Joint, [.. context.Parts.Select(part => part.VariableAlphabet)], result, spectrum, learnedParts, setAside, context.Overlap, Compilation, settings.Embedding,
            [.. context.Parts.Select(part => part.Fitted)], settings.Threads, cancellationToken);
        return content with { Duplicates = settings.Duplicates };
    }

    private LearnedContent<TInput> Encode(CountedMix<TInput> mix)
    {
        var content = settings.Precision == Precision.Double ? mix.Learn<double>() : mix.Learn<float>();
        // What was emitted for the declaration need not be what its counts ask for.
        var compilation = Plan is not null && mix.UsesLibrary ? new CompilationReport(Compilation.Whole, [.. Compilation.Parts, "the mix: its operator is the library's"]) : Compilation;
        return content with { Definition = Definition, Declaration = Declaration, Compilation = compilation, Duplicates = settings.Duplicates };
    }

    private LearnedPart Describe(AssociatedContext<TInput> context, int index)
    {
        var part = context.Joint.Parts[index];
        var seen = 0;
        foreach (var sum in part.RowSums)
            if (sum > 0) seen++;
        return new(names[index], part.Share, seen, part.VariableMarginal.Length, part.Table.Pairs, context.Joint.ChiSquared(index), context.Parts[index].Summary)
        {
            Estimation = context.Parts[index].Estimation,
            Walk = index < Walks.Count ? Walks[index]?.ToString() : null,
        };
    }

    private static double? Total(LearnedPart[] learnedParts)
    {
        double? total = 0.0;
        foreach (var part in learnedParts) total += part.Share * part.ChiSquared;
        return total;
    }
}
