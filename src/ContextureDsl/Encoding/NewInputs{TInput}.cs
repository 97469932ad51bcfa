using System.Diagnostics.CodeAnalysis;
using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>
/// The vectors of inputs that were not there when learning: μᵢ(x) = (1/sᵢ) Σⱼ wⱼ Σₐ Rⱼ(a|x) νᵢ(j, a) (Nyström), in the convention of the result that they were embedded with. Immutable.
/// </summary>
/// <remarks>
/// Rⱼ(·|x) is over the known context values, normalised; the shares wⱼ of the parts that have any are normalised too. An input without a known context value has no
/// vector: it is counted, and not among <see cref="Known"/>. An input whose rows gave no context value at all, such as an empty text, is not here; nor is a node of an
/// undirected graph that was there when learning and is in these rows as a neighbour of new ones only.
/// In a mix, an input that some part never saw when learning had nothing from that part and kept its share; here the shares are divided by <see cref="Share"/>. Multiplying by it gives what learning gave.
/// </remarks>
public sealed class NewInputs<TInput>
    where TInput : notnull
{
    private readonly Alphabet<TInput> inputs;
    private readonly NewInputSums sums;

    internal NewInputs(Alphabet<TInput> inputs, NewInputSums sums)
    {
        this.inputs = inputs;
        this.sums = sums;
    }

    /// <summary>Number of distinct inputs with a context value in the rows, known or not.</summary>
    public int Count => inputs.Count;

    /// <summary>The inputs that have a vector, in the order in which they were first seen.</summary>
    public IEnumerable<TInput> Known => Enumerable.Range(0, Count).Where(x => sums.Shares[x] > 0).Select(x => inputs[x]);

    /// <summary>The inputs of which no context value is known, in the same order.</summary>
    public IEnumerable<TInput> Unknown => Enumerable.Range(0, Count).Where(x => sums.Shares[x] == 0).Select(x => inputs[x]);

    /// <summary>The vector of an input.</summary>
    /// <exception cref="UnknownValueException">It was in no row that gave a context value, or none of its context values is known.</exception>
    [SuppressMessage("Design", "CA1065", Justification = "An indexer over keys throws where there is no such key.")]
    public float[] this[TInput input]
    {
        get
        {
            var exact = sums.Vector(Index(input));
            var vector = new float[exact.Length];
            for (var i = 0; i < vector.Length; i++) vector[i] = (float)exact[i];
            return vector;
        }
    }

    /// <summary>Writes the vector of an input; false, with zeros, where it has none.</summary>
    /// <param name="input">The input.</param>
    /// <param name="destination">d numbers.</param>
    /// <exception cref="ArgumentException">The destination is shorter than the rank.</exception>
    public bool TryEmbed(TInput input, Span<double> destination)
    {
        destination.Clear();
        if (!inputs.TryIndex(input, out var x) || sums.Shares[x] == 0) return false;
        sums.Vector(x).CopyTo(destination);
        return true;
    }

    /// <summary>The mean of the vectors of several inputs: what a text is by its stretches, or an image by its patches, where those are what gets vectors. Inputs without a vector are left out.</summary>
    /// <param name="parts">The inputs; one that is listed twice counts twice.</param>
    /// <param name="destination">At least d numbers; the first d are written, with zeros where no part has a vector.</param>
    /// <param name="knownShare">The mean of <see cref="KnownShare"/> over the parts, those that are in no row with 0; 0 for no parts. The rest is the unseen share.</param>
    /// <returns>Whether any part has a vector.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than the rank.</exception>
    public bool TryMean(IEnumerable<TInput> parts, Span<double> destination, out double knownShare)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (destination.Length < sums.Rank) throw new ArgumentException($"The destination holds {destination.Length} numbers; a vector has {sums.Rank}.", nameof(destination));
        destination = destination[..sums.Rank];
        destination.Clear();
        knownShare = 0;
        long embedded = 0, all = 0;
        foreach (var part in parts)
        {
            all++;
            if (!inputs.TryIndex(part, out var x) || sums.Shares[x] == 0) continue;
            embedded++;
            knownShare += sums.KnownShares[x] / sums.SeenShares[x];
            var vector = sums.Vector(x);
            for (var i = 0; i < destination.Length; i++) destination[i] += vector[i];
        }
        if (embedded == 0) return false;
        knownShare /= all;
        for (var i = 0; i < destination.Length; i++) destination[i] /= embedded;
        return true;
    }

    /// <summary>
    /// How much of what the rows say of an input was seen before: the share of the weight of its context values that are known, from 0 to 1; in a mix the mean over
    /// the parts that saw it, by their shares. The rest is the unseen share.
    /// </summary>
    /// <exception cref="UnknownValueException">It was in no row that gave a context value.</exception>
    public double KnownShare(TInput input) =>
        inputs.TryIndex(input, out var x)
            ? sums.KnownShares[x] / sums.SeenShares[x]
            : throw InNoRow(input);

    /// <summary>The sum of the shares of the parts that had a known value of an input; 1 where none was missing, 0 where it has no vector.</summary>
    /// <exception cref="UnknownValueException">It was in no row that gave a context value.</exception>
    public double Share(TInput input) => inputs.TryIndex(input, out var x) ? sums.Shares[x] : throw InNoRow(input);

    private int Index(TInput input)
    {
        if (!inputs.TryIndex(input, out var x)) throw InNoRow(input);
        return sums.Shares[x] > 0
            ? x
            : throw new UnknownValueException($"None of the context values that '{KeyFormat.Label(input)}' has in the rows is known, so it has no vector. Use TryEmbed where that may be, or learn again with rows that have these values.");
    }

    private static UnknownValueException InNoRow(TInput input) => new($"'{KeyFormat.Label(input)}' is in no row that gave a context value.");
}
