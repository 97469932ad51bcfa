using System.Diagnostics;
using System.Globalization;
using ContextureDsl;
using Samples.Probe;
using Samples.Text;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var clock = Stopwatch.StartNew();

// The split is by place in the file, which is shuffled: 6,000 glosses to learn from, 1,000 to choose the strength of the probe, 2,000 to judge. No category is shown to either embedding.
var glosses = Glossary.Read();
var (train, validation, test) = (glosses[..6000], glosses[6000..7000], glosses[7000..]);
var kinds = glosses.Select(gloss => gloss.Kind).Distinct().Order(StringComparer.Ordinal).ToArray();

var meaning = new GlossMeaning();
var learned = meaning.Learn(glosses: train);
foreach (var part in learned.Parts)
    Console.WriteLine($"{part.Name,-8} {part.Summary.Events:N0} glosses with {part.Variables:N0} patterns, {part.Pairs:N0} pairs, {part.Estimation}");
Console.WriteLine($"spectrum {string.Join(" ", learned.Spectrum.Values.Take(10).Select(s => s.ToString("F3")))} …; {learned.Rank} functions hold {learned.Spectrum.ExplainedShare:P0} of the association ({(meaning.Compilation.Whole ? "compiled" : "interpreted")})");

// New glosses by the same declaration: words and letters that are known, through the functions on their side.
var fresh = meaning.EmbedNew(learned, glosses);
Console.WriteLine($"unseen   {test.Average(gloss => 1 - fresh.KnownShare(gloss.Number)):P0} of the words and letters of a new gloss, {test.Count(gloss => fresh.KnownShare(gloss.Number) == 0)} glosses without any known one");
var ours = Judge(rows => [.. rows.Select(gloss => fresh.KnownShare(gloss.Number) > 0 ? fresh[gloss.Number] : new float[learned.Rank])]);

var words = Usual(gloss => Words.Of(gloss.Text));
var spelt = Usual(gloss => Spelling.Of(gloss.Text, Words.Of(gloss.Text), letters: 4));

Console.WriteLine();
Console.WriteLine($"logistic probe, {kinds.Length} kinds of things, {learned.Rank} numbers a gloss, share right of {test.Length:N0} new glosses:");
Console.WriteLine($"contexture of masked text    {ours:F3}");
Console.WriteLine($"tf-idf + truncated SVD       {words:F3}   (of words and letters {spelt:F3})");
Console.WriteLine($"{clock.Elapsed.TotalSeconds:F1} s");

double Usual(Func<Gloss, string[]> tokens)
{
    var semantics = new LatentSemantics([.. train.Select(tokens)], learned.Rank, minimumTexts: 1);
    return Judge(rows => semantics.Embed([.. rows.Select(tokens)]));
}

double Judge(Func<Gloss[], float[][]> embed)
{
    var probe = SoftmaxProbe.FitValidated(embed(train), Labels(train), embed(validation), Labels(validation));
    return probe.Accuracy(embed(test), Labels(test));
}

int[] Labels(Gloss[] rows) => [.. rows.Select(gloss => Array.IndexOf(kinds, gloss.Kind))];
