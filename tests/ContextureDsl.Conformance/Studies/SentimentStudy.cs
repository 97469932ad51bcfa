using System.IO.Compression;
using Samples.Probe;
using Samples.Text;
using Xunit.Abstractions;

namespace ContextureDsl.Conformance.Studies;

/// <summary>
/// Does an embedding that has seen no label know whether a sentence of a film review praises? Stanford Sentiment Treebank, binary, whole sentences: learnt on the 6,920 of the training part,
/// strength of a logistic probe chosen on the 872 of the development part, judged on the 1,821 of the test part, against tf-idf with a truncated SVD of the same dimension.
/// </summary>
public sealed class SentimentStudy(ITestOutputHelper output)
{
    [StudyFact("sst2")]
    public void MaskedTextAgainstTheUsualWay()
    {
        var (train, development, test) = (Read("train", 0), Read("dev", 10_000), Read("test", 20_000));
        output.WriteLine("development / test accuracy of the logistic probe");
        foreach (var dimension in new[] { 64, 256 })
        {
            var words = Usual($"tf-idf + truncated SVD, d = {dimension}", opinion => opinion.Tokens, dimension);
            var spelt = Usual($"the same of words and four letters, d = {dimension}", opinion => Spelling.Of(opinion.Text, opinion.Tokens, 4), dimension);
            Contexture($"one word, d = {dimension}", new Opinions.Bag(), dimension);
            Contexture($"masked window of 2, ratio 0.6, d = {dimension}", new Opinions.Hidden(0.6, 2), dimension);
            var ours = Contexture($"masked window and four letters, half and half, d = {dimension}", new Opinions.Spelt(0.6, 0.5), dimension);
            Assert.True(ours > Math.Max(words, spelt), $"{ours:F3} is not above {words:F3} and {spelt:F3} at d = {dimension}.");
        }

        double Usual(string name, Func<Opinion, string[]> tokens, int dimension)
        {
            var usual = new LatentSemantics([.. train.Select(tokens)], dimension, minimumTexts: 1);
            return Judge(name, rows => usual.Embed([.. rows.Select(tokens)]));
        }

        double Contexture(string name, Contexture<int>.From<Opinion> declaration, int dimension) => Judge(name, Embedded(declaration, train, [.. train, .. development, .. test], dimension));

        double Judge(string name, Func<Opinion[], float[][]> embed)
        {
            var (chosen, accuracy) = Probe(embed, train, development, test);
            output.WriteLine(FormattableString.Invariant($"{name,-60} {chosen:F3} / {accuracy:F3}"));
            return accuracy;
        }
    }

    /// <summary>The dial of the theory: at a low ratio what is seen of a text is long and hardly ever seen again. From about 0.7 on the curve is flat up to what 872 sentences can tell; at the end are single words.</summary>
    [StudyFact("sst2")]
    public void HidingMostBeatsHidingLittle()
    {
        var (train, development, test) = (Read("train", 0), Read("dev", 10_000), Read("test", 20_000));
        output.WriteLine("masked window of 4, d = 64: development / test accuracy by ratio");
        var chosen = new List<double>();
        foreach (var ratio in new[] { 0.02, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.98 })
        {
            var (accuracy, judged) = Probe(Embedded(new Opinions.Hidden(ratio, 4), train, [.. train, .. development, .. test], 64), train, development, test);
            output.WriteLine(FormattableString.Invariant($"{ratio:F2}  {accuracy:F3} / {judged:F3}"));
            chosen.Add(accuracy);
        }
        Assert.True(chosen[3..7].Max() > chosen[0] + 0.05, "Hiding little is as good as hiding most.");
    }

    private static Func<Opinion[], float[][]> Embedded(Contexture<int>.From<Opinion> declaration, Opinion[] train, Opinion[] all, int dimension)
    {
        var learned = declaration.Learn(train, new() { Rank = dimension });
        var vectors = declaration.EmbedNew(learned, all);
        return rows => [.. rows.Select(row => vectors.KnownShare(row.Number) > 0 ? vectors[row.Number] : new float[dimension])];
    }

    private static (double Development, double Test) Probe(Func<Opinion[], float[][]> embed, Opinion[] train, Opinion[] development, Opinion[] test)
    {
        var probe = SoftmaxProbe.FitValidated(embed(train), Labels(train), embed(development), Labels(development));
        return (probe.Accuracy(embed(development), Labels(development)), probe.Accuracy(embed(test), Labels(test)));
    }

    private static int[] Labels(Opinion[] rows) => [.. rows.Select(row => row.Good ? 1 : 0)];

    private static Opinion[] Read(string part, int first)
    {
        using var file = File.OpenRead(Path.Combine(StudyFactAttribute.Folder("sst2"), $"{part}.tsv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        reader.ReadLine();
        var opinions = new List<Opinion>();
        while (reader.ReadLine() is { } line) opinions.Add(new(first + opinions.Count, line[0] == '1', line[2..]));
        return [.. opinions];
    }
}
