using System.Globalization;
using System.IO.Compression;
using Samples.Graphs;
using Samples.Probe;
using Xunit.Abstractions;

namespace ContextureDsl.Conformance.Studies;

/// <summary>
/// Does an embedding of who writes to whom know the department? email-Eu-core, 1,005 people in 42 departments: learnt on all mails, a logistic probe on three fifths of the people, strength, scaling and the time of the
/// walk chosen on one fifth, judged on the last, against Laplacian eigenmaps and factorised adjacency matrices of the same dimension.
/// </summary>
public sealed class DepartmentStudy(ITestOutputHelper output)
{
    private const int Dimension = 64;

    private readonly Dictionary<int, int> departments = Rows("nodes.csv.gz").ToDictionary(row => row[0], row => row[1]);

    [StudyFact("email-eu-core")]
    public void WalksAgainstTheUsualWays()
    {
        Mail[] mails = [.. Rows("edges.csv.gz").Select(row => new Mail(row[0], row[1]))];
        output.WriteLine("validation / test accuracy of the logistic probe, d = 64");
        var ours = new List<(double Validation, double Test)>();
        var either = new Mails.Either(1).Learn(mails, new() { Rank = Dimension });
        foreach (var time in new[] { 0.3, 1, 3, 10 })
            ours.Add(Judge(FormattableString.Invariant($"heat, time {time}"), Vectors(new Mails.Either(time).Learn(mails, new() { Rank = Dimension }))));
        ours.Add(Judge("who is written to and who writes", Vectors(new Mails.Both().Learn(mails, new() { Rank = Dimension }))));
        var peers = new AdjacencyPeers(mails.Select(mail => (Math.Min(mail.From, mail.To), Math.Max(mail.From, mail.To))).Distinct(), either.Encoder.Known);
        double[] usual =
        [
            Judge("Laplacian eigenmaps", peers.LaplacianEigenmaps(Dimension)).Test,
            Judge("SVD of the normalised adjacency", peers.NormalisedAdjacency(Dimension)).Test,
            Judge("SVD of the raw adjacency", peers.Adjacency(Dimension)).Test,
        ];
        var chosen = ours.MaxBy(result => result.Validation);
        output.WriteLine(FormattableString.Invariant($"chosen on the validation people: {chosen.Test:F3}"));
        Assert.True(chosen.Test > usual.Max(), $"{chosen.Test:F3} is not above {usual.Max():F3}.");
    }

    private (double Validation, double Test) Judge(string name, Dictionary<int, float[]> vectors)
    {
        var people = departments.Keys.Order().ToArray();
        float[][] Features(Func<int, bool> isIn) => [.. people.Where(isIn).Select(person => vectors.GetValueOrDefault(person) ?? new float[Dimension])];
        int[] Labels(Func<int, bool> isIn) => [.. people.Where(isIn).Select(person => departments[person])];
        bool Train(int person) => person % 5 < 3;
        bool Validation(int person) => person % 5 == 3;
        bool Test(int person) => person % 5 == 4;
        var best = new[] { false, true }
            .Select(keepsProportions => SoftmaxProbe.FitValidated(Features(Train), Labels(Train), Features(Validation), Labels(Validation), keepsProportions))
            .Select(probe => (Validation: probe.Accuracy(Features(Validation), Labels(Validation)), Test: probe.Accuracy(Features(Test), Labels(Test))))
            .MaxBy(result => result.Validation);
        output.WriteLine(FormattableString.Invariant($"{name,-40} {best.Validation:F3} / {best.Test:F3}"));
        return best;
    }

    private static Dictionary<int, float[]> Vectors(Learned<int> learned) => learned.Encoder.Known.ToDictionary(person => person, person => learned.Encoder[person].ToArray());

    private static IEnumerable<int[]> Rows(string name)
    {
        var path = Path.Combine(StudyFactAttribute.Folder("email-eu-core"), name);
        if (!File.Exists(path)) yield break;
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        reader.ReadLine();
        while (reader.ReadLine() is { } line) yield return Array.ConvertAll(line.Split(','), text => int.Parse(text, CultureInfo.InvariantCulture));
    }
}
