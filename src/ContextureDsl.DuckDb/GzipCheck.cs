using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace ContextureDsl.DuckDb;

/// <summary>
/// Reads a compressed file to its end, beside the engine: the engine looks at neither the checksum nor the length that gzip stores, and would count a
/// damaged or cut file without a word.
/// </summary>
/// <remarks>
/// The framework compares checksums of members that are complete and takes a cut file for a short one. So the length in the last eight bytes is compared
/// with what came out; where it disagrees, the file may still be several members in a row, and the checksum there decides over the end of what came out.
/// </remarks>
internal static class GzipCheck
{
    private const int BufferBytes = 1 << 17;
    private const int TrailerBytes = 8;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Remainder)];

    /// <summary>Whether the stored checksums and lengths agree with the content.</summary>
    public static bool IsSound(string path, CancellationToken cancellationToken)
    {
        try
        {
            var (checksum, length) = Trailer(path);
            var total = Walk(path, (_, _) => { }, cancellationToken);
            return (uint)total == length || (length <= total && ChecksumOfEnd(path, total - length, cancellationToken) == checksum);
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException)
        {
            return false;
        }
    }

    private static (uint Checksum, uint Length) Trailer(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length < TrailerBytes) throw new EndOfStreamException();
        Span<byte> trailer = stackalloc byte[TrailerBytes];
        file.Seek(-TrailerBytes, SeekOrigin.End);
        file.ReadExactly(trailer);
        return (BinaryPrimitives.ReadUInt32LittleEndian(trailer), BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]));
    }

    /// <summary>Decompresses the file chunk by chunk; returns the number of bytes that came out.</summary>
    private static long Walk(string path, Action<byte[], int> visit, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            var total = 0L;
            for (int read; (read = stream.Read(buffer)) > 0; total += read)
            {
                cancellationToken.ThrowIfCancellationRequested();
                visit(buffer, read);
            }
            return total;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static uint ChecksumOfEnd(string path, long skip, CancellationToken cancellationToken)
    {
        var checksum = uint.MaxValue;
        Walk(path, (bytes, count) =>
        {
            var first = (int)Math.Min(skip, count);
            skip -= first;
            foreach (var value in bytes.AsSpan(first, count - first)) checksum = Table[(byte)(checksum ^ value)] ^ (checksum >> 8);
        }, cancellationToken);
        return ~checksum;
    }

    /// <summary>A byte divided by the polynomial of RFC 1952.</summary>
    private static uint Remainder(int value)
    {
        var remainder = (uint)value;
        for (var bit = 0; bit < 8; bit++) remainder = (remainder & 1) == 0 ? remainder >> 1 : (remainder >> 1) ^ 0xEDB88320;
        return remainder;
    }
}
