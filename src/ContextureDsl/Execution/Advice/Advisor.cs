using ContextureDsl.Association;
using ContextureDsl.Kernels;
using ContextureDsl.Mixing;
using ContextureDsl.Observation;
using ContextureDsl.Tree;

namespace ContextureDsl.Execution;

/// <summary>One call for advice: holds pairs out, learns every candidate from the rest as it would be learnt, asks it for what was held out, and chooses.</summary>
internal sealed class Advisor<TInput>
    where TInput : notnull
{
    /// <summary>The order of the candidates does not hang on a residual below this one.</summary>
    private const double Tolerance = 1e-3;

    private readonly LearnSettings settings;
    private readonly AdviceOptions options;
    private readonly IReadOnlyList<DeclaredPart> declared;
    private readonly string[] names;
    private readonly AssociatedContext<TInput> counted;
    private readonly IProgress<LearnProgress>? progress;
    private readonly CancellationToken cancellationToken;
    private long learnt;

    /// <param name="settings">How candidates are learnt.</param>
    /// <param name="options">How they are compared.</param>
    /// <param name="declared">The parts.</param>
    /// <param name="parts">Their pairs, before any walk.</param>
    /// <param name="progress">Told before every candidate, and while it is learnt.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="DeclarationException">There are fewer than two parts.</exception>
    /// <exception cref="DisjointInputsException">A part shares no input with the others.</exception>
    public Advisor(
        LearnSettings settings, AdviceOptions options, IReadOnlyList<DeclaredPart> declared, IReadOnlyList<ObservedPart<TInput>> parts, IProgress<LearnProgress>? progress, CancellationToken cancellationToken)
    {
        if (parts.Count < 2) throw new DeclarationException($"Advice on a mix was asked for with {parts.Count} part{(parts.Count == 1 ? $" ('{declared[0].Name}')" : "s")}. There is nothing to choose between: declare two contexts or more of the same inputs.");
        this.options = options;
        this.declared = declared;
        this.progress = progress;
        this.cancellationToken = cancellationToken;
        names = Distinct(declared);
        // Which inputs there are is decided by all pairs. Those that are held out must not decide it anew, nor make an error of an input that only they know.
        counted = JointBuilder.Build([.. parts.Select(_ => 1.0 / parts.Count)], parts, settings.Population, settings.Unseen);
        this.settings = settings with
        {
            Unseen = Unseen.Independent,
            RarePairs = settings.RarePairs == RarePairs.Reject ? RarePairs.SetAside : settings.RarePairs,
            Tolerance = Math.Max(settings.Tolerance, Tolerance),
            TakesFewer = true,
        };
    }

    /// <param name="mix">What is declared; null where parts only are given.</param>
    public MixAdvice Advise(ContextNode? mix)
    {
        var candidates = MixCandidates.Of(declared, names, options.TriedWeights, mix);
        var answers = candidates.Select(_ => counted.Parts.Select(_ => new List<float>()).ToArray()).ToArray();
        var spectra = new IReadOnlyList<double>[candidates.Count];
        var edges = new double[declared.Count];
        var failures = new string?[candidates.Count];
        for (var repeat = 0; repeat < options.Repeats; repeat++)
        {
            var heldOut = HoldOut(repeat);
            var values = Ask(candidates, heldOut, answers, failures);
            if (repeat > 0) continue;
            spectra = values;
            for (var j = 0; j < edges.Length; j++) edges[j] = Edge(j, heldOut[j].Rest);
        }
        return Chosen(candidates, [.. answers.Select(byPart => Array.ConvertAll(byPart, part => part.ToArray()))], failures, spectra, edges);
    }

    private HeldOutPairs<TInput>[] HoldOut(int repeat)
    {
        var random = new SplitMix((long)SplitMix.Fold((ulong)settings.Seed, (ulong)repeat));
        var heldOut = new HeldOutPairs<TInput>[counted.Parts.Count];
        for (var j = 0; j < heldOut.Length; j++)
        {
            progress?.Report(new("holding out", j, heldOut.Length, double.NaN));
            heldOut[j] = HeldOutPairs<TInput>.Of(counted.Parts[j], ref random, cancellationToken);
        }
        return heldOut;
    }

    /// <summary>One repeat; the singular values of every candidate.</summary>
    private IReadOnlyList<double>[] Ask(IReadOnlyList<MixCandidate> candidates, HeldOutPairs<TInput>[] heldOut, List<float>[][] answers, string?[] failures)
    {
        var training = Array.ConvertAll(heldOut, part => part.Training());
        PairTable[] laws = [.. heldOut.Select((part, j) => part.Law(declared[j].Walk))];
        var spectra = new IReadOnlyList<double>[candidates.Count];
        ContextureException? failure = null;
        for (var i = 0; i < candidates.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var step = new CandidateProgress(progress, learnt++, (long)candidates.Count * options.Repeats);
            LearnedContent<TInput>? content = null;
            try
            {
                content = Learn(candidates[i], training, step);
            }
            catch (ContextureException reason)
            {
                // What cannot be learnt from four fifths of the pairs recognises nothing.
                failure ??= reason;
                failures[i] ??= reason.Message;
            }
            spectra[i] = content?.Spectrum.Values ?? [];
            step.Report(new("recognising", 0, null, double.NaN));
            var recognition = content is null ? null : new Recognition<TInput>(counted.Inputs, content, settings.Rank ?? LearnSettings.AutomaticRank, cancellationToken);
            for (var j = 0; j < heldOut.Length; j++) answers[i][j].AddRange(recognition?.Of(heldOut[j].Questions, laws[j], cancellationToken) ?? Enumerable.Repeat(0.5f, heldOut[j].Questions.Count));
        }
        return failure is not null && spectra.All(values => values.Count == 0) ? throw failure : spectra;
    }

    private LearnedContent<TInput> Learn(MixCandidate candidate, ObservedPart<TInput>[] training, CandidateProgress step)
    {
        var plan = MixPlan.Of(candidate.Node);
        int[] numbers = [.. plan.Parts.Select(part => PartList.IndexOf(declared, new(part.Part, part.Walk, null)))];
        var parts = new CountedParts<TInput>(settings, [.. numbers.Select(number => names[number])], [.. plan.Parts.Select(part => part.Share)], [.. numbers.Select(number => training[number])])
        {
            Declaration = candidate.Formula,
            Walks = [.. plan.Parts.Select(part => part.Walk)],
            Compilation = new(false, []),
            Mix = plan,
        };
        return parts.Learn(step, cancellationToken);
    }

    private MixAdvice Chosen(IReadOnlyList<MixCandidate> candidates, float[][][] answers, string?[] failures, IReadOnlyList<double>[] spectra, double[] edges)
    {
        var choice = new AdviceChoice(candidates, answers, failures, options.Repeats);
        AdvisedPart[] parts = [.. names.Select((name, j) => new AdvisedPart(name, answers[0][j].Length / options.Repeats, choice.Recognisable.Contains(j), failures[j] is not null ? null : SpectrumRemark.Of(spectra[j], edges[j], choice.IsRecognised(j, by: j))))];
        AdvisedMix[] advised = [.. candidates.Select((candidate, i) => new AdvisedMix(
            candidate.Formula, choice.Score(i), choice.StandardError(i), [.. Enumerable.Range(0, parts.Length).Select(j => choice.Score(i, j))], spectra[i], candidate.IsDeclared) { Failure = failures[i] })];
        return new(advised, choice.Chosen < 0 ? null : advised[choice.Chosen], parts, new AdviceReason(candidates, choice, parts, failures).Sentence());
    }

    /// <summary>How large the singular values of a part would be by chance; 1 where it is not counted from events.</summary>
    private double Edge(int part, PairTable rest)
    {
        var all = counted.Parts[part];
        if (all.Estimation != Estimation.Counted || all.IsOperator || declared[part].Walk is not null) return 1;
        var inputs = Enumerable.Range(0, rest.Inputs).Count(x => rest.RowOffsets[x] < rest.RowOffsets[x + 1]);
        return SpectrumRemark.Edge(inputs, rest.Columns.Distinct().Count(), Math.Max(all.Summary.Events, all.Table.Pairs) * ((double)rest.Pairs / all.Table.Pairs));
    }

    /// <summary>Names that tell the parts apart, with the walk that is taken on them: the same context may be mixed with and without it.</summary>
    private static string[] Distinct(IReadOnlyList<DeclaredPart> declared)
    {
        var names = new List<string>();
        foreach (var part in declared)
        {
            var said = part.Walk is { } walk ? $"{part.Name} ({walk})" : part.Name;
            var name = said;
            for (var number = 2; names.Contains(name); number++) name = FormattableString.Invariant($"{said} ({number})");
            names.Add(name);
        }
        return [.. names];
    }
}
