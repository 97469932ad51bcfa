using System.Globalization;
using System.Text;

namespace ContextureDsl;

/// <summary>
/// Vectors as word2vec text, <c>gensim.models.KeyedVectors.load_word2vec_format(path, binary=False)</c>: a line with count and dimension, then a line a label with
/// its numbers, single spaces between, UTF-8.
/// </summary>
/// <remarks>
/// The format separates by white space and has no escapes, so white space and control characters within a label are written as underscores, the way
/// word2vec writes phrases (New_York). Two labels that become equal by that are refused. Reading leaves underscores as they are.
/// </remarks>
public static class Word2VecFile
{
    private const int LongestHeader = 64;

    /// <summary>Writes the vectors of all known values in the convention of the encoder; the shortest decimals that read back to the same bits.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="encoder">What to write.</param>
    /// <param name="label">Value to label. Null: strings as they are, numbers, dates and Guids in invariant text, enum members by name.</param>
    /// <param name="cancellationToken">Stops; nothing is left behind.</param>
    /// <exception cref="EncoderFileException">The file cannot be written.</exception>
    /// <exception cref="KeyTextException">Values need a label function, two of them get the same label, or one gets a label that UTF-8 cannot say.</exception>
    /// <exception cref="OperationCanceledException">The caller asked to stop.</exception>
    public static void Save<T>(string path, Encoder<T> encoder, Func<T, string>? label = null, CancellationToken cancellationToken = default)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(encoder);
        var labels = LabelText.Of(encoder.Known, label, WithoutWhiteSpace, cancellationToken);
        AtomicFile.Write(path, stream => Write(stream, encoder, labels, cancellationToken), cancellationToken);
    }

    /// <summary>Reads vectors and labels; numbers are rounded to single precision.</summary>
    /// <exception cref="EncoderFileException">The file is missing, or not of this format; the message names the line.</exception>
    public static LabelledVectors Load(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
            using var reader = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
            return Read(path, reader, stream.Length);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw EncoderFormat.Unreadable(path, failure);
        }
        catch (DecoderFallbackException failure)
        {
            throw Malformed(path, "the file is not text", "UTF-8", "other bytes", failure);
        }
    }

    private static string WithoutWhiteSpace(string label) =>
        string.Create(label.Length, label, (text, source) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = char.IsWhiteSpace(source[i]) || char.IsControl(source[i]) ? '_' : source[i];
        });

    private static void Write<T>(Stream stream, Encoder<T> encoder, string[] labels, CancellationToken cancellationToken)
        where T : notnull
    {
        using var writer = new StreamWriter(stream, bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{encoder.Count} {encoder.Rank}"));
        var row = new double[encoder.Rank];
        Span<char> number = stackalloc char[32];
        for (var i = 0; i < labels.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Write(labels[i]);
            encoder.CopyRow(i, row);
            for (var k = 0; k < row.Length; k++)
            {
                int length;
                if (encoder.Precision == Precision.Double) row[k].TryFormat(number, out length, default, CultureInfo.InvariantCulture);
                else encoder.Row(i)[k].TryFormat(number, out length, default, CultureInfo.InvariantCulture);
                writer.Write(' ');
                writer.Write(number[..length]);
            }
            writer.WriteLine();
        }
    }

    private static LabelledVectors Read(string path, StreamReader reader, long bytes)
    {
        var (count, rank) = ReadHeader(path, reader, bytes);
        var labels = new string[count];
        var coordinates = new float[(long)count * rank];
        for (var i = 0; i < count; i++)
        {
            var line = reader.ReadLine() ?? throw Malformed(path, "the file ends early", $"{count} vectors", $"{i}");
            labels[i] = ReadVector(path, line.AsSpan().TrimEnd(' '), i, coordinates.AsSpan(i * rank, rank));
        }
        if (reader.ReadLine() is { } more && more.Length > 0) throw Malformed(path, $"line {count + 2} follows the last vector", $"{count} vectors", "more");
        return LabelledVectors.Of(path, labels, coordinates, rank);
    }

    /// <summary>Holds the sizes against the length of the file before memory is taken: a vector takes a label, d times a space and a digit, and a line feed.</summary>
    private static (int Count, int Rank) ReadHeader(string path, StreamReader reader, long bytes)
    {
        var header = ReadShortLine(reader);
        var words = header.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 2 || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var rank) || count == 0 || rank == 0)
            throw Malformed(path, "the file holds no vectors in a known format", $"an encoder file ({Learned.FileExtension}), a NumPy array, or a first line with the number of vectors and their length, such as '1000 64'", $"'{header.Trim()}'");
        var atLeast = count * (2 * (Int128)rank + 2) - 1;
        bytes -= header.Length + 1;
        if (atLeast > bytes || (long)count * rank > Array.MaxLength) throw Malformed(path, "the file is too short for what its first line says", $"at least {atLeast} more bytes for {count} vectors of {rank} numbers", $"{bytes}");
        return (count, rank);
    }

    /// <summary>The start of the first line: a binary file may have no line end for gigabytes.</summary>
    private static string ReadShortLine(StreamReader reader)
    {
        var text = new StringBuilder();
        for (var next = reader.Read(); next is not (-1 or '\n') && text.Length < LongestHeader; next = reader.Read())
            text.Append(char.IsControl((char)next) && next != '\r' ? '\uFFFD' : (char)next);
        return text.ToString().TrimEnd('\r');
    }

    private static string ReadVector(string path, ReadOnlySpan<char> line, int number, Span<float> vector)
    {
        var words = line.Split(' ');
        var position = -1;
        var label = "";
        foreach (var range in words)
        {
            var word = line[range];
            if (position < 0) label = word.ToString();
            else if (position >= vector.Length) throw Malformed(path, $"line {number + 2} has too many numbers", $"a label without spaces and {vector.Length} numbers", $"{line.Count(' ')} numbers");
            else if (!float.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out vector[position]) || !float.IsFinite(vector[position]))
                throw Malformed(path, $"line {number + 2} has something else in place of its number {position + 1}", "a finite decimal number", $"'{word}'");
            position++;
        }
        if (position < vector.Length) throw Malformed(path, $"line {number + 2} has too few numbers", $"a label and {vector.Length} numbers", $"{position}");
        return label;
    }

    private static EncoderFileException Malformed(string path, string what, string expected, string found, Exception? cause = null) =>
        new(path, what, expected, found, "Give the path of a file of that format, or save the vectors again.", cause);
}
