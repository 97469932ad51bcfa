using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ContextureDsl;

/// <summary>The head of a <c>.contexture</c> file and how it is written and checked; <see cref="LearnedFormat"/> says what follows.</summary>
/// <remarks>
/// All numbers are little-endian; text is its length in bytes (32 bits) and UTF-8.
/// <code>
///  0   8  magic: 89 'C' 'T' 'X' 0D 0A 1A 0A, so that a transfer as text or a cut high bit is seen
///  8   4  version of the format, 3
/// 12   4  kind of content, 1: a learnt context
/// 16   8  length of the whole file
/// 24  32  SHA-256 of the body followed by the first 24 bytes
/// 56      body
/// </code>
/// Read in this order: magic, version, kind, length, digest, body. Every count in the body is held against the bytes that are left before memory is taken.
/// </remarks>
internal static class EncoderFormat
{
    /// <summary>The version that is written, and the newest that can be read.</summary>
    public const int Version = 3;

    private const int LearntContext = 1;
    private const int HashedHead = 24;
    private const int HeadBytes = 56;

    public static ReadOnlySpan<byte> Magic => [0x89, (byte)'C', (byte)'T', (byte)'X', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes a file around a body.</summary>
    /// <exception cref="EncoderFileException">It cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The caller asked to stop; nothing was left behind.</exception>
    public static void Write(string path, Action<FileSink> body, CancellationToken cancellationToken) => AtomicFile.Write(path, stream =>
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        stream.Write(head);
        using var sink = new FileSink(stream, cancellationToken);
        body(sink);
        Magic.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(head[12..], LearntContext);
        BinaryPrimitives.WriteInt64LittleEndian(head[16..], HeadBytes + sink.Length);
        sink.Digest(head[..HashedHead]).CopyTo(head[HashedHead..]);
        stream.Position = 0;
        stream.Write(head);
    }, cancellationToken);

    /// <summary>Checks the head and the digest, then reads the body.</summary>
    /// <exception cref="EncoderFileException">Anything is not as it should be.</exception>
    public static TResult Read<TResult>(string path, Func<FileSource, TResult> body)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
            CheckHead(path, stream);
            var source = new FileSource(stream, path);
            var result = body(source);
            source.End();
            return result;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Unreadable(path, failure);
        }
    }

    /// <summary>A file that the system does not let us read.</summary>
    public static EncoderFileException Unreadable(string path, Exception failure) =>
        new(path, "the file cannot be read", "a file that exists and may be read", failure.Message, "Check the path and the rights.", failure);

    private static void CheckHead(string path, FileStream stream)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        if (stream.Length < Magic.Length) throw NotOurs(path, $"{stream.Length} bytes in all");
        stream.ReadExactly(head[..Magic.Length]);
        if (!head[..Magic.Length].SequenceEqual(Magic)) throw NotOurs(path, "bytes " + Convert.ToHexString(head[..Magic.Length]));
        if (stream.Length < HeadBytes) throw FileSource.Damaged(path, "the file ends within its head", $"{HeadBytes} bytes at least", $"{stream.Length}");
        stream.ReadExactly(head[Magic.Length..]);
        var version = BinaryPrimitives.ReadUInt32LittleEndian(head[8..]);
        if (version is > 0 and < Version)
            throw new EncoderFileException(path, "the format is older than what this library reads", $"version {Version}", $"version {version}", "Learn again with this version, or read the file with the version that wrote it.");
        if (version is 0 or > Version)
            throw new EncoderFileException(path, "the format is newer than this library, or damaged", $"version {Version}", $"version {version}", "Update ContextureDsl, or save the encoder again with this version.");
        var kind = BinaryPrimitives.ReadUInt32LittleEndian(head[12..]);
        if (kind != LearntContext) throw FileSource.Damaged(path, "the kind of content is unknown", $"{LearntContext}, a learnt context", $"{kind}");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(head[16..]);
        if (length != (ulong)stream.Length) throw FileSource.Damaged(path, "the file has another length than it was written with", $"{length} bytes", $"{stream.Length}");
        CheckDigest(path, stream, head);
    }

    private static void CheckDigest(string path, FileStream stream, ReadOnlySpan<byte> head)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[1 << 16];
        for (var read = stream.Read(chunk); read > 0; read = stream.Read(chunk)) hash.AppendData(chunk.AsSpan(0, read));
        hash.AppendData(head[..HashedHead]);
        var digest = hash.GetHashAndReset();
        if (!digest.AsSpan().SequenceEqual(head[HashedHead..]))
            throw FileSource.Damaged(path, "the content does not fit its digest", "SHA-256 " + Convert.ToHexString(head[HashedHead..(HashedHead + 8)]) + "…", Convert.ToHexString(digest.AsSpan(0, 8)) + "…");
        stream.Position = HeadBytes;
    }

    private static EncoderFileException NotOurs(string path, string found) =>
        new(path, "this is not an encoder file of ContextureDsl", "a file that starts with the bytes " + Convert.ToHexString(Magic), found, "Give the path of a file that Learned.Save has written.");
}
