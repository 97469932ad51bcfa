using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using ContextureDsl.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContextureDsl.Generators.Tests.Reading;

/// <summary>Source with declarations, compiled in memory against the library and the framework that the tests run on.</summary>
internal sealed class DeclarationSource
{
    /// <summary>Rows that the declarations of the tests are about.</summary>
    public const string Rows = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using ContextureDsl;

        namespace Shop
        {
            public enum Genre { Drama = 3, Comedy = 7, Crime = 5 }
            public sealed record Order(Guid Customer, string Product, Guid Basket, float Quantity, DateTimeOffset At, int Store, int Hour, bool Online, decimal Price)
            {
                public string[] Tags => [Product];
                public List<string> Words => [Product];
                public IEnumerable<int> Codes => [Store];
                public double AgeDays;
                public string? Note { get; init; }
                public int? MaybeStore => Hour;
            }
            public sealed record Product(string Sku, Genre Genre, string Brand);
            public readonly record struct StoreHour(int Store, int Hour);
            public static class Texts { public static string Shout(this string text) => text + "!"; public static string Loud(this object any) => "!"; public static string Loud(long number) => "?"; }
            public readonly record struct Money(int Sum)
            {
                public static Money operator +(Money left, Money right) => new(left.Sum + right.Sum);
                public static Money operator checked +(Money left, Money right) => new(-left.Sum);
            }
        }
        """;

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll" or "ContextureDsl.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private DeclarationSource(CSharpCompilation compilation) => Compilation = compilation;

    public CSharpCompilation Compilation { get; }

    public static DeclarationSource Of(params string[] sources) => Of(LanguageVersion.CSharp14, checkOverflow: false, sources);

    public static DeclarationSource Of(LanguageVersion version, bool checkOverflow, params string[] sources)
    {
        var options = new CSharpParseOptions(version);
        var trees = sources.Prepend(Rows).Select((source, index) => CSharpSyntaxTree.ParseText(source, options, $"Source{index}.cs"));
        return new(CSharpCompilation.Create("Declarations", trees, References, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, checkOverflow: checkOverflow, allowUnsafe: true)));
    }

    public INamedTypeSymbol Type(string metadataName) =>
        Compilation.GetTypeByMetadataName(metadataName) ?? throw new InvalidOperationException($"The source has no type {metadataName}.");

    public DeclarationReading Read(string metadataName) => DeclarationReader.Read(Type(metadataName), Compilation, CancellationToken.None);

    /// <summary>Emits and loads the source; fails the test on any error in it.</summary>
    public Assembly Load()
    {
        using var stream = new MemoryStream();
        var result = Compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        stream.Position = 0;
        return new AssemblyLoadContext("declarations", isCollectible: true).LoadFromStream(stream);
    }
}
