using ContextureDsl.Mixing;
using ContextureDsl.Observation;
using ContextureDsl.Tree;

namespace ContextureDsl.Execution;

/// <summary>One call of EmbedNew: new rows go through the selectors of the declaration and are read against what was learnt; nothing is learnt from them.</summary>
internal sealed class NewRows<TInput>
    where TInput : notnull
{
    private readonly Learned<TInput> learned;
    private readonly RowReading<TInput> reading;
    private readonly LearnSettings settings;
    private readonly CancellationToken cancellationToken;

    /// <exception cref="DeclarationException">The result was learnt from another declaration, or has lost what the declaration needs for new rows.</exception>
    public NewRows(Definition<TInput> definition, LearnSettings settings, CompiledPlan<TInput>? plan, Learned<TInput> learned, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(learned);
        this.learned = learned;
        this.settings = settings;
        this.cancellationToken = cancellationToken;
        if (learned.Declaration != definition.ToString())
            throw new DeclarationException($"EmbedNew was given a result of another declaration. It was learnt from\n{learned.Declaration}\nand this declaration is\n{definition}\nEmbed with the declaration that it was learnt by, with the same values.");
        var parts = PartList.Of(definition.Node);
        var fitted = learned.Content.Fitted.Count > 0 ? learned.Content.Fitted : new FittedState?[parts.Count];
        for (var i = 0; i < parts.Count; i++)
            if (parts[i].Part is KindNode { Description.LearnsState: true } && fitted[i] is null)
                throw new DeclarationException($"The part '{parts[i].Name}' reads new rows by what it has kept of the first ones (their numbers, edges or codebook), and a file does not hold that. Embed new rows with the result as Learn returned it, or learn again where they are to be embedded.");
        var made = learned.Content.Derived;
        foreach (var entry in learned.Content.Entries)
        {
            if (entry.Part < parts.Count) continue;
            if (entry.Part - parts.Count >= made.Count)
                throw new DeclarationException($"The part '{entry.Name}' is made of two contexts that are seen at once, and a file does not hold which. Embed new rows with the result as Learn returned it, or learn again where they are to be embedded.");
            if (!HasRows(entry.Part))
                throw new DeclarationException($"The part '{entry.Name}' is made of a mix that is seen at once with something else, and a new input has no law under a mix. Take contexts into Mix.Joint that are counted, or embed with TryEmbedNew and pairs of values.");
        }

        bool HasRows(int part) => part >= 0 && (part < parts.Count || (HasRows(made[part - parts.Count].First) && HasRows(made[part - parts.Count].Second)));

        reading = new(definition, settings with { Duplicates = learned.Content.Duplicates }, plan, fitted, null, cancellationToken);
    }

    public NewRows<TInput> Read<TEvent>(int source, IEnumerable<TEvent> rows)
    {
        reading.Read(source, rows);
        return this;
    }

    /// <summary>The vectors of all inputs in the rows.</summary>
    /// <exception cref="EmptyObservationException">No part has a pair.</exception>
    public NewInputs<TInput> Finish()
    {
        var parts = new ObservedPart<TInput>?[learned.Parts.Count];
        EmptyObservationException? nothing = null;
        for (var i = 0; i < parts.Length; i++)
        {
            // What was counted elsewhere has no new rows.
            if (reading.Match.Parts[i].Part is CountedNode) continue;
            try
            {
                parts[i] = reading.Finish(i);
            }
            catch (EmptyObservationException empty)
            {
                // New inputs need not be seen by every part; by one they must.
                nothing = empty;
            }
        }
        if (Array.TrueForAll(parts, part => part is null)) throw (Exception?)nothing ?? CountedElsewhere();
        var seenAtOnce = new SeenAtOnce<TInput>(parts, [.. learned.Parts.Select(part => part.Name)], settings.MemoryLimit, cancellationToken);
        return learned.EmbedParts([.. parts, .. seenAtOnce.Of(learned.Content.Derived)]);
    }

    private static DeclarationException CountedElsewhere() => new(
        "All contexts of this declaration were counted elsewhere, so that no row can say anything of a new input. Embed it by TryEmbedNew with the context values that it was seen with.");
}
