using System.Globalization;
using Xunit;

namespace ContextureDsl.Tests;

public sealed class Word2VecFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void The_text_is_what_gensim_reads(Precision precision)
    {
        var encoder = Encoder(["New York", "tab\tand\u00a0space", "straße", "d"], precision);
        InCommaCulture(() => Word2VecFile.Save(folder["x.txt"], encoder));
        var lines = File.ReadAllText(folder["x.txt"]).Split('\n');
        Assert.Equal("4 2", lines[0]);
        Assert.Equal("", lines[^1]);
        Assert.Equal(["New_York", "tab_and_space", "straße", "d"], lines[1..^1].Select(line => line.Split(' ')[0]));
        var row = new double[2];
        encoder.TryEmbed("straße", row);
        var words = lines[3].Split(' ');
        Assert.Equal(3, words.Length);
        for (var i = 0; i < 2; i++)
        {
            // The very bits of the storage come back.
            if (precision == Precision.Double) Assert.Equal(row[i], double.Parse(words[1 + i], CultureInfo.InvariantCulture));
            else Assert.Equal((float)row[i], float.Parse(words[1 + i], CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Comes_back()
    {
        var encoder = Encoder(["a", "b", "c", "d"], Precision.Single);
        Word2VecFile.Save(folder["x.txt"], encoder);
        LabelledVectors? read = null;
        InCommaCulture(() => read = LabelledVectors.Open(folder["x.txt"]));
        Assert.Equal(["a", "b", "c", "d"], read!.Labels);
        foreach (var label in read.Labels) Assert.Equal(encoder[label].ToArray(), read[label].ToArray());
        Assert.Equal(encoder.Nearest("c", 3), read.Nearest("c", 3));
        Assert.Equal("c", Assert.Throws<UnknownValueException>(() => read.Nearest("C", 1)).NearestKnown);
        Assert.Throws<ArgumentOutOfRangeException>(() => read.Nearest("c", 0));
    }

    [Fact]
    public void Labels_that_become_equal_are_refused()
    {
        var encoder = Encoder(["New York", "New_York", "c", "d"], Precision.Single);
        var failure = Assert.Throws<KeyTextException>(() => Word2VecFile.Save(folder["x.txt"], encoder));
        Assert.Contains("'New York' and 'New_York'", failure.Message);
        Assert.Empty(folder.Names);
        Word2VecFile.Save(folder["x.txt"], encoder, label => label.Replace(' ', '-'));
        Assert.Equal("New-York", Word2VecFile.Load(folder["x.txt"]).Labels[0]);
    }

    [Fact]
    public void A_label_that_utf8_cannot_say_is_refused()
    {
        var failure = Assert.Throws<KeyTextException>(() => Word2VecFile.Save(folder["x.txt"], Encoder(["a", "b\uD83D", "c", "d"], Precision.Single)));
        Assert.Contains("value number 1 has half of a surrogate pair, U+D83D, at position 1", failure.Message);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void A_file_that_is_missing_is_told_with_single_full_stops()
    {
        var failure = Assert.Throws<EncoderFileException>(() => Word2VecFile.Load(folder["missing"]));
        Assert.Contains("the file cannot be read", failure.Message);
        Assert.DoesNotContain("..", failure.Message);
    }

    [Fact]
    public void Other_writers_are_read()
    {
        // The original word2vec ends each line with a space; some tools end lines the Windows way.
        File.WriteAllText(folder["x.txt"], "2 2\na 1 -2e-3 \nb .5 4 \n");
        Assert.Equal([1f, -0.002f], Word2VecFile.Load(folder["x.txt"])["a"].ToArray());
        File.WriteAllText(folder["x.txt"], "2 2\r\na 1 2\r\nb 3 4");
        Assert.Equal([3f, 4f], Word2VecFile.Load(folder["x.txt"])["b"].ToArray());
    }

    [Theory]
    [InlineData("", "known format")]
    [InlineData("2\na 1\nb 2\n", "known format")]
    [InlineData("2 x\na 1\nb 2\n", "known format")]
    [InlineData("-2 1\na 1\nb 2\n", "known format")]
    [InlineData("0 1\n", "known format")]
    [InlineData("99999999999999999999 1\na 1\n", "known format")]
    [InlineData("2147483647 2147483647\na 1\n", "too short")]
    [InlineData("3 1\na 1\nb 2\n", "too short")]
    [InlineData("3 1\na 1111\nb 2222\n", "ends early")]
    [InlineData("1 1\na 1\nb 2\n", "line 3 follows")]
    [InlineData("2 1\na 1\nb two\n", "line 3 has something else in place of its number 1")]
    [InlineData("2 1\na 1\nb NaN\n", "line 3 has something else")]
    [InlineData("2 1\na 1\nb 1e99\n", "line 3 has something else")]
    [InlineData("2 1\na 1\nnew york 2\n", "line 3 has something else")]
    [InlineData("2 1\na 1\nb 2 3\n", "line 3 has too many")]
    [InlineData("2 2\na 1 2\nb 234\n", "line 3 has too few")]
    [InlineData("2 1\na 1\na 2\n", "stands twice")]
    public void Text_that_does_not_fit_is_refused(string text, string message)
    {
        File.WriteAllText(folder["x.txt"], text);
        var failure = Assert.Throws<EncoderFileException>(() => LabelledVectors.Open(folder["x.txt"]));
        Assert.Contains(message, failure.Message);
        Assert.StartsWith(folder["x.txt"], failure.Message);
    }

    [Fact]
    public void Anything_else_is_refused()
    {
        var random = new Random(3);
        for (var trial = 0; trial < 200; trial++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            File.WriteAllBytes(folder["x.txt"], bytes);
            Assert.Throws<EncoderFileException>(() => LabelledVectors.Open(folder["x.txt"]));
        }
        Assert.Throws<EncoderFileException>(() => LabelledVectors.Open(folder["missing"]));
        Assert.Throws<EncoderFileException>(() => Word2VecFile.Load(folder["missing"]));
    }

    [Fact]
    public void Cancelled_writing_leaves_no_file()
    {
        Assert.Throws<OperationCanceledException>(() => Word2VecFile.Save(folder["x.txt"], Encoder(["a", "b", "c", "d"], Precision.Single), cancellationToken: new(canceled: true)));
        Assert.Empty(folder.Names);
    }

    private static Encoder<string> Encoder(string[] labels, Precision precision) => DenseLearned.Of(labels, [1, 2, 3], DenseLearned.RandomJoint(4, 3, 1), 2, precision).Encoder;

    private static void InCommaCulture(Action action)
    {
        var culture = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = comma;
        try
        {
            action();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
