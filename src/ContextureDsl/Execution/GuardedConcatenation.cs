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

    /// <exception cref="RarePairsException">An encoder has a tiny component, which is to be an error.</exception>
    public GuardedConcatenation(LearnSettings settings, MixPlan plan, double[] shares, IReadOnlyList<ObservedPart<TInput>> parts, CancellationToken cancellationToken)
    {
        // What one encoder sets aside the others may have seen: that is no reason to reject it.
        if (settings.Unseen == Unseen.Reject) _ = JointBuilder.Build(shares, parts, settings.Population, settings.Unseen);
        var unseen = settings.Unseen == Unseen.Reject ? Unseen.Independent : settings.Unseen;
        var kept = new List<ObservedPart<TInput>>();
        var mixes = new List<DeclaredMix>();
        foreach (var mix in plan.Mixes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var own = mix.Term.Parts();
            var total = own.Sum(part => shares[part]);
            var counted = JointBuilder.Build([.. own.Select(part => shares[part] / total)], [.. own.Select(part => parts[part])], settings.Population, settings.Unseen);
            var alone = mix with { Term = Renumbered(mix.Term, own, 0) };
            var builder = new MixBuilder<TInput>(plan, counted, [.. own.Select(part => plan.Parts[part].Name)], settings.MemoryLimit, settings.Threads, cancellationToken);
            var (context, setAside) = RarePairsGuard.Apply(counted, builder.Of(alone).Joint.ClosedComponents, settings.RarePairs);
            mixes.Add(mix with { Term = Renumbered(mix.Term, own, kept.Count) });
            // Without rare pairs the parts as they were counted, which need not be copied.
            for (var i = 0; i < own.Count; i++) kept.Add(setAside.Components == 0 ? parts[own[i]] : Seen(context.Parts[i]));
            numbers.AddRange(own);
            SetAside = new(SetAside.Components + setAside.Components, SetAside.Inputs + setAside.Inputs, SetAside.Variables + setAside.Variables, SetAside.Pairs + setAside.Pairs, SetAside.Mass + setAside.Mass / plan.Mixes.Count);
        }
        Mixes = mixes;
        var places = numbers.GroupBy(number => number).ToDictionary(group => group.Key, group => group.Count());
        Context = JointBuilder.Build([.. numbers.Select(number => shares[number] / places[number])], kept, settings.Population, unseen);
    }

    /// <summary>All parts of all encoders, in their order.</summary>
    public AssociatedContext<TInput> Context { get; }

    /// <summary>The encoders, over the parts of <see cref="Context"/>.</summary>
    public IReadOnlyList<DeclaredMix> Mixes { get; }

    /// <summary>The declared number of every part of <see cref="Context"/>.</summary>
    public IReadOnlyList<int> Numbers => numbers;

    /// <summary>What the encoders have set aside, together; the mass is the mean of theirs.</summary>
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

    private static MixTerm Renumbered(MixTerm term, IReadOnlyList<int> own, int start) => term is PartTerm part
        ? new PartTerm(start + own.ToList().IndexOf(part.Part))
        : term.With([.. term.Children.Select(child => Renumbered(child, own, start))]);

    /// <summary>The part over the inputs that it saw, as it was counted.</summary>
    private static ObservedPart<TInput> Seen(ObservedPart<TInput> part)
    {
        var rows = Enumerable.Range(0, part.Table.Inputs).Where(x => part.Table.RowOffsets[x] < part.Table.RowOffsets[x + 1]).ToArray();
        return rows.Length == part.Table.Inputs ? part : part.With(part.Inputs.Keep(rows), part.VariableAlphabet, RestrictedTable.Of(part.Table, rows, [.. Enumerable.Range(0, part.Table.Variables)]), part.Walk is { } walk ? walk with { RowOfState = Array.ConvertAll(walk.RowOfState, row => Array.BinarySearch(rows, row)) } : null);
    }
}
