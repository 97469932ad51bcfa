using ContextureDsl.Observation;

namespace ContextureDsl.Association;

/// <summary>Which inputs a mix is made of: those that have a probability under the declared P_X, less those that some part never saw where these are to be dropped.</summary>
internal sealed class InputSelection<TInput>
    where TInput : notnull
{
    private readonly Alphabet<TInput> inputs;
    private readonly IReadOnlyList<ObservedPart<TInput>> parts;

    /// <summary>How many parts saw each input.</summary>
    private readonly int[] witnesses;

    /// <summary>Looks at every row of every part.</summary>
    /// <param name="inputs">The inputs of all parts together.</param>
    /// <param name="parts">The parts over these inputs, with empty rows for those that a part never saw.</param>
    public InputSelection(Alphabet<TInput> inputs, IReadOnlyList<ObservedPart<TInput>> parts)
    {
        this.inputs = inputs;
        this.parts = parts;
        witnesses = new int[inputs.Count];
        for (var j = 0; j < parts.Count; j++)
            for (var x = 0; x < witnesses.Length; x++)
                if (Saw(j, x)) witnesses[x]++;
    }

    /// <summary>The numbers of the inputs that are kept, ascending.</summary>
    /// <exception cref="DisjointInputsException">A part has no input in common with the others, or none that is kept.</exception>
    /// <exception cref="UnseenInputsException">Some part never saw an input, which is to be an error.</exception>
    public int[] Keep(Population population, Unseen unseen)
    {
        if (parts.Count > 1) RequireOverlap();
        var probable = population == Population.First ? Where(x => Saw(0, x)) : Where(_ => true);
        var kept = unseen == Unseen.Independent ? probable : Array.FindAll(probable, x => witnesses[x] == parts.Count);
        if (unseen == Unseen.Reject && kept.Length < probable.Length) throw UnseenInputsException.Of(Missing(probable), parts.Count, probable.Length);
        RequireRows(kept);
        return kept;
    }

    /// <summary>What is reported.</summary>
    /// <param name="kept">How many inputs are kept.</param>
    public Overlap Overlap(int kept) => new(inputs.Count, witnesses.AsSpan().Count(parts.Count), inputs.Count - kept);

    private bool Saw(int part, int input)
    {
        var offsets = parts[part].Table.RowOffsets;
        return offsets[input] < offsets[input + 1];
    }

    private int[] Where(Func<int, bool> holds) => [.. Enumerable.Range(0, inputs.Count).Where(holds)];

    private int[] Seen(int part) => Where(x => Saw(part, x));

    private void RequireOverlap()
    {
        for (var j = 0; j < parts.Count; j++)
            if (!Enumerable.Range(0, witnesses.Length).Any(x => witnesses[x] > 1 && Saw(j, x))) throw DisjointInputsException.OfAllOthers(j, parts.Count, InputExamples.Of(inputs, Seen(j)), Others(j));
    }

    /// <summary>Overlap with some part is not enough where one part, or all of them, decide which inputs are kept.</summary>
    private void RequireRows(int[] kept)
    {
        if (kept.Length == 0)
        {
            var fewest = Enumerable.Range(0, parts.Count).MinBy(j => Seen(j).Length);
            throw DisjointInputsException.NoneShared(fewest, parts.Count, InputExamples.Of(inputs, Seen(fewest)), Others(fewest));
        }
        for (var j = 0; j < parts.Count; j++)
            if (!Array.Exists(kept, x => Saw(j, x))) throw DisjointInputsException.OfFirst(j, parts.Count, InputExamples.Of(inputs, Seen(j)), InputExamples.Of(inputs, kept));
    }

    private string Others(int part) => InputExamples.Of(inputs, Where(x => witnesses[x] > (Saw(part, x) ? 1 : 0)));

    private IEnumerable<(int Part, string Unseen)> Missing(int[] probable)
    {
        for (var j = 0; j < parts.Count; j++)
        {
            var missing = Array.FindAll(probable, x => !Saw(j, x));
            if (missing.Length > 0) yield return (j, InputExamples.Of(inputs, missing));
        }
    }
}
