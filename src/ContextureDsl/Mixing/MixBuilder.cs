using ContextureDsl.Association;
using ContextureDsl.Observation;

namespace ContextureDsl.Mixing;

/// <summary>From the parts of a declaration under one P_X to a mix of them: simplifies the expression, writes down what is seen at once, and lays the columns out.</summary>
/// <param name="plan">The declaration.</param>
/// <param name="counted">Its parts.</param>
/// <param name="names">Their names.</param>
/// <param name="memoryLimit">Bytes that pairs of values may need.</param>
/// <param name="threads">Threads.</param>
/// <param name="cancellationToken">Stops it.</param>
/// <param name="progress">Told while laws are written down.</param>
internal sealed class MixBuilder<TInput>(
    MixPlan plan, AssociatedContext<TInput> counted, IReadOnlyList<string> names, long memoryLimit, int threads, CancellationToken cancellationToken, IProgress<LearnProgress>? progress = null)
    where TInput : notnull
{
    /// <summary>What is seen at once has no rows of its own: those of its parts are reported.</summary>
    private static readonly ObservationSummary Unreported = new() { Rows = 0, Events = 0 };

    private readonly List<ObservedPart<TInput>> parts = [.. counted.Parts];
    private readonly List<JointPart> joint = [.. counted.Joint.Parts.Select(part => new JointPart(1, part.Table, part.RowSums, part.VariableMarginal, part.HasUnseen) { Walk = part.Walk })];
    private readonly List<string> partNames = [.. names];
    private readonly List<DerivedPart> derived = [];
    private readonly Dictionary<string, PartTerm> seenAtOnce = [];
    private readonly Dictionary<string, IReadOnlyList<Outlet>> outletsOf = [];
    private readonly Dictionary<string, AverageLayout> averages = [];
    private readonly Dictionary<string, WalkLayout> walks = [];

    /// <summary>The mix.</summary>
    /// <exception cref="MemoryLimitException">What is seen at once has too many pairs.</exception>
    /// <exception cref="DeclarationException">An operator is to be seen at once with something.</exception>
    /// <exception cref="WalkException">A walk on a mix ends at a value that is no input.</exception>
    public MixedContext<TInput> Of(DeclaredMix mix)
    {
        var identities = Enumerable.Range(0, joint.Count).Where(IsIdentity).ToHashSet();
        var term = WrittenDown(MixAlgebra.Simplify(mix.Term, identities, out _));
        var outlets = Outlets(term);
        outlets = mix.Name is { } name && outlets.Count == 1 ? [outlets[0] with { Name = name }] : Distinct(term, outlets);
        return new([.. parts], [.. partNames], [.. derived], Joint(term, outlets));
    }

    /// <summary>A part that is seen by itself and at the end of a convolution has columns of its own in each place: those of convolutions are then called after all of their factors.</summary>
    private IReadOnlyList<Outlet> Distinct(MixTerm term, IReadOnlyList<Outlet> outlets)
    {
        if (outlets.Select(outlet => outlet.Name).Distinct().Count() == outlets.Count) return outlets;
        var paths = Paths(term).ToArray();
        return [.. outlets.Select((outlet, i) => outlets.Count(other => other.Name == outlet.Name) > 1 ? outlet with { Name = paths[i] + outlet.Name } : outlet)];
    }

    /// <summary>For every outlet what it is seen through, such as "a then ".</summary>
    private IEnumerable<string> Paths(MixTerm term) => term switch
    {
        ConvexTerm convex => convex.Children.SelectMany(Paths),
        ChainTerm { Last: { } last } chain => Paths(last).Select(path => string.Concat(chain.Through.Select(factor => string.Join(" or ", factor.Parts().Select(part => partNames[part])) + " then ")) + path),
        _ => [""],
    };

    private MixedJoint Joint(MixTerm term, IReadOnlyList<Outlet> outlets)
    {
        var together = new JointDistribution(counted.Joint.InputMarginal, [.. joint]);
        return new(together, term, outlets, averages, walks, MixComponents.Of(together, term, averages, walks));
    }

    /// <summary>Whether every context value belongs to one input, so that there and back is nowhere else: TT* = I.</summary>
    private bool IsIdentity(int part)
    {
        var own = joint[part];
        if (parts[part].IsOperator || own.Walk is not null || own.HasUnseen || own.Table.Pairs != own.VariableMarginal.Length) return false;
        var isMet = new bool[own.VariableMarginal.Length];
        foreach (var column in own.Table.Columns)
        {
            if (isMet[column]) return false;
            isMet[column] = true;
        }
        return true;
    }

    /// <summary>The term with every pair of contexts that are seen at once made a part, from the inside out.</summary>
    private MixTerm WrittenDown(MixTerm term)
    {
        var children = term.Children.Select(WrittenDown).ToArray();
        var rewritten = children.Length == 0 ? term : term.With(children);
        if (rewritten is not JointTerm both) return rewritten;
        if (seenAtOnce.TryGetValue(both.Text, out var known)) return known;
        return seenAtOnce[both.Text] = Derived(both);
    }

    private PartTerm Derived(JointTerm both)
    {
        RequireLaws(both);
        var (first, second) = (Laws(both.First), Laws(both.Second));
        var node = plan.Joints[both.Number];
        var (firstOutlet, secondOutlet) = (Outlets(both.First)[0], Outlets(both.Second)[0]);
        var part = JointRows.Of(node, counted.Inputs, first, second, (firstOutlet.Values, secondOutlet.Values), (firstOutlet.Name, secondOutlet.Name), memoryLimit, Unreported, cancellationToken);
        parts.Add(part);
        joint.Add(JointBuilder.Part(1, part.Table, JointBuilder.RowSums(part.Table), counted.Joint.InputMarginal));
        partNames.Add($"({firstOutlet.Name}, {secondOutlet.Name})");
        derived.Add(new(node, Number(both.First), Number(both.Second)));
        return new(joint.Count - 1);
    }

    /// <summary>Products of weights of either sign are no law: pairs of values would have negative probabilities.</summary>
    private void RequireLaws(JointTerm both)
    {
        foreach (var part in both.Parts())
        {
            if (parts[part].IsOperator)
                throw new DeclarationException($"Mix.Joint is made with '{partNames[part]}', an operator (Teacher, Target), whose weights have either sign: none of its values is drawn, so that there are no two values at once. Use Mix.Concatenate or Mix.Convex.");
        }
    }

    private int Number(MixTerm term) => term is PartTerm part && joint[part.Part].Walk is null ? part.Part : -1;

    /// <summary>The law of a term, written down where it is not one already.</summary>
    private LawTable Laws(MixTerm term)
    {
        if (Number(term) is >= 0 and var part) return LawTable.Of(joint[part]);
        return new MixLaws(Joint(term, Outlets(term)), memoryLimit, threads, progress, cancellationToken).Written();
    }

    /// <summary>The columns of a term, laid out once: those of a walk take products with the mix.</summary>
    private IReadOnlyList<Outlet> Outlets(MixTerm term)
    {
        if (!outletsOf.TryGetValue(term.Text, out var known)) outletsOf[term.Text] = known = LaidOut(term);
        return known;
    }

    private IReadOnlyList<Outlet> LaidOut(MixTerm term)
    {
        switch (term)
        {
            case PartTerm part:
                return [new(partNames[part.Part], 1, joint[part.Part].VariableMarginal, parts[part.Part].VariableAlphabet)];
            case ConvexTerm convex:
                return [.. convex.Parts.SelectMany(part => Outlets(part.Term).Select(outlet => outlet with { Share = part.Weight * outlet.Share }))];
            case AverageTerm average:
                return [Average(average)];
            case ChainTerm chain:
                foreach (var factor in chain.Through) Outlets(factor);
                return chain.Last is { } last ? Outlets(last) : [new("input", 1, counted.Joint.InputMarginal, counted.Inputs)];
            case WalkTerm walk:
                return [Walk(walk)];
            default:
                throw new ArgumentException($"{term} has no columns yet.", nameof(term));
        }
    }

    private Outlet Average(AverageTerm average)
    {
        var outlets = average.Children.Select(child => Outlets(child)[0]).ToArray();
        var (union, numbers) = AlphabetUnion.Of([.. outlets.Select(outlet => outlet.Values)]);
        var marginal = new double[union.Count];
        for (var j = 0; j < outlets.Length; j++)
            for (var a = 0; a < numbers[j].Length; a++) marginal[numbers[j][a]] += average.Parts[j].Weight * outlets[j].Marginal[a];
        var scales = outlets.Select((outlet, j) => outlet.Marginal.Select((mass, a) => average.Parts[j].Weight * Math.Sqrt(mass / marginal[numbers[j][a]])).ToArray()).ToArray();
        averages[average.Text] = new(numbers, scales);
        return new(string.Join(" or ", outlets.Select(outlet => outlet.Name).Distinct()), 1, marginal, union);
    }

    private Outlet Walk(WalkTerm walk)
    {
        if (walk.Step.Parts().FirstOrDefault(part => parts[part].IsOperator, -1) is >= 0 and var signed)
            throw new DeclarationException($"A walk is taken on a mix with '{partNames[signed]}', an operator (Teacher, Target), whose weights have either sign: none of its values is drawn, so that there is no step to take. Walk on the other contexts, or leave the walk out.");
        var step = Outlets(walk.Step)[0];
        var law = plan.Walks[walk.Walk];
        var walkOf = new MixWalk(Joint(walk.Step, [step]), law, threads, cancellationToken);
        var layout = walks[walk.Text] = walkOf.Layout(Association.Walks.InputsOf((Alphabet<TInput>)step.Values, counted.Inputs, law));
        var marginal = layout.Ends.Select((x, a) => counted.Joint.InputMarginal[x] / (layout.EndScales[a] * layout.EndScales[a])).ToArray();
        return new(step.Name, 1, marginal, layout.Ends.Length == counted.Inputs.Count ? counted.Inputs : counted.Inputs.Keep(layout.Ends));
    }
}
