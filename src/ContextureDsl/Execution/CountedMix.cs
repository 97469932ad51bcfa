using System.Numerics;
using ContextureDsl.Association;
using ContextureDsl.Mixing;
using ContextureDsl.Observation;
using ContextureDsl.Spectral;
using ContextureDsl.Tree;

namespace ContextureDsl.Execution;

/// <summary>The second half of learning a mix that is more than contexts side by side: one P_X for all parts, the guard, the operator of the expression, and for a concatenation one encoder after another.</summary>
internal sealed class CountedMix<TInput>
    where TInput : notnull
{
    private readonly LearnSettings settings;
    private readonly MixPlan plan;
    private readonly IReadOnlyList<string> names;
    private readonly double[] shares;
    private readonly IReadOnlyList<ObservedPart<TInput>> parts;
    private readonly CompiledPlan<TInput>? compiled;
    private readonly IProgress<LearnProgress>? progress;
    private readonly CancellationToken cancellationToken;

    public CountedMix(
        LearnSettings settings, MixPlan plan, IReadOnlyList<string> names, IReadOnlyList<double> shares, IReadOnlyList<ObservedPart<TInput>> parts, CompiledPlan<TInput>? compiled, IProgress<LearnProgress>? progress,
        CancellationToken cancellationToken)
    {
        this.settings = settings;
        this.plan = plan;
        this.names = names;
        this.shares = [.. shares];
        this.parts = parts;
        this.compiled = compiled;
        this.progress = progress;
        this.cancellationToken = cancellationToken;
    }

    /// <summary>Whether some operator was the library's: none was emitted, or the counts simplify the mix further than its text does.</summary>
    public bool UsesLibrary { get; private set; }

    /// <summary>All of it; the caller knows the declaration.</summary>
    public LearnedContent<TInput> Learn<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => plan.IsConcatenation ? LearnConcatenation<T>() : LearnOne<T>();

    private LearnedContent<TInput> LearnOne<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var mix = plan.Mixes[0];
        var counted = JointBuilder.Build(shares, parts, settings.Population, settings.Unseen);
        var whole = Builder(counted, names).Of(mix);
        var (context, setAside) = RarePairsGuard.Apply(counted, whole.Joint.ClosedComponents, settings.RarePairs);
        if (mix.Rule is not null)
        {
            mix = Weighed<T>(context, names, mix, setAside);
            ShareOut([mix]);
        }
        // Where nothing is set aside the mix is there already, with what is seen at once written down.
        var mixed = ReferenceEquals(context, counted) && mix.Rule is null ? whole : Builder(context, names).Of(mix);
        var encoded = Encode<T>(mixed, context, RankFor(mixed, context, setAside));
        return Content(context, encoded, mixed.Joint.Components, setAside) with { Derived = mixed.Derived, IsSeenDirectly = IsSeenDirectly(mixed.Joint) };
    }

    private LearnedContent<TInput> LearnConcatenation<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var guarded = new GuardedConcatenation<TInput>(settings, plan, shares, parts, cancellationToken);
        var (context, setAside) = (guarded.Context, guarded.SetAside);
        string[] partNames = [.. guarded.Numbers.Select(number => names[number])];
        var (encoders, derived, components) = (new List<EncodedMix<T>>(), new List<DerivedPart>(), new List<ComponentMap>());
        DeclaredMix[] mixes = [.. guarded.Mixes.Select(mix => mix.Rule is null ? mix : Weighed<T>(context, partNames, mix, setAside))];
        ShareOut(mixes);
        foreach (var mix in mixes)
        {
            var mixed = Builder(context, partNames).Of(mix);
            // An encoder of fewer functions than asked for gives what it has.
            var encoded = Encode<T>(mixed, context, Math.Min(settings.Rank ?? LearnSettings.AutomaticRank, Available(mixed, context, setAside)));
            var made = Made(mixed, guarded, derived);
            encoders.Add(encoded with { Right = Named(encoded.Right, encoders), Entries = [.. encoded.Entries.Select(entry => entry with { Part = guarded.Declared(entry.Part, made) })] });
            components.Add(mixed.Joint.Components);
        }
        var stacked = Stacking.Of(encoders, context.Joint.InputMarginal, settings.Precision == Precision.Double ? 1e-6 : 1e-3, settings.Threads, cancellationToken);
        return Content(context, stacked, guarded.Together(components), setAside) with { Derived = derived, IsSeenDirectly = false };
    }

    /// <summary>The context variables of an encoder, told apart from those of the same name in encoders before.</summary>
    private static IReadOnlyList<VariableFunctions> Named<T>(IReadOnlyList<VariableFunctions> right, List<EncodedMix<T>> before)
        where T : unmanaged => [.. right.Select(functions => before.Any(encoder => encoder.Right.Any(other => other.Name == functions.Name))
            ? functions with { Name = FormattableString.Invariant($"{functions.Name} in encoder {before.Count + 1}") }
            : functions)];

    /// <summary>Adds the parts of an encoder that are made of others, unless an encoder before has them, and gives their numbers behind all declared parts.</summary>
    private List<int> Made(MixedContext<TInput> mixed, GuardedConcatenation<TInput> guarded, List<DerivedPart> derived)
    {
        var made = new List<int>();
        foreach (var part in mixed.Derived)
        {
            var declared = part with { First = guarded.Declared(part.First, made), Second = guarded.Declared(part.Second, made) };
            if (!derived.Contains(declared)) derived.Add(declared);
            made.Add(plan.Parts.Count + derived.IndexOf(declared));
        }
        return made;
    }

    private MixBuilder<TInput> Builder(AssociatedContext<TInput> context, IReadOnlyList<string> partNames) => new(plan, context, partNames, settings.MemoryLimit, settings.Threads, cancellationToken, progress);

    private EncodedMix<T> Encode<T>(MixedContext<TInput> mixed, AssociatedContext<TInput> context, int rank)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        cancellationToken.ThrowIfCancellationRequested();
        var options = new SpectralOptions(rank, settings.Tolerance, settings.Seed, settings.Threads, progress);
        // The factors of an emitted operator are gone before the library's are made.
        var compiledResult = Compiled<T>(mixed.Joint, options);
        UsesLibrary |= compiledResult is null;
        var matrix = new TermOperator<T>(mixed.Joint, settings.Threads, cancellationToken);
        var result = compiledResult ?? Decomposition.Run(matrix, options, cancellationToken);
        return MixEncoding.Of(mixed, context.Inputs, result, matrix, settings.Threads, cancellationToken);
    }

    private SpectralResult<T>? Compiled<T>(MixedJoint mixed, SpectralOptions options)
        where T : unmanaged => typeof(T) == typeof(double)
        ? compiled?.DecomposeMixedDouble(mixed, options, cancellationToken) as SpectralResult<T>
        : compiled?.DecomposeMixedSingle(mixed, options, cancellationToken) as SpectralResult<T>;

    /// <summary>The rank asked for, or as many functions as there can be, at most 64.</summary>
    private int RankFor(MixedContext<TInput> mixed, AssociatedContext<TInput> context, SetAside setAside)
    {
        var available = Available(mixed, context, setAside);
        if (settings.Rank is not { } asked) return Math.Min(LearnSettings.AutomaticRank, available);
        return asked <= available || settings.TakesFewer
            ? Math.Min(asked, available)
            : throw new RankException(
                FormattableString.Invariant($"Rank = {asked}, but this mix of {context.Joint.Inputs} inputs has at most {available} functions after the constant one{LeftOut(context, setAside)}. ") +
                FormattableString.Invariant($"{(mixed.Joint.Term.HasChain ? "A convolution has no more than its factor with the fewest context values. " : "")}Ask for at most {available}, or leave the rank unset to get as many as the data has."));
    }

    /// <summary>How many functions there can be; at least one.</summary>
    private static int Available(MixedContext<TInput> mixed, AssociatedContext<TInput> context, SetAside setAside)
    {
        if (context.Joint.Inputs == 1) throw DegenerateContextException.OneInput(context.Inputs.Describe(0), LeftOut(context, setAside));
        return mixed.MostFunctions is > 0 and var most ? most : throw DegenerateContextException.NothingLeft(Constant(mixed), LeftOut(context, setAside));
    }

    private static string LeftOut(AssociatedContext<TInput> context, SetAside setAside) => context.Overlap.Clause() + setAside.Clause();

    private static string Constant(MixedContext<TInput> mixed) => mixed.Names[mixed.Joint.Term.Parts().First(part => mixed.Joint.Parts.Parts[part].VariableMarginal.Length == 1)];

    /// <summary>The mix with the weights that the rule learns.</summary>
    private DeclaredMix Weighed<T>(AssociatedContext<TInput> context, IReadOnlyList<string> partNames, DeclaredMix mix, SetAside setAside)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rule = mix.Rule!;
        // One builder for all rounds: what is seen at once is written down in the first.
        var builder = Builder(context, partNames);
        var alone = mix.Term.Children.Select(child => builder.Of(new(child, null, mix.Node, null)).Joint);
        var losses = new SpectralLosses<T>([.. alone], settings.Threads, cancellationToken);
        var weights = new MinMaxWeights(mix.Term.Children.Count, rule.Rate, settings.Precision == Precision.Double ? 1e-9 : 1e-4);
        for (var round = 0; round < rule.Rounds; round++)
        {
            progress?.Report(new("weights", round, rule.Rounds, double.NaN));
            var mixed = builder.Of(mix.With(weights.Current));
            var rank = Math.Min(settings.Rank ?? LearnSettings.AutomaticRank, Available(mixed, context, setAside));
            var options = new SpectralOptions(rank, settings.Tolerance, settings.Seed, settings.Threads);
            weights.Advance(losses.Of(Decomposition.Run(new TermOperator<T>(mixed.Joint, settings.Threads, cancellationToken), options, cancellationToken)));
        }
        return mix.With(weights.Mean);
    }

    /// <summary>The shares of the parts under weights that were learnt: of one mix, or of several that count equally.</summary>
    private void ShareOut(IReadOnlyList<DeclaredMix> mixes)
    {
        if (mixes.All(mix => mix.Rule is null)) return;
        Array.Clear(shares);
        foreach (var mix in mixes)
        {
            var weighed = mix.Rule is null ? [(1.0, mix.Node)] : Shares.Flattened((ConvexNode)mix.Node).Zip(((ConvexTerm)mix.Term).Parts, (one, part) => (part.Weight, one.Context));
            foreach (var (weight, context) in weighed)
                foreach (var part in PartList.Of(context)) shares[PartList.IndexOf(plan.Parts, new(part.Part, part.Walk, null))] += weight * part.Share / mixes.Count;
        }
    }

    /// <summary>The ends of a walk are not what its first step leads to, so that an untagged mix with one says of no value which of them it is.</summary>
    private static bool IsSeenDirectly(MixedJoint mixed) =>
        mixed.Term is PartTerm || (mixed.Term is AverageTerm average && average.Children.All(child => child is PartTerm part && mixed.Parts.Parts[part.Part].Walk is null));

    private LearnedContent<TInput> Content<T>(AssociatedContext<TInput> context, EncodedMix<T> encoded, ComponentMap components, SetAside setAside)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var result = encoded.Result;
        var spectrum = new Spectrum
        {
            Values = result.Values,
            Residuals = result.Residuals,
            Iterations = result.Iterations,
            Converged = result.Converged,
            TotalChiSquared = null,
            Components = components.Count,
            SingletonPairs = components.SingletonPairs,
            Plateaus = result.Plateaus,
            CutsPlateau = result.CutsPlateau,
        };
        return LearnedContent<TInput>.Of(null, "", context.Inputs, context.Joint.InputMarginal, result, encoded.Right, encoded.Entries, spectrum, Described(context), setAside, context.Overlap, new(false, []), settings.Embedding)
            with { Fitted = [.. parts.Select(part => part.Fitted)] };
    }

    /// <summary>The parts as declared; of a part that several encoders are made of, its first place.</summary>
    private LearnedPart[] Described(AssociatedContext<TInput> context)
    {
        var described = new LearnedPart[parts.Count];
        for (var i = 0; i < described.Length; i++)
        {
            var part = context.Parts.Count == parts.Count ? i : Array.FindIndex([.. context.Parts], one => ReferenceEquals(one.Summary, parts[i].Summary));
            var joint = context.Joint.Parts[part];
            described[i] = new(names[i], shares[i], joint.RowSums.Count(sum => sum > 0), joint.VariableMarginal.Length, joint.Table.Pairs, context.Joint.ChiSquared(part), parts[i].Summary)
            {
                Estimation = parts[i].Estimation,
                Walk = plan.Parts[i].Walk?.ToString(),
            };
        }
        return described;
    }
}
