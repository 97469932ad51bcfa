using ContextureDsl.Tree;

namespace ContextureDsl.Execution;

/// <summary>How far compiled code fits the tree that Define returned. Equality of shapes decides; whatever does not fit is interpreted.</summary>
internal sealed class PlanMatch<TInput>
    where TInput : notnull
{
    private readonly CompiledPlan<TInput>? plan;
    private readonly int[] compiledParts;

    public PlanMatch(CompiledPlan<TInput>? plan, ContextNode tree)
    {
        this.plan = plan;
        Parts = PartList.Of(tree);
        // Code for a whole is for no other tree: equal texts in another tree may mean something else. Code for single parts calls the tree's own delegates.
        var fits = plan is not null && (plan.Shape.Length == 0 || plan.Shape == Shape.Of(tree));
        // Equal shapes may have their parts in another order where weights are zero or values differ.
        Whole = fits && plan!.Shape.Length > 0 && plan.PartShapes.SequenceEqual(Parts.Select(part => Shape.Of(part.Part)));
        compiledParts = new int[Parts.Count];
        for (var i = 0; i < compiledParts.Length; i++) compiledParts[i] = Whole ? i : fits ? FindPart(Shape.Of(Parts[i].Part)) : -1;
    }

    /// <summary>The parts with their shares, those of share zero left out.</summary>
    public IReadOnlyList<DeclaredPart> Parts { get; }

    /// <summary>Whether the tree as a whole is the one that was compiled.</summary>
    public bool Whole { get; }

    /// <summary>The index of a part in the plan, or −1 where it is interpreted.</summary>
    public int CompiledPart(int part) => compiledParts[part];

    public CompilationReport Report()
    {
        var lines = new string[Parts.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = (plan, compiledParts[i]) switch
            {
                _ when Parts[i].Part is CountedNode => $"{Parts[i].Name}: counted elsewhere",
                (null, _) => $"{Parts[i].Name}: interpreted, no code was generated for this declaration",
                (_, < 0) => $"{Parts[i].Name}: interpreted, this part is not one that the generator could read in Define",
                ({ } known, var index) when known.PartNotes[index] is { } note => $"{Parts[i].Name}: compiled, {note}",
                _ => $"{Parts[i].Name}: compiled",
            };
            if (compiledParts[i] >= 0 && Parts[i].Walk is { Longest: > 1 }) lines[i] += ", its walk applied by the library";
        }
        return new(Whole, lines);
    }

    private int FindPart(string shape)
    {
        for (var i = 0; i < (plan?.PartShapes.Count ?? 0); i++)
            if (plan!.PartShapes[i] == shape) return i;
        return -1;
    }
}
