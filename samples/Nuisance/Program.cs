using System.Diagnostics;
using System.Globalization;
using ContextureDsl;
using Samples.Probe;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var clock = Stopwatch.StartNew();
var characters = CharacterSet.Read();
string[] alphabets = [.. characters.Select(character => character.Alphabet).Distinct()];
var splits = new RandomSplits(characters.ToDictionary(character => character.Number, character => Array.IndexOf(alphabets, character.Alphabet)), taught: 40, choosing: 500);
Console.WriteLine($"{characters.Length:N0} characters of {alphabets.Length} alphabets; {Strokes.Dimension} numbers each, no alphabet is shown to any encoder");
Console.WriteLine(splits.Description);
Console.WriteLine();
Console.WriteLine("                                    s₁     choosing  judged: share of alphabets right");

var options = new LearnOptions { Embedding = Embedding.Scaled };
var results = new List<(string Name, Score Score)>();
foreach (var (name, define) in Mixes.All())
{
    var learned = Contexture.Learn(characters, define, Strokes.Dimension, options).At(Strokes.Dimension);
    results.Add((name, Judge(learned)));
    Print(name, learned, results[^1].Score);
}

var strokes = new Strokes().Learn(characters);
Console.WriteLine();
Print("Strokes: ink alone, as a class", strokes, Judge(strokes));

var best = results[2..].MaxBy(result => result.Score.Choosing);
Console.WriteLine();
Console.WriteLine("Who drew a character says nothing of its alphabet, and says it as loudly as a context can: s = 1, nineteen times. A mix must give it functions that the ink had use for; however small its");
Console.WriteLine("share, it takes some. Leave such a context out; the strength of a context is not its worth.");
Console.WriteLine($"judged: {results[0].Score} by the ink alone, no mix helps: {best.Score} by the best of them ({best.Name}); {clock.Elapsed.TotalSeconds:F1} s");

Score Judge(Learned<int> learned) => splits.Judge(number => learned.Encoder[number].ToArray());

static void Print(string name, Learned<int> learned, Score score) => Console.WriteLine($"  {name,-34} {learned.Spectrum.Values[0]:F3} {score.Choosing,9:F3}  {score}");
