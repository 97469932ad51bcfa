using ContextureDsl.Association;
using ContextureDsl.Mixing;
using ContextureDsl.Observation;

namespace ContextureDsl.Execution;

/// <summary>
/// The encoders of a concatenation under one P_X. Each is guarded against tiny components by itself, because each is learnt by itself; what one sets aside it is as if it had never seen, and the others may know it.
/// A part that several encoders are made of is there once for each.
/// </summary>
internal sealed class GuardedConcatenation<TInput>
    where TInput : notnull
{
    private readonly List<int> numbers = [];
    private readonly HashSet<TInput> setAside = [];

    /// <exception cref="RarePairsException">An encoder has a tiny component, which is to be an error.</exception>
    public GuardedConcatenation(LearnSettings settings, MixPlan plan, double[] shares, IReadOnlyList<ObservedPart<TInput>> parts, CancellationToken cancellationToken)
    {
        var whole = JointBuilder.Build(shares, parts, settings.Population, settings.Unseen);
        var kept = new List<ObservedPart<TInput>>();
        var mixes = new List<DeclaredMix>();
        foreach (var mix in plan.Mixes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var own = mix.Term.Parts();
            mixes.Add(mix with { Term = Renumbered(mix.Term, own, kept.Count) });
            kept.AddRange(Guarded(settings, plan, mix, whole, shares, cancellationToken));
            numbers.AddRange(own);
        }
        Mixes = mixes;
        var places = numbers.GroupBy(number => number).ToDictionary(group => group.Key, group => group.Count());
        // What Unseen says has been done; what an encoder sets aside is no reason to drop or reject it.
        Context = JointBuilder.Build([.. numbers.Select(number => shares[number] / places[number])], kept, settings.Population) with { Overlap = whole.Overlap };
        SetAside = SetAside with { Inputs = setAside.Count };
    }

    /// <summary>All parts of all encoders, in their order.</summary>
    public AssociatedContext<TInput> Context { get; }

    /// <summary>The encoders, over the parts of <see cref="Context"/>.</summary>
    public IReadOnlyList<DeclaredMix> Mixes { get; }

    /// <summary>The declared number of every part of <see cref="Context"/>.</summary>
    public IReadOnlyList<int> Numbers => numbers;

    /// <summary>What the encoders have set aside: inputs that any of them did, each once; components, context values and pairs of all encoders; the mean of the masses.</summary>
    public SetAside SetAside { get; private set; } = SetAside.Nothing;

    /// <summary>The declared number of a part; of one that is made of others, its number behind all declared ones.</summary>
    /// <param name="part">Its number in <see cref="Context"/>, or behind; −1 stays.</param>
    /// <param name="made">The numbers of those that are made of others.</param>
    public int Declared(int part, IReadOnlyList<int> made) => part < 0 ? part : part < numbers.Count ? numbers[part] : made[part - numbers.Count];

    /// <summary>The components that all encoders have in common: the functions that every one of them would give the value 1.</summary>
    public ComponentMap Together(IReadOnlyList<ComponentMap> components)
    {
        var inputs = Context.Joint.Inputs;
        var sets = new DisjointSets(inputs);
        foreach (var map in components)
        {
            var first = new int[map.Count];
            Array.Fill(first, -1);
            for (var x = 0; x < inputs; x++)
            {
                ref var representative = ref first[map.OfInput[x]];
                if (representative < 0) representative = x;
                else sets.Join(representative, x);
            }
        }
        return Components.Map(Context.Joint.InputMarginal, 0, sets, _ => 0);
    }

    /// <summary>The parts of an encoder without its tiny components, over the inputs that each saw.</summary>
    private IEnumerable<ObservedPart<TInput>> Guarded(LearnSettings settings, MixPlan plan, DeclaredMix mix, AssociatedContext<TInput> whole, double[] shares, CancellationToken cancellationToken)
    {
        var own = mix.Term.Parts();
        var total = own.Sum(part => shares[part]);
        // Components do not depend on P_X, but for their masses; the first part of the whole may be none of these.
        var population = settings.Population == Population.First ? Population.Mixture : settings.Population;
        var alone = JointBuilder.Build([.. own.Select(part => shares[part] / total)], [.. own.Select(part => Seen(whole.Parts[part]))], population);
        var builder = new MixBuilder<TInput>(plan, alone, [.. own.Select(part => plan.Parts[part].Name)], settings.MemoryLimit, settings.Threads, cancellationToken);
        var (context, left) = RarePairsGuard.Apply(alone, builder.Of(mix with { Term = Renumbered(mix.Term, own, 0) }).Joint.ClosedComponents, settings.RarePairs);
        SetAside = new(
            SetAside.Components + left.Components, 0, SetAside.Variables + left.Variables, SetAside.Pairs + left.Pairs, SetAside.Mass + left.Mass / plan.Mixes.Count);
        if (left.Components > 0) setAside.UnionWith(alone.Inputs.Values.Where(input => !context.Inputs.TryIndex(input, out _)));
        return context.Parts.Select(Seen);
    }

    private static MixTerm Renumbered(MixTerm term, IReadOnlyList<int> own, int start) => term is PartTerm part
        ? new PartTerm(start + own.ToList().IndexOf(part.Part))
        : term.With([.. term.Children.Select(child => Renumbered(child, own, start))]);

    /// <summary>The part over the inputs that it saw, as it was counted.</summary>
    private static ObservedPart<TInput> Seen(ObservedPart<TInput> part)
    {
        var rows = Enumerable.Range(0, part.Table.Inputs).Where(x => part.Table.RowOffsets[x] < part.Table.RowOffsets[x + 1]).ToArray();
        if (rows.Length == part.Table.Inputs) return part;
        var walk = part.Walk is { } taken ? taken with { RowOfState = Array.ConvertAll(taken.RowOfState, row => Array.BinarySearch(rows, row)) } : null;
        return part.With(part.Inputs.Keep(rows), part.VariableAlphabet, RestrictedTable.Of(part.Table, rows, [.. Enumerable.Range(0, part.Table.Variables)]), walk);
    }
}
