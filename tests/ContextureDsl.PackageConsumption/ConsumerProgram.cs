namespace ContextureDsl.PackageConsumption;

/// <summary>The program that every consumer compiles: both forms of a declaration on data whose spectrum is known in closed form.</summary>
internal static class ConsumerProgram
{
    /// <summary>A doubly symmetric binary source with error .2: s₁ = 1 − 2·.2 = .6.</summary>
    public const string Source = """
        using ContextureDsl;

        var flips = new[] { new Flip(false, false, 4), new Flip(false, true, 1), new Flip(true, false, 1), new Flip(true, true, 4) };
        var declared = new Flips();
        var fluent = declared.Learn(flips: flips);
        var attributes = Flip.Learn(flips);
        Console.WriteLine(FormattableString.Invariant($"fluent s1 = {fluent.Spectrum.Values[0]:F6}"));
        Console.WriteLine(FormattableString.Invariant($"attributes s1 = {attributes.Spectrum.Values[0]:F6}"));
        Console.WriteLine($"compiled as a whole: {declared.Compilation.Whole}, {new Flip.Contexture().Compilation.Whole}");
        Console.WriteLine($"equal trees: {declared.Definition.Equals(new Flip.Contexture().Definition)}");

        [Contexture(Rank = 1)]
        public sealed partial record Flip([property: Input] bool Sent, [property: ContextVariable] bool Received, [property: Weight] int Times);

        [Contexture(Rank = 1)]
        public sealed partial class Flips : Contexture<bool, bool>.From<Flip>
        {
            protected override Context<bool, bool> Define(Events<Flip> flips) =>
                flips.Input(f => f.Sent).Context(f => f.Received).Weight(f => f.Times);
        }
        """;

    /// <summary>What the program must print.</summary>
    public static readonly string[] Expected =
    [
        "fluent s1 = 0.600000",
        "attributes s1 = 0.600000",
        "compiled as a whole: True, True",
        "equal trees: True",
    ];

    /// <summary>A project file that references the packed version.</summary>
    public static string Project(string version, string properties = "", string reference = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <WarningsNotAsErrors>NU1603;NU1901;NU1902;NU1903;NU1904</WarningsNotAsErrors>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="ContextureDsl" Version="[{version}]" />
            {reference}
          </ItemGroup>
        </Project>
        """;

    /// <summary>The lines of an output, without their ends.</summary>
    public static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
