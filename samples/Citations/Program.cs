using System.Diagnostics;
using System.Globalization;
using ContextureDsl;
using Samples.Probe;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var clock = Stopwatch.StartNew();
var (citations, mentions, papers) = (Cora.Citations(), Mention.Read(), Cora.Papers());
var splits = new RandomSplits(papers.ToDictionary(paper => paper.Number, paper => paper.Subject), taught: 20, choosing: 500);
Console.WriteLine($"{papers.Length:N0} papers, {citations.Length:N0} citations, {mentions.Length:N0} mentions of words; {Topic.Dimension} numbers a paper, no subject is shown to any encoder");
Console.WriteLine(splits.Description);
Console.WriteLine();
Console.WriteLine("                                      papers  choosing  judged: share of subjects right");

// A paper outside of all that hangs together has no vector: zeros, the mean.
var options = new LearnOptions { Embedding = Embedding.Scaled };
var results = new List<(string Name, Score Score)>();
foreach (var (name, define) in Mixes.All())
{
    var learned = Contexture.Learn(citations, mentions, define, Topic.Dimension, options).At(Topic.Dimension);
    results.Add((name, Judge(learned)));
    Print(name, learned, results[^1].Score);
}

var topic = new Topic();
var topics = topic.Learn(citations, mentions);
var declared = Judge(topics);
Console.WriteLine();
Print("Topic: lazy twice, as a class", topics, declared);
Console.WriteLine($"spectrum  {string.Join(" ", topics.Spectrum.Values.Take(10).Select(value => value.ToString("F3")))} … {topics.Spectrum.Values[^1]:F3} ({topic.Compilation.Parts[0]})");

// What could have been known without a single subject: which mix tells hidden citations and words best from chance pairs. Once is enough for thousands
// of them. It cannot know that subjects are asked for, and advises a row of the table that is better than either part and not the best.
var advice = topic.Advise(citations, mentions, new() { Repeats = 1 });
Console.WriteLine();
Console.WriteLine("advice without labels, neighbours lazy as in Topic: probability that a hidden pair is told from a chance pair");
foreach (var candidate in advice.Candidates.OrderByDescending(candidate => candidate.Score))
    Console.WriteLine($"  {candidate.Formula,-53} {candidate.Score:F3} ± {candidate.StandardError:F3}{(candidate == advice.Chosen ? "  advised" : "")}{(candidate.IsDeclared ? "  declared" : "")}");

var (bestName, best) = results.MaxBy(result => result.Score.Choosing);
Console.WriteLine();
Console.WriteLine($"judged: {best} ({bestName}, the best on those that choose) against {results[0].Score} by neighbours and {results[1].Score} by words alone; {clock.Elapsed.TotalSeconds:F1} s");

Score Judge(Learned<int> learned) => splits.Judge(paper => learned.Encoder.Contains(paper) ? learned.Encoder[paper].ToArray() : new float[learned.Rank]);

static void Print(string name, Learned<int> learned, Score score) => Console.WriteLine($"  {name,-34} {learned.Encoder.Count,7:N0} {score.Choosing,9:F3}  {score}");
