using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace ContextureDsl.Analyzers.Tests;

/// <summary>Applies a fix, one by one and all at once, and checks that what comes out compiles and is clean.</summary>
internal sealed class FixTest<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    private FixTest(string source, string fixedSource)
    {
        // The references are those of the running tests: no package of reference assemblies is needed.
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(Snippet.References);
        foreach (var state in new[] { TestState, FixedState }) state.Sources.Add(("Rows.cs", Snippet.Rows));
        TestState.Sources.Insert(0, ("Sample.cs", SourceText.From(source)));
        FixedState.Sources.Insert(0, ("Sample.cs", SourceText.From(fixedSource)));
        TestBehaviors |= TestBehaviors.SkipGeneratedCodeCheck;
    }

    /// <summary>Expects the marked diagnostics in the source and, after the fix, the fixed source.</summary>
    public static Task RunAsync(string source, string fixedSource, int steps = 1) =>
        new FixTest<TAnalyzer, TFix>(source, fixedSource) { NumberOfIncrementalIterations = steps, NumberOfFixAllIterations = 1 }.RunAsync(CancellationToken.None);

    /// <summary>Expects the marked diagnostics and that no fix is offered.</summary>
    public static Task RunWithoutFixAsync(string source) =>
        new FixTest<TAnalyzer, TFix>(source, source) { NumberOfIncrementalIterations = 0, NumberOfFixAllIterations = 0 }.RunAsync(CancellationToken.None);

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14);

    protected override CompilationOptions CreateCompilationOptions() =>
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
}
