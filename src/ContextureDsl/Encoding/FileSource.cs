using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ContextureDsl;

/// <summary>Reads little-endian numbers and text from a file and never allocates more than the file can fill.</summary>
internal sealed class FileSource
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Stream stream;

    /// <summary>Reads from where the stream stands.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="path">Its path, for messages.</param>
    public FileSource(Stream stream, string path)
    {
        this.stream = stream;
        Path = path;
        Remaining = stream.Length - stream.Position;
    }

    public string Path { get; }

    /// <summary>Bytes that are left.</summary>
    public long Remaining { get; private set; }

    public byte Byte(string what)
    {
        Span<byte> bytes = stackalloc byte[1];
        Fill(bytes, what);
        return bytes[0];
    }

    public bool Flag(string what) => Byte(what) switch
    {
        0 => false,
        1 => true,
        var other => throw Damaged($"the {what} is damaged", "0 or 1", other.ToString(CultureInfo.InvariantCulture)),
    };

    public int Int32(string what)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        Fill(bytes, what);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes);
    }

    public long Int64(string what)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        Fill(bytes, what);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes);
    }

    public double Double(string what) => BitConverter.Int64BitsToDouble(Int64(what));

    /// <summary>A number of things that follow, each at least one byte long.</summary>
    public int Count(string what)
    {
        var count = Int32(what);
        if (count < 0 || count > Remaining) throw Damaged($"the {what} is damaged", $"a number from 0 to the {Remaining} bytes that are left", count.ToString(CultureInfo.InvariantCulture));
        return count;
    }

    public string Text(string what)
    {
        var bytes = new byte[Count("length of the " + what)];
        Fill(bytes, what);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException failure)
        {
            throw Damaged($"the {what} is damaged", "UTF-8", "other bytes", failure);
        }
    }

    /// <summary>So many texts; each takes at least the four bytes of its length.</summary>
    public string[] Texts(int count, string what)
    {
        Require((long)count * sizeof(int), what);
        var texts = new string[count];
        for (var i = 0; i < count; i++) texts[i] = Text(what);
        return texts;
    }

    /// <summary>So many numbers, checked against the length of the file before memory is taken.</summary>
    public T[] Numbers<T>(long count, string what)
        where T : unmanaged
    {
        var size = Unsafe.SizeOf<T>();
        if (count < 0 || count > Array.MaxLength)
            throw Damaged($"the {what} are too many", $"at most {Array.MaxLength}", count.ToString(CultureInfo.InvariantCulture));
        Require(count * size, what);
        var values = new T[count];
        const int PerRead = 1 << 20;
        for (var first = 0; first < values.Length; first += PerRead)
        {
            var bytes = MemoryMarshal.AsBytes(values.AsSpan(first, Math.Min(PerRead, values.Length - first)));
            Fill(bytes, what);
            if (BitConverter.IsLittleEndian) continue;
            for (var at = 0; at < bytes.Length; at += size) bytes.Slice(at, size).Reverse();
        }
        return values;
    }

    public void End()
    {
        if (Remaining > 0) throw Damaged("the file goes on after its end", "0 more bytes", Remaining.ToString(CultureInfo.InvariantCulture));
    }

    public EncoderFileException Damaged(string what, string expected, string found, Exception? cause = null) => Damaged(Path, what, expected, found, cause);

    public static EncoderFileException Damaged(string path, string what, string expected, string found, Exception? cause = null) =>
        new(path, what, expected, found, "The file is damaged: copy it again from where it was written, or save the encoder again.", cause);

    private void Fill(Span<byte> bytes, string what)
    {
        Require(bytes.Length, what);
        stream.ReadExactly(bytes);
        Remaining -= bytes.Length;
    }

    private void Require(long bytes, string what)
    {
        if (bytes > Remaining) throw Damaged($"the file ends within the {what}", $"{bytes} more bytes", Remaining.ToString(CultureInfo.InvariantCulture));
    }
}
