using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContextureDsl.Generators.Tests.Driver;

/// <summary>One run of the generator over sources in memory: what it wrote, and the compilation with it.</summary>
internal sealed class Generation
{
    /// <summary>Usings and what samples share: the comparison of compiled and interpreted.</summary>
    private const string Prelude =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using ContextureDsl;

        internal static class Agreement
        {
            /// <summary>"" where the whole declaration is compiled and gives what the interpreter gives; otherwise what differs.</summary>
            public static string Of<TInput>(DeclaredContexture<TInput> declaration, Func<LearnOptions, Learned<TInput>> learn)
                where TInput : notnull
            {
                if (!declaration.Compilation.Whole) return "not compiled: " + declaration.Compilation;
                var options = new LearnOptions { Precision = declaration.Settings.Precision };
                var compiled = learn(options);
                var interpreted = learn(options with { Interpreted = true });
                if (!compiled.Compilation.Whole || interpreted.Compilation.Whole) return "the wrong path ran";
                if (compiled.Rank != interpreted.Rank) return $"rank {compiled.Rank}, interpreted {interpreted.Rank}";
                for (var i = 0; i < compiled.Rank; i++)
                    if (Math.Abs(compiled.Spectrum.Values[i] - interpreted.Spectrum.Values[i]) > 1e-6) return $"s{i + 1} = {compiled.Spectrum.Values[i]}, interpreted {interpreted.Spectrum.Values[i]}";
                return "";
            }
        }
        """;

    private static readonly CSharpParseOptions DefaultParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))]);

    private Generation(GeneratorDriver driver, CSharpCompilation input)
    {
        Driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _);
        Input = input;
        Output = (CSharpCompilation)output;
        Result = Driver.GetRunResult().Results.Single();
    }

    /// <summary>Whether an assembly of the sources and the generated files gives warnings when it is compiled: never, is what tests say.</summary>
    public IEnumerable<Diagnostic> Diagnostics => Output.GetDiagnostics().Where(diagnostic =>
        diagnostic.Severity >= DiagnosticSeverity.Warning
        // Samples need no documentation; generated members do.
        && !(diagnostic.Id == "CS1591" && Input.ContainsSyntaxTree(diagnostic.Location.SourceTree!)));

    public GeneratorDriver Driver { get; }

    public CSharpCompilation Input { get; }

    public CSharpCompilation Output { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>Generated texts by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files => Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The only generated text.</summary>
    public string File => Result.GeneratedSources.Single().SourceText.ToString();

    /// <summary>Runs the generator over sources that share the prelude.</summary>
    public static Generation Of(params string[] sources) => Of(Compile(sources));

    public static Generation Of(CSharpCompilation compilation)
    {
        var options = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        var driver = CSharpGeneratorDriver.Create(
            [new ContextureGenerator().AsSourceGenerator()], parseOptions: options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new(driver, compilation);
    }

    /// <summary>The same driver on an edited compilation.</summary>
    public Generation Then(CSharpCompilation edited) => new(Driver, edited);

    public static CSharpCompilation Compile(IEnumerable<string> sources, LanguageVersion language = LanguageVersion.CSharp14, bool checkOverflow = false) => CSharpCompilation.Create(
        "Sample",
        sources.Prepend(Prelude).Select((source, i) => CSharpSyntaxTree.ParseText(source, DefaultParseOptions.WithLanguageVersion(language), $"Source{i}.cs", System.Text.Encoding.UTF8)),
        References.Value,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, checkOverflow: checkOverflow, warningLevel: 9999, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));

    /// <summary>Compiles everything without a warning, loads it and calls <c>Sample.Run()</c>.</summary>
    public string Run()
    {
        Assert.Null(Result.Exception);
        Assert.Empty(Diagnostics);
        return Run(Output);
    }

    /// <summary>Loads a compilation and calls <c>Sample.Run()</c>.</summary>
    public static string Run(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;
        var context = new AssemblyLoadContext("sample", isCollectible: true);
        try
        {
            var run = context.LoadFromStream(image).GetType("Sample")!.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!;
            return (string)run.Invoke(null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }
}
