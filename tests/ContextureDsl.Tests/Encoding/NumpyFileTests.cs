using System.Text;
using Xunit;

namespace ContextureDsl.Tests;

public sealed class NumpyFileTests : IDisposable
{
    private static readonly string[] Labels = ["New York", "line\nbreak", "back\\slash\r", "straße"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Precision.Single, "<f4", 4)]
    [InlineData(Precision.Double, "<f8", 8)]
    public void The_array_is_what_numpy_documents(Precision precision, string descr, int size)
    {
        var encoder = Encoder(precision);
        NumpyFile.Save(folder["x.npy"], encoder);
        Assert.Equal(["x.labels.txt", "x.npy"], folder.Names);

        var bytes = File.ReadAllBytes(folder["x.npy"]);
        Assert.Equal("\u0093NUMPY\u0001\0", Encoding.Latin1.GetString(bytes[..8]));
        var header = BitConverter.ToUInt16(bytes, 8);
        Assert.Equal(0, (10 + header) % 64);
        var text = Encoding.ASCII.GetString(bytes, 10, header);
        Assert.StartsWith($"{{'descr': '{descr}', 'fortran_order': False, 'shape': (4, 2), }}", text);
        Assert.EndsWith("\n", text);
        Assert.Equal(10 + header + 4 * 2 * size, bytes.Length);
        var row = new double[2];
        for (var x = 0; x < 4; x++)
        {
            encoder.TryEmbed(Labels[x], row);
            for (var i = 0; i < 2; i++)
            {
                var at = 10 + header + (2 * x + i) * size;
                if (size == 4) Assert.Equal((float)row[i], BitConverter.ToSingle(bytes, at));
                else Assert.Equal(row[i], BitConverter.ToDouble(bytes, at));
            }
        }
        Assert.Equal("New York\nline\\nbreak\nback\\\\slash\\r\nstraße\n", File.ReadAllText(folder["x.labels.txt"]));
    }

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void Comes_back(Precision precision)
    {
        var encoder = Encoder(precision);
        NumpyFile.Save(folder["x.npy"], encoder);
        var read = LabelledVectors.Open(folder["x.npy"]);
        Assert.Equal(Labels, read.Labels);
        Assert.Equal((4, 2), (read.Count, read.Rank));
        foreach (var label in Labels) Assert.Equal(encoder[label].ToArray(), read[label].ToArray());
        Assert.Equal(encoder.Nearest("straße", 3), read.Nearest("straße", 3));
    }

    [Fact]
    public void Other_writers_headers_are_read()
    {
        File.WriteAllText(folder["x.labels.txt"], "a\r\nb\r\n");
        Write("{'shape':(2,1),'fortran_order':False,'descr':'<f4'}\n", version: 1, BitConverter.GetBytes(1f), BitConverter.GetBytes(-2f));
        Assert.Equal(-2f, NumpyFile.Load(folder["x.npy"])["b"][0]);
        Write("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 1), }\n", version: 2, BitConverter.GetBytes(1.0), BitConverter.GetBytes(0.5));
        Assert.Equal(0.5f, NumpyFile.Load(folder["x.npy"])["b"][0]);
    }

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1152921504606846976, 1152921504606846976), }", "another size")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387905, 4), }", "another size")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999, 1), }", "not a matrix")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 1), }", "another size")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", "not a matrix")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 5), }", "not a matrix")]
    [InlineData("{'descr': '<f4', 'fortran_order': True, 'shape': (2, 1), }", "Fortran")]
    [InlineData("{'descr': '>f4', 'fortran_order': False, 'shape': (2, 1), }", "other numbers")]
    [InlineData("{'descr': '|O', 'fortran_order': False, 'shape': (2, 1), }", "other numbers")]
    [InlineData("", "other numbers")]
    public void Headers_that_do_not_fit_are_refused(string header, string message)
    {
        File.WriteAllText(folder["x.labels.txt"], "a\nb\n");
        Write(header, version: 1, BitConverter.GetBytes(1f), BitConverter.GetBytes(2f));
        Assert.Contains(message, Assert.Throws<EncoderFileException>(() => LabelledVectors.Open(folder["x.npy"])).Message);
    }

    [Fact]
    public void Every_length_that_is_too_short_and_every_flipped_bit_of_the_head_is_met()
    {
        NumpyFile.Save(folder["x.npy"], Encoder(Precision.Single));
        var whole = File.ReadAllBytes(folder["x.npy"]);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(folder["x.npy"], whole[..length]);
            Assert.Throws<EncoderFileException>(() => NumpyFile.Load(folder["x.npy"]));
        }
        for (var bit = 0; bit < 8 * 128; bit++)
        {
            // The format has no checksum, so some damage (to the padding, say) cannot be seen: reading must end well or in the one exception.
            var damaged = whole.ToArray();
            damaged[bit / 8] ^= (byte)(1 << bit % 8);
            File.WriteAllBytes(folder["x.npy"], damaged);
            if (Record.Exception(() => NumpyFile.Load(folder["x.npy"])) is { } failure) Assert.IsType<EncoderFileException>(failure);
        }
    }

    [Fact]
    public void Labels_must_be_there_fit_and_differ()
    {
        NumpyFile.Save(folder["x.npy"], Encoder(Precision.Single));
        File.WriteAllText(folder["x.labels.txt"], "a\nb\nc\n");
        Assert.Contains("labels do not fit", Assert.Throws<EncoderFileException>(() => NumpyFile.Load(folder["x.npy"])).Message);
        File.WriteAllText(folder["x.labels.txt"], "a\nb\nc\na\n");
        Assert.Contains("'a' at 0 and 3", Assert.Throws<EncoderFileException>(() => NumpyFile.Load(folder["x.npy"])).Message);
        File.WriteAllBytes(folder["x.labels.txt"], [0xC3, 0x28]);
        Assert.Contains("UTF-8", Assert.Throws<EncoderFileException>(() => NumpyFile.Load(folder["x.npy"])).Message);
        File.Delete(folder["x.labels.txt"]);
        Assert.Equal(folder["x.labels.txt"], Assert.Throws<EncoderFileException>(() => NumpyFile.Load(folder["x.npy"])).Path);
    }

    [Fact]
    public void A_label_that_utf8_cannot_say_is_refused()
    {
        var failure = Assert.Throws<KeyTextException>(() => NumpyFile.Save(folder["x.npy"], Encoder(Precision.Single), label => label == "straße" ? "a😀\uD83D" : label));
        Assert.Contains("value number 3 has half of a surrogate pair, U+D83D, at position 3", failure.Message);
        Assert.Contains("Pass a label function", failure.Message);
        Assert.Contains("U+DE00, at position 0", Assert.Throws<KeyTextException>(() => NumpyFile.Save(folder["x.npy"], Encoder(Precision.Single), _ => "\uDE00\uD83D")).Message);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void Labels_of_other_keys_are_invariant_or_given()
    {
        var days = DenseLearned.Of([new DateOnly(2024, 2, 29), new DateOnly(2025, 12, 1), new DateOnly(1, 1, 1)], [1, 2, 3], DenseLearned.RandomJoint(3, 3, 1), 1).Encoder;
        NumpyFile.Save(folder["x.npy"], days);
        Assert.Equal(["2024-02-29", "2025-12-01", "0001-01-01"], NumpyFile.Load(folder["x.npy"]).Labels);

        var pairs = DenseLearned.Of([(1, 'a'), (2, 'b'), (3, 'c')], [1, 2, 3], DenseLearned.RandomJoint(3, 3, 1), 1).Encoder;
        Assert.Throws<KeyTextException>(() => NumpyFile.Save(folder["y.npy"], pairs));
        Assert.Contains("'same'", Assert.Throws<KeyTextException>(() => NumpyFile.Save(folder["y.npy"], pairs, _ => "same")).Message);
        Assert.Throws<KeyTextException>(() => NumpyFile.Save(folder["y.npy"], pairs, pair => pair.Item1 == 2 ? "" : "x"));
        Assert.False(File.Exists(folder["y.npy"]));
        NumpyFile.Save(folder["y.npy"], pairs, pair => $"{pair.Item2}{pair.Item1}");
        Assert.Equal(["a1", "b2", "c3"], NumpyFile.Load(folder["y.npy"]).Labels);
    }

    [Fact]
    public void Cancelled_or_failed_writing_leaves_neither_file()
    {
        Assert.Throws<OperationCanceledException>(() => NumpyFile.Save(folder["x.npy"], Encoder(Precision.Single), cancellationToken: new(canceled: true)));
        Directory.CreateDirectory(folder["x.npy"]);
        Assert.Throws<EncoderFileException>(() => NumpyFile.Save(folder["x.npy"], Encoder(Precision.Single)));
        Assert.Equal(["x.npy"], folder.Names);
    }

    private static Encoder<string> Encoder(Precision precision) => DenseLearned.Of(Labels, [1, 2, 3], DenseLearned.RandomJoint(4, 3, 1), 2, precision, Embedding.Scaled).Encoder;

    private void Write(string header, byte version, params byte[][] values)
    {
        byte[] length = version == 1 ? [(byte)header.Length, 0] : [(byte)header.Length, 0, 0, 0];
        File.WriteAllBytes(folder["x.npy"], [0x93, .. "NUMPY"u8, version, 0, .. length, .. Encoding.ASCII.GetBytes(header), .. values.SelectMany(value => value)]);
    }
}
