using System.Diagnostics;
using System.Globalization;
using Samples.Probe;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var clock = Stopwatch.StartNew();
var numerals = Handwriting.Numerals();
int[] seeds = [100, 101, 102];
var splits = Array.ConvertAll(seeds, seed => new Split(numerals, seed));

var told = new Told().Learn(splits[0].Teaching);
Console.WriteLine($"{numerals.Length:N0} handwritten digits: {Split.Describe(numerals.Length)}.");
Console.WriteLine($"The label alone: {told.Variables.Count} classes, {told.Rank} functions, s = {string.Join(" ", told.Spectrum.Values.Select(s => s.ToString("F3")))} ({told.Parts[0].Estimation}).");
Console.WriteLine("It says the digit and nothing else, so a numeral without a digit has no vector. Mixed with what numerals look like it has one.");
Console.WriteLine();

(string Name, int Dimension, Func<Split, double> Judge)[] contestants =
[
    ("raw pixels", 64, split => split.Judge(numeral => numeral.Shades)),
    ("PCA of pixels", 9, split => split.Judge(Components(split))),
    ("ten nearest", 9, split => split.Judge(new Seen())),
    ("ten nearest and label", 9, split => split.Judge(new SeenAndTold())),
    ("vote of the ten nearest", 0, split => split.JudgeVote()),
];
var scores = Array.ConvertAll(contestants, contestant => Array.ConvertAll(splits, split => contestant.Judge(split)));
for (var i = 0; i < contestants.Length; i++)
    Console.WriteLine($"{contestants[i].Name,-24} {(contestants[i].Dimension > 0 ? $"d = {contestants[i].Dimension,2}, logistic probe" : "no encoder, no probe"),-23}  accuracy {scores[i].Average():F3}   ({string.Join(" ", scores[i].Select(score => score.ToString("F3")))})");

Console.WriteLine();
Console.WriteLine($"judged: accuracy {scores[3].Average():F3} with 9 functions of neighbours and label against {scores[1].Average():F3} with 9 principal components and {scores[0].Average():F3} with all 64 pixels, mean of {seeds.Length} splits");
Console.WriteLine("The vote keeps all teaching numerals at hand and needs no probe: where the digit is all that is asked for, and is known for every neighbour, averaging the labels themselves is hard to beat.");
Console.WriteLine($"{clock.Elapsed.TotalSeconds:F1} s; {new SeenAndTold().Compilation}");

static Func<Numeral, float[]> Components(Split split)
{
    var components = PrincipalComponents.Fit(Array.ConvertAll(split.Teaching, numeral => numeral.Shades), 9);
    return numeral => components.Project(numeral.Shades);
}
