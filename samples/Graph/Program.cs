using System.Diagnostics;
using System.Globalization;
using ContextureDsl;
using Samples.Graphs;
using Samples.Probe;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var clock = Stopwatch.StartNew();
var (citations, papers) = (Cora.Citations(), Cora.Papers());

// The time of the walk is chosen like the strength of the probe: on the validation papers.
var results = new List<(double Time, Learned<int, int> Learned, (double Validation, double Test) Accuracy)>();
foreach (var time in (double[])[1, 3, 10, 30, 100])
{
    var result = new Literature(time).Learn(citations: citations);
    results.Add((time, result, Judge(Vectors(result))));
}
var (bestTime, learned, ours) = results.MaxBy(result => result.Accuracy.Validation);
Console.WriteLine($"{learned.Parts[0].Summary.Events:N0} citations, {learned.Encoder.Count:N0} of {papers.Length:N0} papers hang together ({learned.SetAside.Components} small components set aside)");
Console.WriteLine($"P_X is the degree; law {learned.Parts[0].Estimation}, walk: {learned.Parts[0].Walk}; {learned.Compilation.Parts[0]}");
Console.WriteLine($"eigenvalues {string.Join(" ", learned.Spectrum.SignedValues!.Take(8).Select(value => value.ToString("F3")))} … {learned.Spectrum.Values[^1]:F3}");
Console.WriteLine();
Console.WriteLine("subject from the vector, logistic probe on 140 papers, strength and scaling chosen on 500, judged on 1,000:");
foreach (var (time, _, accuracy) in results) Print($"heat, time {time}", accuracy);
var peers = new AdjacencyPeers(citations.Select(citation => (citation.One, citation.Other)), learned.Encoder.Known);
Print("Laplacian eigenmaps", Judge(peers.LaplacianEigenmaps(Literature.Dimension)));
Print("SVD of the normalised adjacency", Judge(peers.NormalisedAdjacency(Literature.Dimension)));
Print("SVD of the raw adjacency", Judge(peers.Adjacency(Literature.Dimension)));
Console.WriteLine();
Console.WriteLine($"judged: {ours.Test:F3} (time {bestTime}, the best on the validation papers), all with {Literature.Dimension} numbers a paper; {clock.Elapsed.TotalSeconds:F1} s");

static Dictionary<int, float[]> Vectors(Learned<int, int> learned) => learned.Encoder.Known.ToDictionary(paper => paper, paper => learned.Encoder[paper].ToArray());

static void Print(string what, (double Validation, double Test) accuracy) => Console.WriteLine($"  {what,-34} validation {accuracy.Validation:F3}   test {accuracy.Test:F3}");

// A paper outside the largest component has no vector with anybody: zeros, the mean.
(double Validation, double Test) Judge(Dictionary<int, float[]> vectors)
{
    (float[][] Features, int[] Subjects) Of(string split)
    {
        var rows = papers.Where(paper => paper.Split == split).ToArray();
        return ([.. rows.Select(paper => vectors.GetValueOrDefault(paper.Number) ?? new float[Literature.Dimension])], [.. rows.Select(paper => paper.Subject)]);
    }
    var (train, validation, test) = (Of("train"), Of("val"), Of("test"));
    return new[] { false, true }
        .Select(keepsProportions => SoftmaxProbe.FitValidated(train.Features, train.Subjects, validation.Features, validation.Subjects, keepsProportions))
        .Select(probe => (Validation: probe.Accuracy(validation.Features, validation.Subjects), Test: probe.Accuracy(test.Features, test.Subjects)))
        .MaxBy(accuracy => accuracy.Validation);
}
