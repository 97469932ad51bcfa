using System.Diagnostics;
using System.Globalization;
using ContextureDsl;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string[] asked = args.Length > 0 ? args : ["mother", "sea", "three", "cried", "green", "horse"];

var clock = Stopwatch.StartNew();
var meaning = new WordMeaning();
var learned = meaning.Learn(sightings: Corpus.Sightings(), progress: new TerminalProgress());

var part = learned.Parts[0];
Console.WriteLine($"{part.Summary.Events:N0} sightings of {learned.Encoder.Count:N0} words with {part.Variables:N0} words near them, {part.Pairs:N0} distinct pairs");
Console.WriteLine($"{learned.Spectrum.Components} component(s), {learned.Spectrum.SingletonPairs} pairs seen with nothing else; set aside as too rare: {learned.SetAside.Inputs} words");
Console.WriteLine($"spectrum  {string.Join(" ", learned.Spectrum.Values.Take(10).Select(s => s.ToString("F3")))} …");
Console.WriteLine($"          {learned.Rank} functions hold {learned.Spectrum.ExplainedShare:P0} of the association; largest residual {learned.Spectrum.Residuals.Max():E0}{(learned.Spectrum.Converged ? "" : ", above the tolerance: learn in double precision or raise the tolerance")}");
Console.WriteLine();
foreach (var word in asked)
    Console.WriteLine(learned.Encoder.Contains(word)
        ? $"{word,-10} {string.Join(", ", learned.Encoder.Nearest(word, 7).Select(near => near.Value))}"
        : $"{word,-10} is not among the words that were learnt");

var path = Path.Combine(AppContext.BaseDirectory, "words.contexture");
learned.Save(path);
Console.WriteLine();
Console.WriteLine($"embedding written to {Path.GetRelativePath(Environment.CurrentDirectory, path)} after {clock.Elapsed.TotalSeconds:F1} s ({meaning.Compilation.Parts[0]})");
