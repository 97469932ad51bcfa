namespace ContextureDsl;

/// <summary>
/// Vectors that were read from a file, by label. For every format that can be written: an encoder file of any key type, <c>.npy</c> with its labels, and
/// word2vec text. What a program needs that knows the file and not the declaration. Immutable and thread-safe.
/// </summary>
public sealed class LabelledVectors
{
    private readonly Dictionary<string, int> numbers;
    private readonly NeighbourSearch search;

    private LabelledVectors(string[] labels, Dictionary<string, int> numbers, float[] coordinates, int rank)
    {
        this.numbers = numbers;
        Labels = labels;
        Rank = rank;
        search = new(coordinates, labels.Length, rank);
    }

    /// <summary>The labels, in the order of the file.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Number of vectors n.</summary>
    public int Count => Labels.Count;

    /// <summary>Number of coordinates d.</summary>
    public int Rank { get; }

    /// <summary>The vector of a label: a view, nothing is copied.</summary>
    /// <exception cref="UnknownValueException">The file has no such label; the message names the nearest one, if one is close.</exception>
    public ReadOnlySpan<float> this[string label] => search.Row(Find(label));

    /// <summary>
    /// Reads the vectors of a file, whatever its format: an encoder file and <c>.npy</c> are known by their first bytes, anything else is read as word2vec text.
    /// An encoder file gives the vectors of its inputs in the convention it was saved with; keys that are not strings are labelled as
    /// numbers, Guids or dates (yyyy-MM-dd), enum members by their number.
    /// </summary>
    /// <exception cref="EncoderFileException">The file is missing, damaged, or of none of these formats.</exception>
    public static LabelledVectors Open(string path)
    {
        Span<byte> start = stackalloc byte[EncoderFormat.Magic.Length];
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw EncoderFormat.Unreadable(path, failure);
        }
        if (start.SequenceEqual(EncoderFormat.Magic)) return FromEncoder(path);
        return start.StartsWith(NumpyFile.Magic) ? NumpyFile.Load(path) : Word2VecFile.Load(path);
    }

    /// <summary>The vectors nearest to that of a label by cosine, the label itself left out; equal ones in the order of the file. Exact, O(n d).</summary>
    /// <param name="label">A label of the file.</param>
    /// <param name="count">How many; fewer come back where fewer are there.</param>
    /// <exception cref="UnknownValueException">The file has no such label.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    public IReadOnlyList<Neighbour<string>> Nearest(string label, int count)
    {
        var row = Find(label);
        return Array.ConvertAll(search.Nearest(search.Row(row), count, row), near => new Neighbour<string>(Labels[near.Row], near.Similarity));
    }

    /// <summary>Takes over labels and n × d coordinates, row-major.</summary>
    /// <exception cref="EncoderFileException">A label stands twice.</exception>
    internal static LabelledVectors Of(string path, string[] labels, float[] coordinates, int rank)
    {
        var numbers = new Dictionary<string, int>(labels.Length);
        for (var i = 0; i < labels.Length; i++)
            if (!numbers.TryAdd(labels[i], i)) throw FileSource.Damaged(path, "a label stands twice", "distinct labels", $"'{labels[i]}' at {numbers[labels[i]]} and {i}, counted from 0");
        return new(labels, numbers, coordinates, rank);
    }

    private static LabelledVectors FromEncoder(string path)
    {
        var stored = Learned.Read(path, []);
        var factors = Convention.Factors(stored.Embedding, stored.Spectrum.Values);
        return Of(path, stored.Inputs.Labels(), stored.Left.Coordinates(factors), factors.Length);
    }

    private int Find(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return numbers.TryGetValue(label, out var row) ? row : throw UnknownValueException.For(label, Count, Labels, "Labels are compared exactly, case included.");
    }
}
