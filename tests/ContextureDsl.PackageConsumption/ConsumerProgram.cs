namespace ContextureDsl.PackageConsumption;

/// <summary>The program that every consumer compiles: both forms of a declaration, and kinds of contexts over values and references, on data whose spectrum is known in closed form.</summary>
internal static class ConsumerProgram
{
    /// <summary>
    /// A doubly symmetric binary source with error .2: s₁ = 1 − 2·.2 = .6. Two steps on a ring of five: cos²(4π/5) = .654508. Two bits, each hidden with probability .19: √(1 − .19) = .9. Two points at
    /// distance 1 under e^(−γ) = 1/3: (1 − 1/3)/(1 + 1/3) = .5.
    /// </summary>
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

        var points = Enumerable.Range(0, 5).Select(i => new Point(i, (i + 1) % 5, i % 4 < 2, [i % 4 < 2, i % 2 == 0])).ToArray();
        var ring = new Ring().Learn(points);
        Console.WriteLine(FormattableString.Invariant($"two steps on a ring s1 = {ring.Spectrum.Values[0]:F6}, {ring.Parts[0].Estimation}, {new Ring().Compilation.Whole}"));
        var masked = new Hidden().Learn(points[..4]);
        Console.WriteLine(FormattableString.Invariant($"masked bits s1 = {masked.Spectrum.Values[0]:F6}, {masked.Parts[0].Estimation}, {new Hidden().Compilation.Whole}"));
        var apart = new Apart().Learn(points[..2]);
        Console.WriteLine(FormattableString.Invariant($"two points s1 = {apart.Spectrum.Values[0]:F6}, {apart.Parts[0].Estimation}, {new Apart().Compilation.Whole}"));
        var again = new Apart().EmbedNew(apart, points[..2]);
        Console.WriteLine(FormattableString.Invariant($"the same rows again: {Math.Abs(again[1][0] - apart.Encoder[1][0]) < 1e-6}"));

        [Contexture(Rank = 1)]
        public sealed partial record Flip([property: Input] bool Sent, [property: ContextVariable] bool Received, [property: Weight] int Times);

        [Contexture(Rank = 1)]
        public sealed partial class Flips : Contexture<bool, bool>.From<Flip>
        {
            protected override Context<bool, bool> Define(Events<Flip> flips) =>
                flips.Input(f => f.Sent).Context(f => f.Received).Weight(f => f.Times);
        }

        public sealed record Point(int Number, int Next, bool Left, bool[] Bits);

        [Contexture(Rank = 2, Precision = Precision.Double)]
        public sealed partial class Ring : Contexture<int, int>.From<Point>
        {
            protected override Context<int, int> Define(Events<Point> points) => points.Neighbours(p => p.Number, p => p.Next).Undirected().Steps(2);
        }

        [Contexture(Rank = 2, Precision = Precision.Double)]
        public sealed partial class Hidden : Contexture<Chunk<bool>, Masked<bool>>.From<Point>
        {
            protected override Context<Chunk<bool>, Masked<bool>> Define(Events<Point> points) => points.Sequence(p => p.Bits).Masked(ratio: 0.19, length: 2);
        }

        [Contexture(Rank = 1, Precision = Precision.Double)]
        public sealed partial class Apart : Contexture<int, int>.From<Point>
        {
            protected override Context<int, int> Define(Events<Point> points) => points.Input(p => p.Number).Features(p => [p.Number]).Rbf(gamma: 1.0986122886681098);
        }
        """;

    /// <summary>What the program must print.</summary>
    public static readonly string[] Expected =
    [
        "fluent s1 = 0.600000",
        "attributes s1 = 0.600000",
        "compiled as a whole: True, True",
        "equal trees: True",
        "two steps on a ring s1 = 0.654508, counted, True",
        "masked bits s1 = 0.900000, enumerated, True",
        "two points s1 = 0.500000, enumerated, True",
        "the same rows again: True",
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
