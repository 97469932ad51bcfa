using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>
/// What a context has taught: the encoder of inputs, the functions of the context variables, and the spectrum that says what they are worth.
/// Immutable and thread-safe. Holds functions and marginals; the counted pairs are gone.
/// </summary>
public class Learned<TInput>
    where TInput : notnull
{
    private protected const int StackNumbers = 256;

    private readonly object?[] encoders;
    private readonly double[] evidenceFactors;

    internal Learned(LearnedContent<TInput> content)
    {
        Content = content;
        Encoder = new(content.Inputs, content.InputMarginal, content.Spectrum.Values, content.Left, content.Embedding);
        encoders = new object?[content.Right.Count];
        var size = Math.Max(content.Left.Count, content.Right.Sum(part => part.Functions.Count));
        evidenceFactors = Convention.EvidenceFactors(content.Embedding, content.Spectrum, size);
        Undetermined = evidenceFactors.Count(factor => factor == 0);
    }

    /// <summary>The declaration as a tree; null for a result that was loaded or whose pairs were counted elsewhere: those know their <see cref="Declaration"/> as text only.</summary>
    public Definition<TInput>? Definition => Content.Definition;

    /// <summary>The declaration in canonical text. Values that its lambdas capture are not in it, so equal texts mean the same context only where those are equal too.</summary>
    public string Declaration => Content.Declaration;

    /// <summary>Number of functions d, the constant excluded.</summary>
    public int Rank => Content.Spectrum.Values.Count;

    /// <summary>The singular values and how well they are known.</summary>
    public Spectrum Spectrum => Content.Spectrum;

    /// <summary>The vectors of the inputs: the left functions.</summary>
    public Encoder<TInput> Encoder { get; }

    /// <summary>The observed contexts that the declaration mixes; one if it mixes nothing.</summary>
    public IReadOnlyList<LearnedPart> Parts => Content.Parts;

    /// <summary>Which parts ran compiled code when this was learnt.</summary>
    public CompilationReport Compilation => Content.Compilation;

    /// <summary>What was left out as too rare to be connected with the rest.</summary>
    public SetAside SetAside => Content.SetAside;

    /// <summary>How far the parts of the mix speak of the same inputs, and how many were left out because some part never saw them.</summary>
    public Overlap Overlap => Content.Overlap;

    /// <summary>The vectors of a part's context values: the right functions νᵢ(j, a), in the same convention as <see cref="Encoder"/>.</summary>
    /// <param name="part">The name of the part: <see cref="LearnedPart.Name"/>.</param>
    /// <exception cref="PartNameException">No part has this name, or several have it.</exception>
    /// <exception cref="VariableTypeException">The context variable has another type; the message names it.</exception>
    public Encoder<TVariable> Variables<TVariable>(string part)
        where TVariable : notnull => VariablesOf<TVariable>(IndexOf(Content.Right.Select(variables => variables.Name), part, "context variable"));

    /// <summary>The codebook that a part has learnt: encodes new values, such as images, as those of the rows were.</summary>
    /// <param name="part">The name of the part: <see cref="LearnedPart.Name"/>; may be left out where there is one part only.</param>
    /// <exception cref="PartNameException">No part has this name, or several have it, or the name is left out and there are several parts.</exception>
    /// <exception cref="CodebookException">The part has none, or one of other values, or the result was loaded from a file, which has no codebooks.</exception>
    public LearntCodebook<T> Codebook<T>(string? part = null)
    {
        var index = part is not null || Parts.Count > 1 ? IndexOf(Parts.Select(one => one.Name), part ?? "", "part") : 0;
        return Content.Fitted.ElementAtOrDefault(index) as LearntCodebook<T> ?? throw CodebookException.None(Parts[index].Name, typeof(T).Name);
    }

    /// <summary>The same result with fewer functions; nothing is learnt again.</summary>
    /// <param name="rank">From 1 to <see cref="Rank"/>.</param>
    /// <exception cref="RankException">
    /// Out of that range; or it cuts a run of equal singular values, within which functions are defined up to rotation only. The message names the ranks before and after the run.
    /// </exception>
    public virtual Learned<TInput> At(int rank) => rank == Rank ? this : new(Content.At(rank));

    /// <summary>The same result in other coordinates.</summary>
    public virtual Learned<TInput> With(Embedding embedding) => embedding == Content.Embedding ? this : new(Content with { Embedding = embedding });

    /// <summary>
    /// A vector for an input that was not there when learning, from the context values it was seen with (Nyström):
    /// μᵢ(x) = (1/sᵢ) Σⱼ wⱼ Σₐ Rⱼ(a|x) νᵢ(j, a), in the convention of <see cref="Encoder"/>. Reproduces the inputs that were there.
    /// </summary>
    /// <remarks>
    /// Rⱼ is the given weights over the known values of part j, normalised; the shares wⱼ of the parts that have any are normalised too.
    /// Errors of νᵢ are amplified by 1/sᵢ; coordinates where that leaves nothing but noise are zero and counted in <see cref="EvidenceUse.Undetermined"/>.
    /// </remarks>
    /// <param name="evidence">What it was seen with, by part; a part may be left out or be given in pieces.</param>
    /// <param name="destination">At least d numbers; the first d are written, with zeros where nothing is known.</param>
    /// <param name="use">What was missing, skipped or undetermined.</param>
    /// <returns>Whether any value was known.</returns>
    /// <exception cref="PartNameException">The evidence names no part.</exception>
    /// <exception cref="VariableTypeException">The evidence has another type than the part.</exception>
    /// <exception cref="ArgumentException">The destination is shorter than the rank.</exception>
    public bool TryEmbedNew(ReadOnlySpan<Evidence> evidence, Span<double> destination, out EvidenceUse use)
    {
        destination = Coordinates(destination);
        destination.Clear();
        var missing = new List<string>();
        var unknown = 0;
        var share = 0.0;
        // A part may be met in several encoders of a concatenation, and its unknown values count once.
        var counted = new HashSet<int>();
        var names = Content.Entries.DistinctBy(entry => entry.Part).Select(entry => entry.Name).ToArray();
        foreach (var one in evidence) _ = IndexOf(names, one.Part, "part that a new input is seen with");
        var sum = new double[Rank];
        foreach (var part in Content.Entries)
        {
            var (weight, skipped) = (0.0, 0);
            Array.Clear(sum);
            foreach (var one in evidence)
                if (one.Part == part.Name) one.Accumulate(part, sum, ref weight, ref skipped);
            if (counted.Add(part.Part)) unknown += skipped;
            if (weight == 0)
            {
                if (!missing.Contains(part.Name)) missing.Add(part.Name);
                continue;
            }
            share += part.Share;
            for (var k = 0; k < sum.Length; k++) destination[k] += part.Share * (sum[k] / weight);
        }
        Finish(destination, share);
        use = new(missing.Count == 0 ? 1 : share, missing, unknown, Undetermined);
        return share > 0;
    }

    /// <summary>The same in single precision; sums are double.</summary>
    /// <inheritdoc cref="TryEmbedNew(ReadOnlySpan{Evidence}, Span{double}, out EvidenceUse)"/>
    public bool TryEmbedNew(ReadOnlySpan<Evidence> evidence, Span<float> destination, out EvidenceUse use)
    {
        destination = Coordinates(destination);
        var exact = new double[Rank];
        var known = TryEmbedNew(evidence, exact, out use);
        for (var i = 0; i < exact.Length; i++) destination[i] = (float)exact[i];
        return known;
    }

    /// <summary>The vector of a new input from the context values it was seen with; see the other overloads for what is missing or skipped.</summary>
    /// <exception cref="UnknownValueException">None of the values is known.</exception>
    /// <exception cref="PartNameException">The evidence names no part.</exception>
    /// <exception cref="VariableTypeException">The evidence has another type than the part.</exception>
    public float[] EmbedNew(params ReadOnlySpan<Evidence> evidence)
    {
        var vector = new float[Rank];
        if (TryEmbedNew(evidence, vector, out _)) return vector;
        throw NothingKnown();
    }

    /// <summary>Saves everything but the counted pairs, which are gone, and the delegates: the declaration is kept as text.</summary>
    /// <remarks>Written to a temporary file beside the target, flushed to the disk and renamed: the target is whole or as it was. <see cref="Learned.Load{TInput}"/> reads it.</remarks>
    /// <param name="path">By convention with the extension <see cref="Learned.FileExtension"/>; a file that is there is replaced.</param>
    /// <param name="cancellationToken">Stops; nothing is left behind.</param>
    /// <exception cref="EncoderFileException">The file cannot be written.</exception>
    /// <exception cref="KeyTextException">Inputs or context values are of a type that has no form of its own in a file, such as a tuple; see the other overload.</exception>
    /// <exception cref="OperationCanceledException">The caller asked to stop.</exception>
    public void Save(string path, CancellationToken cancellationToken = default) => Save(path, [], cancellationToken);

    /// <summary>Saves with texts for the types that need one.</summary>
    /// <inheritdoc cref="Save(string, CancellationToken)"/>
    /// <param name="path">The file.</param>
    /// <param name="texts">How values of tuples, record structs and other types are written; loading needs the same.</param>
    /// <param name="cancellationToken">Stops; nothing is left behind.</param>
    public void Save(string path, IReadOnlyList<KeyText> texts, CancellationToken cancellationToken = default) =>
        EncoderFormat.Write(path, sink => LearnedFormat.Write(sink, Content, texts), cancellationToken);

    /// <summary>The vectors of new inputs from their laws in each part; null where a part has no row of theirs.</summary>
    /// <param name="parts">By number of the part, those that are made of others last.</param>
    internal NewInputs<TInput> EmbedParts(IReadOnlyList<ObservedPart<TInput>?> parts)
    {
        var inputs = new HashAlphabet<TInput, DefaultKeys<TInput>>();
        var entries = Content.Entries.Where(entry => parts[entry.Part] is not null).ToArray();
        var known = entries.Select(entry => entry.EvidenceKeys.NumbersOf(parts[entry.Part]!.VariableAlphabet)).ToArray();
        var numbers = entries.Select((entry, j) => Enumerable.Range(0, parts[entry.Part]!.Inputs.Count)
            .Select(row => IsOtherEnd(parts[entry.Part]!, row, known[j]) ? -1 : inputs.Number(parts[entry.Part]!.Inputs[row])).ToArray()).ToArray();
        var sums = new NewInputSums(inputs.Count, Rank);
        for (var j = 0; j < entries.Length; j++)
        {
            var part = parts[entries[j].Part]!;
            for (var row = 0; row < part.Inputs.Count; row++)
                if (numbers[j][row] >= 0) sums.Add(numbers[j][row], part.Table, row, part.IsOperator, known[j], entries[j]);
        }
        for (var x = 0; x < inputs.Count; x++) Finish(sums.Vector(x), sums.Shares[x]);
        return new(inputs, sums);
    }

    /// <summary>Whether an input of an undirected graph was there when learning and has new neighbours only: it is in the rows as the other end of their edges.</summary>
    private bool IsOtherEnd(ObservedPart<TInput> part, int row, int[] known)
    {
        if (!part.IsUndirected || !Content.Inputs.TryIndex(part.Inputs[row], out _)) return false;
        for (var i = part.Table.RowOffsets[row]; i < part.Table.RowOffsets[row + 1]; i++)
            if (known[part.Table.Columns[i]] >= 0) return false;
        return true;
    }

    internal LearnedContent<TInput> Content { get; }

    /// <summary>Coordinates that evidence cannot determine.</summary>
    internal int Undetermined { get; }

    internal Encoder<TVariable> VariablesOf<TVariable>(int part)
        where TVariable : notnull
    {
        // Making one twice in a race is harmless: both are equal and immutable.
        if (encoders[part] is Encoder<TVariable> made) return made;
        var right = Content.Right[part];
        var encoder = new Encoder<TVariable>(right.Keys.AlphabetOf<TVariable>(), right.Marginal, Spectrum.Values, right.Functions, Content.Embedding);
        encoders[part] = encoder;
        return encoder;
    }

    /// <summary>From Σ w ν to coordinates: divides by <paramref name="share"/> and by what the convention asks; leaves zeros where the share is zero.</summary>
    private protected void Finish(Span<double> sums, double share)
    {
        if (share == 0) return;
        for (var i = 0; i < sums.Length; i++) sums[i] = sums[i] / share * evidenceFactors[i];
    }

    private protected Span<TNumber> Coordinates<TNumber>(Span<TNumber> destination) => destination.Length >= Rank
        ? destination[..Rank]
        : throw new ArgumentException($"The destination holds {destination.Length} numbers; a vector has {Rank}.", nameof(destination));

    private protected static UnknownValueException NothingKnown() =>
        new("None of the context values is known, so the new input has no vector. Use TryEmbedNew where that may be, or learn again with rows that have these values.");

    private static int IndexOf(IEnumerable<string> names, string name, string what)
    {
        var all = names.ToArray();
        return all.Count(one => one == name) switch
        {
            1 => Array.IndexOf(all, name),
            0 => throw new PartNameException($"No {what} is called '{name}'. There {(all.Length == 1 ? "is" : "are")} {string.Join(", ", all.Select(one => $"'{one}'"))}."),
            _ => throw new PartNameException($"Several parts are called '{name}'. Give each a name of its own with Named in the declaration."),
        };
    }
}
