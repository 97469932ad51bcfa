using System.Diagnostics;
using System.Globalization;
using ContextureDsl;
using Samples.Probe;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var clock = Stopwatch.StartNew();
var emoji = EmojiSet.Read();
string[] groups = [.. emoji.Select(e => e.Group).Distinct()];
var splits = new RandomSplits(emoji.ToDictionary(e => e.Number, e => Array.IndexOf(groups, e.Group)), taught: 20, choosing: 300);
Console.WriteLine($"{emoji.Length:N0} emoji in {groups.Length} groups; {SaidAndLike.Dimension} numbers each, no group is shown to any encoder");
Console.WriteLine(splits.Description);
Console.WriteLine();
Console.WriteLine("                                       emoji  choosing  judged: share of groups right");

// An emoji without a vector, such as one with rare keywords only, has zeros, the mean.
var options = new LearnOptions { Embedding = Embedding.Scaled };
var results = new List<(string Name, Score Score)>();
foreach (var (name, define) in Mixes.All())
{
    var learned = Contexture.Learn(emoji, define, SaidAndLike.Dimension, options).At(SaidAndLike.Dimension);
    results.Add((name, Judge(learned)));
    Print(name, learned, results[^1].Score);
}

var both = new SaidAndLike();
var mixed = both.Learn(emoji);
Console.WriteLine();
Print("SaidAndLike: 0.7 said, as a class", mixed, Judge(mixed));
foreach (var part in mixed.Parts) Console.WriteLine($"{part.Name}  share {part.Share:F1}, {part.Inputs:N0} emoji with {part.Variables:N0} values, χ² {part.ChiSquared:F1} ({part.Estimation})");
Console.WriteLine($"{both.Compilation.Parts[0]}");

var (bestName, best) = results.MaxBy(result => result.Score.Choosing);
Console.WriteLine();
Console.WriteLine("What is said is worth more than what is seen, so equal weights gain nothing: which weight is right, the 300 that choose have to say.");
Console.WriteLine($"judged: {best} ({bestName}, the best on those that choose) against {results[0].Score} by what is said and {results[1].Score} by what it looks like alone; {clock.Elapsed.TotalSeconds:F1} s");

Score Judge(Learned<int> learned) => splits.Judge(number => learned.Encoder.Contains(number) ? learned.Encoder[number].ToArray() : new float[learned.Rank]);

static void Print(string name, Learned<int> learned, Score score) => Console.WriteLine($"  {name,-34} {learned.Encoder.Count,7:N0} {score.Choosing,9:F3}  {score}");
