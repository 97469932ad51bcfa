using System.Buffers.Binary;
using System.Security.Cryptography;
using Xunit;

namespace ContextureDsl.Tests;

/// <summary>Whatever happens to a file, reading it ends in <see cref="EncoderFileException"/> and takes little memory.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private const int HeadBytes = 56;
    private const int HashedHead = 24;

    /// <summary>Far above what reading a file of some hundred bytes takes, far below any size that a damaged count could ask for.</summary>
    private const long LittleMemory = 2 << 20;

    private readonly TemporaryFolder folder = new();
    private readonly byte[] whole;

    public DamagedFileTests()
    {
        LearnedTests.Mixed().Save(folder["whole"]);
        whole = File.ReadAllBytes(folder["whole"]);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_length_that_is_too_short_is_seen()
    {
        for (var length = 0; length < whole.Length; length++) Refused(whole[..length]);
    }

    [Fact]
    public void Every_flipped_bit_is_seen()
    {
        for (var bit = 0; bit < 8 * whole.Length; bit++)
        {
            var damaged = whole.ToArray();
            damaged[bit / 8] ^= (byte)(1 << bit % 8);
            Refused(damaged);
        }
    }

    [Fact]
    public void More_bytes_than_were_written_are_seen() => Assert.Contains("another length", Refused([.. whole, 0]).Message);

    [Fact]
    public void Random_bytes_are_refused_with_and_without_a_right_start()
    {
        var random = new Random(1);
        for (var trial = 0; trial < 500; trial++)
        {
            var bytes = new byte[random.Next(300)];
            random.NextBytes(bytes);
            Refused(bytes);
            whole.AsSpan(0, Math.Min(16, bytes.Length)).CopyTo(bytes);
            Refused(bytes);
        }
    }

    [Fact]
    public void A_right_digest_over_random_damage_is_not_enough()
    {
        // A faulty or hostile writer: the digest is right, so the checks of the content itself are what is left. Damage that makes another valid file may be read.
        var random = new Random(2);
        var refused = 0;
        for (var trial = 0; trial < 4000; trial++)
        {
            var damaged = whole.ToArray();
            for (var times = random.Next(1, 4); times > 0; times--)
            {
                var at = random.Next(HeadBytes, damaged.Length - 8);
                switch (random.Next(3))
                {
                    case 0: damaged[at] = (byte)random.Next(256); break;
                    case 1: BinaryPrimitives.WriteInt32LittleEndian(damaged.AsSpan(at), random.Next(2) == 0 ? int.MaxValue : -random.Next()); break;
                    default: BinaryPrimitives.WriteInt64LittleEndian(damaged.AsSpan(at), 1L << 60); break;
                }
            }
            try
            {
                Little(Sealed(damaged));
            }
            catch (EncoderFileException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 1000, 4000);
    }

    [Fact]
    public void Absurd_sizes_take_no_memory()
    {
        // The declaration, the first thing in the body, says that it is 2³¹ − 1 bytes long; then the whole file says that it has 2⁶⁰.
        var damaged = whole.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(damaged.AsSpan(HeadBytes), int.MaxValue);
        Assert.Contains("2147483647", Refused(Sealed(damaged)).Message);
        damaged = whole.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(damaged.AsSpan(16), 1L << 60);
        Assert.Contains("1152921504606846976", Refused(damaged).Message);
    }

    [Fact]
    public void A_newer_version_says_so()
    {
        var newer = whole.ToArray();
        newer[8] = 4;
        var failure = Refused(Sealed(newer));
        Assert.Equal("version 3", failure.Expected);
        Assert.Equal("version 4", failure.Found);
        Assert.Contains("Update", failure.Message);
    }

    [Fact]
    public void An_older_version_says_so()
    {
        var older = whole.ToArray();
        older[8] = 2;
        var failure = Refused(Sealed(older));
        Assert.Equal(("version 3", "version 2"), (failure.Expected, failure.Found));
        Assert.Contains("Learn again", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_file_is_told_from_a_damaged_one()
    {
        Assert.Contains("not an encoder file", Refused("%PDF-1.7 and so on, long enough for a head of fifty-six bytes"u8.ToArray()).Message);
        Assert.Contains("digest", Refused([.. whole[..^1], (byte)(whole[^1] ^ 1)]).Message);
        // What a transfer as text makes of the magic.
        Assert.Contains("not an encoder file", Refused([0x89, (byte)'C', (byte)'T', (byte)'X', 0x0A, .. whole[5..]]).Message);
    }

    private EncoderFileException Refused(byte[] bytes)
    {
        var failure = Assert.Throws<EncoderFileException>(() => Little(bytes));
        Assert.StartsWith(folder["damaged"], failure.Message);
        return failure;
    }

    /// <summary>Reads the bytes as a file and checks what memory that took, whether it ends well or not.</summary>
    private void Little(byte[] bytes)
    {
        File.WriteAllBytes(folder["damaged"], bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Learned.Load<string>(folder["damaged"]);
        }
        finally
        {
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, LittleMemory);
        }
    }

    /// <summary>The bytes with the digest that belongs to them.</summary>
    private static byte[] Sealed(byte[] bytes)
    {
        SHA256.HashData([.. bytes[HeadBytes..], .. bytes[..HashedHead]]).CopyTo(bytes, HashedHead);
        return bytes;
    }
}
