using System.Diagnostics;
using System.Globalization;
using ContextureDsl;
using Samples.Probe;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var clock = Stopwatch.StartNew();
var emoji = EmojiSet.Read();
new Random(2).Shuffle(emoji);
Emoji[] held = emoji[..(emoji.Length / 5)], known = emoji[(emoji.Length / 5)..];
var truth = Enumerable.Range(0, held.Length).ToArray();

var declaration = new SeenAndSaid();
var learned = declaration.Learn(known);
var codebook = learned.Codebook<Raster>();
var part = learned.Parts[0];
Console.WriteLine($"{known.Length:N0} pictures: {learned.Encoder.Count:N0} kinds of patches at their places with {part.Variables:N0} words, {part.Pairs:N0} distinct pairs; {part.Estimation}");
Console.WriteLine($"spectrum  {string.Join(" ", learned.Spectrum.Values.Take(8).Select(s => s.ToString("F3")))} … {learned.Spectrum.Values[^1]:F3}, {learned.Rank} functions");
Console.WriteLine();
Console.WriteLine($"share of {held.Length} new pictures and their words that find each other among the first 10");
Console.WriteLine("                                     words by picture   pictures by words");

float[][] pictures = [.. held.Select(e => Mean(learned.Encoder, codebook.Encode(e.Image)))], texts = [.. held.Select(e => Mean(learned.Variables, e.Words))];
Print("contexture, 64 functions", pictures, texts);

var components = PrincipalComponents.Fit([.. known.Select(e => e.Numbers)], learned.Rank);
float[][] seen = [.. known.Select(e => components.Project(e.Numbers))], newSeen = [.. held.Select(e => components.Project(e.Numbers))];
var words = new Vocabulary(known);
float[][] said = [.. known.Select(e => words.Marks(e.Words))], newSaid = [.. held.Select(e => words.Marks(e.Words))];
var cut = known.Length * 4 / 5;
var strength = RidgeProbe.FitValidated(seen[..cut], said[..cut], seen[cut..], said[cut..]).Strength;
var ridge = RidgeProbe.Fit(seen, said, strength);
Print("ridge from 64 components of pixels", [.. newSeen.Select(row => ridge.Predict(row))], newSaid);
Print("keywords of the nearest picture", [.. newSeen.Select(row => said[Nearest(row)])], newSaid);

Console.WriteLine();
Console.WriteLine($"the words nearest to a new picture:");
foreach (var (one, vector) in held.Zip(pictures).Take(5))
    Console.WriteLine($"  {string.Join(' ', one.Words.Take(4)),-40} {string.Join(", ", learned.Variables.Nearest(vector, 5).Select(near => near.Value))}");
Console.WriteLine();
Console.WriteLine($"{clock.Elapsed.TotalSeconds:F1} s ({declaration.Compilation.Parts[0]})");

void Print(string name, float[][] byPicture, float[][] byWords) =>
    Console.WriteLine($"  {name,-36} {Recall.At(10, byPicture, byWords, truth),12:F3} {Recall.At(10, byWords, byPicture, truth),19:F3}");

int Nearest(float[] row) => Enumerable.Range(0, seen.Length).MinBy(i => System.Numerics.Tensors.TensorPrimitives.Distance<float>(row, seen[i]));

static float[] Mean<T>(Encoder<T> encoder, IEnumerable<T> values)
    where T : notnull
{
    var mean = new double[encoder.Rank];
    encoder.TryMean(values, mean, out _);
    return Array.ConvertAll(mean, number => (float)number);
}
