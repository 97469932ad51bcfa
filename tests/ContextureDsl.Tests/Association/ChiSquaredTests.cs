using System.Text.Json;
using ContextureDsl.Association;
using CsCheck;
using Xunit;

namespace ContextureDsl.Tests.Association;

public class ChiSquaredTests
{
    private static readonly JsonElement Cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "theory_cases.json"))).RootElement;

    public static TheoryData<string, string> Contexts => Names("contexts", "kernel_contexts");

    public static TheoryData<string, string> TaggedMixes => Names(["mixing"], element => element.GetProperty("operation").GetString() == "convex_tagged");

    [Theory]
    [MemberData(nameof(Contexts))]
    public void EveryContextOfTheTheory(string list, string name)
    {
        var fixture = Case(list, name);
        var joint = Joints.Of(Joints.Part(Table(fixture.GetProperty("P")))).Joint;
        // The tables are rounded to doubles; the largest has 1296 cells.
        Assert.Equal(fixture.GetProperty("chi2").GetDouble(), joint.ChiSquared()!.Value, 1e-12);
    }

    [Theory]
    [MemberData(nameof(TaggedMixes))]
    public void EveryTaggedMixOfTheTheoryIsTheSumOfItsSquaredValues(string list, string name)
    {
        var fixture = Case(list, name);
        var weights = fixture.GetProperty("weights").EnumerateArray().Select(weight => weight.GetDouble()).ToArray();
        var parts = fixture.GetProperty("inputs").EnumerateArray().Select(table => Joints.Part(Table(table))).ToArray();
        var joint = JointBuilder.Build(weights, parts).Joint;
        var expected = fixture.GetProperty("s").EnumerateArray().Skip(1).Sum(s => s.GetDouble() * s.GetDouble());
        Assert.Equal(expected, joint.ChiSquared()!.Value, 1e-12);
    }

    [Fact]
    public void IsTheDenseFormulaForAnyMix() => Joints.Mixes.Sample((shares, parts) =>
    {
        var context = JointBuilder.Build(shares, parts);
        // Cancellation of the one against a sum of about ten leaves fifteen digits of that sum.
        Assert.Equal(Joints.ChiSquared(Joints.Dense(shares, parts, context.Inputs.Values.ToArray())), context.Joint.ChiSquared()!.Value, 1e-13);
    }, iter: 2000);

    [Fact]
    public void OfAPartIsThatOfItsOwnTableUnderTheCommonMarginal() => Joints.Mixes.Sample((shares, parts) =>
    {
        var context = JointBuilder.Build(shares, parts);
        var (joint, dense) = (context.Joint, Joints.Dense(shares, parts, context.Inputs.Values.ToArray()));
        for (var j = 0; j < parts.Length; j++)
        {
            var alone = new double[joint.Inputs, joint.Parts[j].Table.Variables];
            for (var x = 0; x < joint.Inputs; x++)
                for (var a = 0; a < alone.GetLength(1); a++) alone[x, a] = dense[x, joint.VariableStarts[j] + a] / shares[j];
            Assert.Equal(Joints.ChiSquared(alone), joint.ChiSquared(j)!.Value, 1e-13);
        }
    });

    [Fact]
    public void OfIndependenceIsZeroAndNeverNegative() => Gen.Select(Gen.Double[0.01, 1].Array[1, 20], Gen.Double[0.01, 1].Array[1, 20]).Sample((p, q) =>
        Assert.InRange(Joints.Of(Joints.Part([.. p.Select(x => q.Select(a => x * a).ToArray())])).Joint.ChiSquared()!.Value, 0, 1e-14));

    private static TheoryData<string, string> Names(params string[] lists) => Names(lists, element => element.TryGetProperty("P", out _));

    private static TheoryData<string, string> Names(string[] lists, Func<JsonElement, bool> chosen)
    {
        var names = new TheoryData<string, string>();
        foreach (var list in lists)
            foreach (var element in Cases.GetProperty(list).EnumerateArray())
                if (chosen(element)) names.Add(list, element.GetProperty("name").GetString()!);
        return names;
    }

    private static JsonElement Case(string list, string name) => Cases.GetProperty(list).EnumerateArray().Single(element => element.GetProperty("name").GetString() == name);

    private static double[][] Table(JsonElement table) => [.. table.EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetDouble()).ToArray())];
}
