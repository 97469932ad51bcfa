using System.Collections;
using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>
/// Vectors of known values: the leading singular functions μ₁ … μ_d at each of them (constant excluded), in the coordinates of <see cref="Embedding"/>.
/// Serves both sides: inputs, and context values with νᵢ. Immutable and thread-safe.
/// </summary>
/// <remarks>μᵢ(x) = uᵢ(x)/√p(x) for the singular vectors uᵢ of D_X^{-1/2} P⁺ D_A^{-1/2}: mean zero and variance one under P_X.</remarks>
public sealed class Encoder<T>
    where T : notnull
{
    private readonly Alphabet<T> alphabet;
    private readonly double[] marginal;
    private readonly IReadOnlyList<double> singularValues;
    private readonly SingularFunctions functions;
    private readonly double[] factors;
    private readonly NeighbourSearch search;

    internal Encoder(Alphabet<T> alphabet, double[] marginal, IReadOnlyList<double> singularValues, SingularFunctions functions, Embedding embedding)
    {
        this.alphabet = alphabet;
        this.marginal = marginal;
        this.singularValues = singularValues;
        this.functions = functions;
        Embedding = embedding;
        factors = Convention.Factors(embedding, singularValues);
        search = new(functions.Coordinates(factors), functions.Count, functions.Rank);
        Known = new KnownValues(alphabet);
    }

    /// <summary>From orthonormal columns, n × d, row-major, in single precision.</summary>
    internal Encoder(Alphabet<T> alphabet, double[] marginal, double[] singularValues, float[] orthonormal, Embedding embedding)
        : this(alphabet, marginal, singularValues, SingularFunctions<float>.FromOrthonormal(orthonormal, marginal, 1, singularValues.Length), embedding) { }

    /// <summary>From orthonormal columns, n × d, row-major, in double precision.</summary>
    internal Encoder(Alphabet<T> alphabet, double[] marginal, double[] singularValues, double[] orthonormal, Embedding embedding)
        : this(alphabet, marginal, singularValues, SingularFunctions<double>.FromOrthonormal(orthonormal, marginal, 1, singularValues.Length), embedding) { }

    /// <summary>Number of coordinates d.</summary>
    public int Rank => functions.Rank;

    /// <summary>Number of known values n.</summary>
    public int Count => functions.Count;

    /// <summary>The known values, in the order in which they were first seen.</summary>
    public IReadOnlyCollection<T> Known { get; }

    /// <summary>Whether a value has a vector. No allocation.</summary>
    public bool Contains(T value) => alphabet.TryIndex(value, out _);

    /// <summary>How functions become coordinates.</summary>
    public Embedding Embedding { get; }

    /// <summary>How the functions are stored; <see cref="Precision.Double"/> makes <see cref="TryEmbed(T, Span{double})"/> more exact than the rest.</summary>
    public Precision Precision => functions.Precision;

    /// <summary>The vector of a known value: a view, nothing is copied.</summary>
    /// <exception cref="UnknownValueException">The value is not known; for strings the message names the known key nearest to it, if one is close.</exception>
    public ReadOnlySpan<float> this[T value] => search.Row(Find(value));

    /// <summary>Copies the vector of a value; false, with nothing written, if it is not known. Expected constant time in n, no allocation.</summary>
    /// <param name="value">The value.</param>
    /// <param name="destination">At least d numbers; the first d are written.</param>
    /// <exception cref="ArgumentException">The destination is shorter than the rank.</exception>
    public bool TryEmbed(T value, Span<float> destination)
    {
        Require(destination.Length);
        if (!TryFind(value, out var index)) return false;
        search.Row(index).CopyTo(destination);
        return true;
    }

    /// <summary>The same in double precision: exact for functions learnt with <see cref="Precision.Double"/>, otherwise as exact as single storage is.</summary>
    /// <inheritdoc cref="TryEmbed(T, Span{float})"/>
    public bool TryEmbed(T value, Span<double> destination)
    {
        Require(destination.Length);
        if (!TryFind(value, out var index)) return false;
        functions.CopyRow(index, factors, destination);
        return true;
    }

    /// <summary>
    /// The mean of the vectors of several values: what a text is by its words, or an image by its parts, where those are what got vectors. Values that are not known are left out.
    /// </summary>
    /// <remarks>In <see cref="Embedding.Scaled"/> coordinates it is the vector of the mean of the laws P(·|x): the whole as a mixture of its parts.</remarks>
    /// <param name="values">The parts; one that is listed twice counts twice.</param>
    /// <param name="destination">At least d numbers; the first d are written, with zeros, the mean of all, where nothing is known.</param>
    /// <param name="knownShare">The share of the values that are known, from 0 to 1; 0 for no values. The rest is the unseen share.</param>
    /// <returns>Whether any value is known.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than the rank.</exception>
    public bool TryMean(IEnumerable<T> values, Span<double> destination, out double knownShare)
    {
        ArgumentNullException.ThrowIfNull(values);
        Require(destination.Length);
        destination = destination[..Rank];
        destination.Clear();
        long known = 0, all = 0;
        foreach (var value in values)
        {
            all++;
            if (!TryFind(value, out var index)) continue;
            functions.AddRow(index, 1, destination);
            known++;
        }
        knownShare = all == 0 ? 0 : (double)known / all;
        if (known == 0) return false;
        for (var i = 0; i < destination.Length; i++) destination[i] *= factors[i] / known;
        return true;
    }

    /// <summary>The probability of a value: P_X on the side of the inputs; on the other side P_A within its part.</summary>
    /// <exception cref="UnknownValueException">The value is not known.</exception>
    public double Marginal(T value) => marginal[Find(value)];

    /// <summary>The known values whose vectors point most nearly the same way as that of a known value, the value itself left out.</summary>
    /// <remarks>
    /// Exact: the cosine with every vector, O(n d), single precision. The cosine is taken in the coordinates of <see cref="Embedding"/>: Whitened counts every
    /// function the same, noisy ones too; Scaled follows the laws P(·|x) themselves and HalfScaled stands between.
    /// Equal cosines are ordered by when the value was first seen, so the answer is always the same.
    /// </remarks>
    /// <param name="value">A known value.</param>
    /// <param name="count">How many; fewer come back where fewer are known.</param>
    /// <exception cref="UnknownValueException">The value is not known.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    public IReadOnlyList<Neighbour<T>> Nearest(T value, int count)
    {
        var index = Find(value);
        return Named(search.Nearest(search.Direction(index), count, index));
    }

    /// <summary>The known values whose vectors point most nearly the same way as a point, such as the embedding of a new input in the same convention.</summary>
    /// <inheritdoc cref="Nearest(T, int)" path="/remarks"/>
    /// <param name="point">d finite numbers, not all zero.</param>
    /// <param name="count">How many; fewer come back where fewer are known.</param>
    /// <exception cref="ArgumentException">The point has another length, is not finite or is zero, which has no direction.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    public IReadOnlyList<Neighbour<T>> Nearest(ReadOnlySpan<float> point, int count)
    {
        NeighbourSearch.Check(point, Rank);
        return Named(search.Nearest(point, count, excluded: -1));
    }

    /// <summary>The same functions in other coordinates; this encoder itself if it already has them. O(n d).</summary>
    public Encoder<T> With(Embedding embedding) => embedding == Embedding ? this : new(alphabet, marginal, singularValues, functions, embedding);

    internal Alphabet<T> Alphabet => alphabet;

    internal void CopyRow(int row, Span<double> destination) => functions.CopyRow(row, factors, destination);

    internal ReadOnlySpan<float> Row(int row) => search.Row(row);

    internal int Find(T value) => TryFind(value, out var index)
        ? index
        : throw UnknownValueException.For(value, Count, alphabet.Values, "Use TryEmbed where values may be unknown; EmbedNew makes a vector from what a new value is seen with.");

    private bool TryFind(T value, out int index)
    {
        if (value is null) throw new ArgumentNullException(nameof(value));
        return alphabet.TryIndex(value, out index);
    }

    private Neighbour<T>[] Named((int Row, double Similarity)[] rows) =>
        Array.ConvertAll(rows, row => new Neighbour<T>(alphabet[row.Row], row.Similarity));

    private void Require(int length)
    {
        if (length < Rank) throw new ArgumentException($"The destination holds {length} numbers; a vector has {Rank}.", "destination");
    }

    private sealed class KnownValues(Alphabet<T> alphabet) : IReadOnlyCollection<T>
    {
        public int Count => alphabet.Count;

        public IEnumerator<T> GetEnumerator() => alphabet.Values.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
