using System.Diagnostics;
using System.Globalization;
using ContextureDsl.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

// How long the generator takes: cold (first run of a driver on a compilation), and after an edit inside one declaration, after one elsewhere.
// Medians of 15 in one process after a warm-up; parsing and binding of the user's own code are not in it beyond what the generator asks for.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Repeats = 15;
var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)).ToArray();

Measure(1);
Console.WriteLine("declarations  cold ms  edit inside ms  edit elsewhere ms");
foreach (var count in new[] { 1, 100 })
{
    var (cold, inside, elsewhere) = Measure(count);
    Console.WriteLine($"{count,12}  {cold,7:F1}  {inside,14:F2}  {elsewhere,17:F2}");
}

(double Cold, double Inside, double Elsewhere) Measure(int count)
{
    var colds = new List<double>();
    var insides = new List<double>();
    var elsewheres = new List<double>();
    for (var repeat = 0; repeat < Repeats; repeat++)
    {
        var trees = Enumerable.Range(0, count).Select(i => Parse(Declaration(i, "o.Quantity + 1"))).Append(Parse("class Elsewhere { }")).ToArray();
        var compilation = CSharpCompilation.Create("timed", trees, references, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new ContextureGenerator());
        colds.Add(Run(ref driver, compilation));
        if (driver.GetRunResult().GeneratedTrees.Length != count) throw new InvalidOperationException($"{driver.GetRunResult().GeneratedTrees.Length} files were generated for {count} declarations.");
        var edited = compilation.ReplaceSyntaxTree(trees[0], Parse(Declaration(0, "o.Quantity + 2")));
        insides.Add(Run(ref driver, edited));
        elsewheres.Add(Run(ref driver, edited.ReplaceSyntaxTree(trees[^1], Parse("class Elsewhere { int more; }"))));
    }
    return (Median(colds), Median(insides), Median(elsewheres));
}

static double Run(ref GeneratorDriver driver, Compilation compilation)
{
    var clock = Stopwatch.StartNew();
    driver = driver.RunGenerators(compilation);
    return clock.Elapsed.TotalMilliseconds;
}

static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14));

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static string Declaration(int number, string weight) => $$"""
    using System;
    using ContextureDsl;
    namespace Shop{{number}};
    public sealed record Order(string Product, Guid Basket, int Customer, double Quantity);
    [Contexture(Rank = 64)]
    public sealed partial class Sense : Contexture<string>.From<Order>
    {
        protected override Definition<string> Define(Events<Order> orders)
        {
            var basket = orders.Input(o => o.Product).Context(o => o.Basket).Weight(o => {{weight}});
            var customer = orders.Input(o => o.Product).Context(o => o.Customer);
            return Mix.Convex((0.7, basket), (0.3, customer));
        }
    }
    """;
