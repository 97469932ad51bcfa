using System.IO.Compression;
using System.Xml.Linq;

namespace ContextureDsl.PackageConsumption;

/// <summary>The package as a user meets it: what is in it, and that a reference to it is all a project needs.</summary>
public sealed class PackageTests(PackedLibrary library) : IClassFixture<PackedLibrary>
{
    [Fact]
    public void HoldsTheLibraryTheRoslynPartsAndNothingElse()
    {
        using var package = ZipFile.OpenRead(library.PackageFile);
        var entries = package.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml");
        Assert.Equal(
            [
                "ContextureDsl.nuspec",
                "README.md",
                "analyzers/dotnet/cs/ContextureDsl.Analyzers.dll",
                "analyzers/dotnet/cs/ContextureDsl.CodeFixes.dll",
                "analyzers/dotnet/cs/ContextureDsl.Compiler.dll",
                "analyzers/dotnet/cs/ContextureDsl.Generators.dll",
                "lib/net10.0/ContextureDsl.dll",
                "lib/net10.0/ContextureDsl.xml",
            ],
            entries.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void DependsOnTheTwoNumericLibrariesOnly()
    {
        using var package = ZipFile.OpenRead(library.PackageFile);
        using var nuspec = package.GetEntry("ContextureDsl.nuspec")!.Open();
        var dependencies = XDocument.Load(nuspec).Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value);
        Assert.Equal(["MathNet.Numerics", "System.Numerics.Tensors"], dependencies.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AProjectThatReferencesItBuildsWithoutWarningsAndRunsCompiled()
    {
        var folder = library.CreateConsumer("plain");
        File.WriteAllText(Path.Combine(folder, "plain.csproj"), ConsumerProgram.Project(library.Version));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), ConsumerProgram.Source);
        Assert.Equal(ConsumerProgram.Expected, ConsumerProgram.Lines(PackedLibrary.Dotnet(folder, "run -c Release")));
    }

    [Fact]
    public void ALibraryThatHidesItsReferenceStillServesAnApplication()
    {
        var folder = library.CreateConsumer("transitive");
        var shop = Directory.CreateDirectory(Path.Combine(folder, "shop")).FullName;
        var app = Directory.CreateDirectory(Path.Combine(folder, "app")).FullName;
        File.WriteAllText(Path.Combine(shop, "shop.csproj"), ConsumerProgram.Project(library.Version).Replace("<OutputType>Exe</OutputType>", "", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(shop, "Flips.cs"), "using ContextureDsl;\n" + ConsumerProgram.Source[ConsumerProgram.Source.IndexOf("[Contexture(Rank", StringComparison.Ordinal)..]);
        File.WriteAllText(Path.Combine(app, "app.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <WarningsNotAsErrors>NU1603;NU1901;NU1902;NU1903;NU1904</WarningsNotAsErrors>
              </PropertyGroup>
              <ItemGroup><ProjectReference Include="../shop/shop.csproj" /></ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(app, "Program.cs"), ConsumerProgram.Source[..ConsumerProgram.Source.IndexOf("[Contexture(Rank", StringComparison.Ordinal)]);
        Assert.Equal(ConsumerProgram.Expected, ConsumerProgram.Lines(PackedLibrary.Dotnet(app, "run -c Release")));
    }

    [Fact]
    public void ADegenerateContextIsReportedInAConsumer()
    {
        var folder = library.CreateConsumer("degenerate");
        File.WriteAllText(Path.Combine(folder, "degenerate.csproj"), ConsumerProgram.Project(library.Version).Replace("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), ConsumerProgram.Source.Replace("Context(f => f.Received)", "Context(f => f.Sent)", StringComparison.Ordinal));
        Assert.Contains("CTX1002", PackedLibrary.Dotnet(folder, "build -c Release"), StringComparison.Ordinal);
    }

    [NativeAotFact]
    public void PublishesAsNativeCodeWithoutWarnings()
    {
        var folder = library.CreateConsumer("native");
        File.WriteAllText(Path.Combine(folder, "native.csproj"), ConsumerProgram.Project(library.Version, "<PublishAot>true</PublishAot>"));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), ConsumerProgram.Source);
        var output = PackedLibrary.Dotnet(folder, "publish -c Release -o out");
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ConsumerProgram.Expected, ConsumerProgram.Lines(PackedLibrary.Run(folder, Path.Combine(folder, "out", "native"), "")));
    }
}
