using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ContextureDsl;

/// <summary>Writes little-endian numbers and length-prefixed text to a stream and hashes them on the way.</summary>
internal sealed class FileSink : IDisposable
{
    private const int ChunkBytes = 1 << 16;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Stream stream;
    private readonly CancellationToken cancellationToken;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] chunk = new byte[ChunkBytes];

    public FileSink(Stream stream, CancellationToken cancellationToken)
    {
        this.stream = stream;
        this.cancellationToken = cancellationToken;
    }

    /// <summary>Bytes written so far.</summary>
    public long Length { get; private set; }

    public void Byte(byte value) => Bytes([value]);

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Int32(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        Bytes(bytes);
    }

    public void Int64(long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        Bytes(bytes);
    }

    public void Double(double value) => Int64(BitConverter.DoubleToInt64Bits(value));

    /// <summary>The length in bytes, then UTF-8.</summary>
    /// <exception cref="KeyTextException">The text holds half of a surrogate pair, which UTF-8 cannot say.</exception>
    public void Text(string value)
    {
        try
        {
            var bytes = StrictUtf8.GetBytes(value);
            Int32(bytes.Length);
            Bytes(bytes);
        }
        catch (EncoderFallbackException failure)
        {
            throw new KeyTextException($"The text '{value}' holds half of a surrogate pair, so it is no text that a file can hold. Repair it in the rows before learning.", failure);
        }
    }

    /// <summary>The numbers, without their count, in pieces between which the caller can stop.</summary>
    public void Numbers<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var size = Marshal.SizeOf<T>();
        var perChunk = ChunkBytes / size;
        for (var first = 0; first < values.Length; first += perChunk)
        {
            var part = MemoryMarshal.AsBytes(values.Slice(first, Math.Min(perChunk, values.Length - first)));
            if (BitConverter.IsLittleEndian)
            {
                Bytes(part);
                continue;
            }
            part.CopyTo(chunk);
            for (var at = 0; at < part.Length; at += size) chunk.AsSpan(at, size).Reverse();
            Bytes(chunk.AsSpan(0, part.Length));
        }
    }

    /// <exception cref="OperationCanceledException">The caller asked to stop.</exception>
    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        hash.AppendData(bytes);
        stream.Write(bytes);
        Length += bytes.Length;
    }

    /// <summary>The digest of everything written, followed by <paramref name="last"/>.</summary>
    public byte[] Digest(ReadOnlySpan<byte> last)
    {
        hash.AppendData(last);
        return hash.GetHashAndReset();
    }

    public void Dispose() => hash.Dispose();
}
