using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ContextureDsl;

/// <summary>
/// Vectors as a NumPy array, <c>numpy.load</c>: n × d, C order, <c>&lt;f4</c> or <c>&lt;f8</c> by the precision of the encoder; the labels lie beside it,
/// <c>x.npy</c> and <c>x.labels.txt</c>, in UTF-8, one a line, with \ written as \\, line feed as \n and carriage return as \r.
/// </summary>
public static partial class NumpyFile
{
    private const int HeadAlignment = 64;
    private const int PreambleBytes = 10;

    internal static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>The file that holds the labels of an array.</summary>
    public static string LabelsPath(string path) => Path.ChangeExtension(path, ".labels.txt");

    /// <summary>Writes the vectors of all known values in the convention of the encoder, and their labels. Both files are replaced or neither.</summary>
    /// <remarks>A crash between the two renames leaves one file without the other, which <see cref="Load"/> refuses; labels never lie beside an array that is not theirs.</remarks>
    /// <param name="path">The array; a file that is there is replaced, and so are its labels.</param>
    /// <param name="encoder">What to write.</param>
    /// <param name="label">Value to label. Null: strings as they are, numbers, dates and Guids in invariant text, enum members by name.</param>
    /// <param name="cancellationToken">Stops; nothing is left behind.</param>
    /// <exception cref="EncoderFileException">The files cannot be written.</exception>
    /// <exception cref="KeyTextException">Values need a label function, two of them get the same label, or one gets a label that UTF-8 cannot say.</exception>
    /// <exception cref="OperationCanceledException">The caller asked to stop.</exception>
    public static void Save<T>(string path, Encoder<T> encoder, Func<T, string>? label = null, CancellationToken cancellationToken = default)
        where T : notnull
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(encoder);
        var labels = LabelText.Of(encoder.Known, label, LabelText.Escape, cancellationToken);
        AtomicFile.Write(
            [
                (LabelsPath(path), stream => WriteLabels(stream, labels, cancellationToken)),
                (path, stream => WriteArray(stream, encoder, cancellationToken)),
            ],
            cancellationToken);
    }

    /// <summary>Reads an array and its labels; double precision is rounded to single.</summary>
    /// <exception cref="EncoderFileException">A file is missing or damaged, or the array is not an n × d matrix of little-endian floats in C order.</exception>
    public static LabelledVectors Load(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
            var source = new FileSource(stream, path);
            var (rows, rank, bytes) = ReadHead(source);
            // The shape is held against the length of the file before memory is taken; 128 bits hold the product of any two 63-bit numbers.
            if ((Int128)rows * rank * bytes != source.Remaining)
                throw source.Damaged("the array has another size than its shape says", $"{(Int128)rows * rank * bytes} bytes", $"{source.Remaining}");
            var labels = ReadLabels(LabelsPath(path), rows);
            var count = rows * rank;
            var coordinates = bytes == sizeof(float) ? source.Numbers<float>(count, "array") : Array.ConvertAll(source.Numbers<double>(count, "array"), value => (float)value);
            return LabelledVectors.Of(path, labels, coordinates, checked((int)rank));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw EncoderFormat.Unreadable(path, failure);
        }
    }

    private static void WriteArray<T>(Stream stream, Encoder<T> encoder, CancellationToken cancellationToken)
        where T : notnull
    {
        var exact = encoder.Precision == Precision.Double;
        var text = string.Create(CultureInfo.InvariantCulture, $"{{'descr': '{(exact ? "<f8" : "<f4")}', 'fortran_order': False, 'shape': ({encoder.Count}, {encoder.Rank}), }}");
        var padded = text.PadRight((PreambleBytes + text.Length + HeadAlignment) / HeadAlignment * HeadAlignment - PreambleBytes - 1) + "\n";
        using var sink = new FileSink(stream, cancellationToken);
        sink.Bytes(Magic);
        sink.Bytes([1, 0]);
        Span<byte> length = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)padded.Length);
        sink.Bytes(length);
        sink.Bytes(Encoding.ASCII.GetBytes(padded));
        var row = new double[encoder.Rank];
        for (var i = 0; i < encoder.Count; i++)
        {
            if (!exact)
            {
                sink.Numbers(encoder.Row(i));
                continue;
            }
            encoder.CopyRow(i, row);
            sink.Numbers<double>(row);
        }
    }

    private static void WriteLabels(Stream stream, string[] escaped, CancellationToken cancellationToken)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        foreach (var line in escaped)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.WriteLine(line);
        }
    }

    private static (long Rows, long Rank, int Bytes) ReadHead(FileSource source)
    {
        foreach (var expected in Magic)
            if (source.Byte("magic") != expected) throw new EncoderFileException(source.Path, "this is not a NumPy array", "a file that starts with \\x93NUMPY", "other bytes", "Give the path of a .npy file.");
        var version = source.Byte("version");
        source.Byte("version");
        if (version is < 1 or > 3) throw source.Damaged("the version of the array is unknown", "1, 2 or 3", $"{version}");
        var length = source.Byte("length of the header") | source.Byte("length of the header") << 8;
        if (version > 1) length |= source.Byte("length of the header") << 16 | source.Byte("length of the header") << 24;
        var header = Encoding.Latin1.GetString(source.Numbers<byte>(length, "header"));
        var descr = Descr().Match(header).Groups[1].Value;
        if (descr is not ("<f4" or "<f8")) throw Unsupported(source, "the array holds other numbers", "little-endian floats, '<f4' or '<f8'", $"'{descr}'");
        if (!RowMajor().IsMatch(header)) throw Unsupported(source, "the array is in Fortran order", "C order", "fortran_order that is not False");
        var shape = Shape().Match(header);
        if (!shape.Success || !long.TryParse(shape.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            || !long.TryParse(shape.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) || rows == 0 || rank == 0)
            throw Unsupported(source, "the array is not a matrix", "a shape (n, d) of positive numbers", header.Trim());
        return (rows, rank, descr == "<f4" ? sizeof(float) : sizeof(double));
    }

    private static string[] ReadLabels(string path, long rows)
    {
        try
        {
            var lines = File.ReadAllLines(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            return lines.Length == rows
                ? Array.ConvertAll(lines, LabelText.Unescape)
                : throw FileSource.Damaged(path, "the labels do not fit the array", $"{rows} lines", $"{lines.Length}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new EncoderFileException(path, "the labels of the array cannot be read", "one label a line beside the array", failure.Message, "Keep both files together; an array alone does not say whose vectors it holds.", failure);
        }
        catch (DecoderFallbackException failure)
        {
            throw FileSource.Damaged(path, "the labels are damaged", "UTF-8", "other bytes", failure);
        }
    }

    private static EncoderFileException Unsupported(FileSource source, string what, string expected, string found) =>
        new(source.Path, what, expected, found, "Save it in NumPy as numpy.ascontiguousarray(x, dtype='<f4').");

    [GeneratedRegex(@"'descr'\s*:\s*'([^']*)'", RegexOptions.CultureInvariant)]
    private static partial Regex Descr();

    [GeneratedRegex(@"'fortran_order'\s*:\s*False", RegexOptions.CultureInvariant)]
    private static partial Regex RowMajor();

    [GeneratedRegex(@"'shape'\s*:\s*\(\s*([0-9]+)\s*,\s*([0-9]+)\s*,?\s*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
