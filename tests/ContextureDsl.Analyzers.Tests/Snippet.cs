using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ContextureDsl.Analyzers.Tests;

/// <summary>Runs the rules over a piece of source, against the library and the framework that the tests run on.</summary>
internal static class Snippet
{
    /// <summary>Rows that the declarations of the tests are about.</summary>
    public const string Rows = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using ContextureDsl;

        namespace Shop
        {
            public enum Genre { Drama, Comedy }
            public readonly record struct StoreHour(int Store, int Hour);
            public sealed record Kept(string N) { public static int Made { get; set; } public string Twice => N + N; }
            public sealed record Fresh(string N) { public Guid Id { get; } = Guid.NewGuid(); }
            public sealed record Filled(string N) { private readonly long at = DateTime.UtcNow.Ticks; public bool IsOld => at == 0; }
            public sealed record Replaced(string N) { public string N { get; } = N + Guid.NewGuid(); }
            public record Based() { public Guid Id { get; } = Guid.NewGuid(); }
            public sealed record Derived(string N) : Based;
            public sealed record Chained(string N) { public Chained(int n) : this(Guid.NewGuid().ToString() + n) { } }
            public readonly record struct Loose(int Store) { public bool Equals(Loose other) => true; public override int GetHashCode() => 0; }
            public sealed record Order(int Id, Guid Customer, string Product, Guid Basket, double Quantity, DateTimeOffset At, DateTime Day, short Store, int Hour, bool Online, Genre Genre, StoreHour Place)
            {
                public string[] Tags => [Product];
                public string? Note { get; init; }
                public (int A, string B) Pair { get; init; }
                public static readonly Guid Everyone = Guid.NewGuid();
            }
        }
        """;

    public static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll" or "ContextureDsl.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
        [new Rules.DeclarationAnalyzer(), new Rules.IndependentContextAnalyzer(), new Rules.IdentityContextAnalyzer(), new Rules.IrreproducibleSelectorAnalyzer(), new Rules.DeclaredValueAnalyzer(), new Rules.MixCallAnalyzer(), new Rules.MixTreeAnalyzer()];

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Snippet", [CSharpSyntaxTree.ParseText(Rows, new(LanguageVersion.CSharp14), "Rows.cs")], References,
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>What the rules say, hidden and suppressed ones included; an exception in a rule is AD0001 and comes out as well. The source must compile.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source, LanguageVersion version = LanguageVersion.CSharp14)
    {
        var compilation = Compile(source, version);
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return await AnalyzeAsync(compilation);
    }

    /// <summary>The same for source that need not compile.</summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeHalfTypedAsync(string source) => AnalyzeAsync(Compile(source, LanguageVersion.CSharp14));

    /// <summary>The source as a loaded assembly. The source must compile.</summary>
    public static Assembly Load(string source)
    {
        using var stream = new MemoryStream();
        var result = Compile(source, LanguageVersion.CSharp14).Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        stream.Position = 0;
        return new AssemblyLoadContext("snippet", isCollectible: true).LoadFromStream(stream);
    }

    /// <summary>A class with one source around the body of its Define; TKEY stands for the type of the inputs.</summary>
    public static string InDefine(string body, string before = "") => $$"""
        #pragma warning disable CS8019, CS0219
        namespace Shop;
        {{before}}
        [Contexture]
        public sealed partial class Sample(int days, Random random, TimeProvider time) : Contexture<TKEY>.From<Order>
        {
            private int count;
            private static readonly Random Seeded = new(7);
            protected override Definition<TKEY> Define(Events<Order> orders)
            {
                {{body}}
            }
        }
        """;

    private static CSharpCompilation Compile(string source, LanguageVersion version)
    {
        var options = new CSharpParseOptions(version);
        var compilation = version == LanguageVersion.CSharp14 ? Empty : Empty.ReplaceSyntaxTree(Empty.SyntaxTrees[0], CSharpSyntaxTree.ParseText(Rows.Replace("public readonly record struct Loose(int Store) { public bool Equals(Loose other) => true; public override int GetHashCode() => 0; }", "", StringComparison.Ordinal).Replace("=> [Product]", "=> new[] { Product }", StringComparison.Ordinal), options, "Rows.cs"));
        return compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, options, "Sample.cs"));
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation)
    {
        var options = new CompilationWithAnalyzersOptions(new([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var diagnostics = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }
}
