using ContextureDsl.Association;
using ContextureDsl.Observation;
using ContextureDsl.Tests.Observation;
using CsCheck;
using Xunit;

namespace ContextureDsl.Tests.Association;

public class JointBuilderTests
{
    // Sums of fewer than a hundred positive numbers of about one, each with a few roundings.
    private const double Rounding = 1e-14;

    [Fact]
    public void MarginalsAreThoseOfTheDenseDefinition() => Joints.Mixes.Sample((shares, parts) =>
    {
        var context = JointBuilder.Build(shares, parts);
        var (inputs, joint) = (context.Inputs.Values.ToArray(), context.Joint);
        var dense = Joints.Dense(shares, parts, inputs);
        Assert.Equal(parts.SelectMany(part => part.Inputs.Values).Distinct(), inputs);
        Assert.Equal(1, joint.InputMarginal.Sum(), Rounding);
        for (var x = 0; x < joint.Inputs; x++) Assert.Equal(Enumerable.Range(0, joint.Variables).Sum(a => dense[x, a]), joint.InputMarginal[x], Rounding);
        for (var j = 0; j < parts.Length; j++)
        {
            var part = joint.Parts[j];
            Assert.Equal(shares[j], part.Share);
            Assert.Equal(1, part.VariableMarginal.Sum(), Rounding);
            Assert.All(part.VariableMarginal, q => Assert.True(q > 0));
            for (var a = 0; a < part.VariableMarginal.Length; a++)
                Assert.Equal(Enumerable.Range(0, joint.Inputs).Sum(x => dense[x, joint.VariableStarts[j] + a]), shares[j] * part.VariableMarginal[a], Rounding);
            Assert.Equal(inputs.Any(x => !parts[j].Inputs.TryIndex(x, out _)), part.HasUnseen);
        }
    }, iter: 2000);

    [Fact]
    public void TheTableGivesTheConditionalLaw() => Joints.Mixes.Sample((shares, parts) =>
    {
        var context = JointBuilder.Build(shares, parts);
        var (joint, dense) = (context.Joint, Joints.Dense(shares, parts, context.Inputs.Values.ToArray()));
        for (var j = 0; j < parts.Length; j++)
            for (var x = 0; x < joint.Inputs; x++)
            {
                var part = joint.Parts[j];
                Assert.Equal(part.RowSums[x] == 0, part.Table.RowOffsets[x] == part.Table.RowOffsets[x + 1]);
                for (var a = 0; a < part.Table.Variables; a++)
                {
                    var conditional = part.RowSums[x] == 0 ? part.VariableMarginal[a] : Weight(part.Table, x, a) / part.RowSums[x];
                    Assert.Equal(dense[x, joint.VariableStarts[j] + a], part.Share * joint.InputMarginal[x] * conditional, Rounding);
                }
            }
    });

    [Fact]
    public void PartsAreRenumberedWithoutChange() => Joints.Mixes.Sample((shares, parts) =>
    {
        var context = JointBuilder.Build(shares, parts);
        for (var j = 0; j < parts.Length; j++)
        {
            Assert.Same(context.Inputs, context.Parts[j].Inputs);
            Assert.Same(context.Parts[j].Table, context.Joint.Parts[j].Table);
            Assert.Same(parts[j].Summary, context.Parts[j].Summary);
            Assert.Equal(Counting.Weights(parts[j]), Counting.Weights(context.Parts[j]));
        }
        Assert.Equal(parts.Sum(part => (long)part.Table.Pairs), context.Joint.Pairs);
    });

    [Fact]
    public void OnePartIsTakenOverAsItIs()
    {
        var part = Joints.Part([(1, 1, 2), (2, 1, 1), (2, 3, 5)]);
        var context = JointBuilder.Build([1.0], [part]);
        Assert.Same(part, context.Parts[0]);
        Assert.Equal([0.25, 0.75], context.Joint.InputMarginal);
        Assert.Equal([0.375, 0.625], context.Joint.Parts[0].VariableMarginal);
    }

    [Fact]
    public void WeightsOfAnyMagnitudeGivePositiveMarginals()
    {
        var context = JointBuilder.Build([1 - 1e-90, 1e-90], [Joints.Part([(1, 1, 1e307), (2, 2, 1e190)]), Joints.Part([(1, 3, 1e-304), (3, 1, 1e-300), (4, 2, 1e-308)])]);
        Assert.All(context.Joint.InputMarginal, p => Assert.True(double.IsNormal(p) && p > 0));
        Assert.All(context.Joint.Parts.SelectMany(part => part.VariableMarginal), q => Assert.True(double.IsNormal(q) && q > 0));
    }

    [Fact]
    public void AShareThatIsTooSmall()
    {
        var part = Joints.Part([(1, 1, 1)]);
        var error = Assert.Throws<DeclarationException>(() => JointBuilder.Build([1, 1e-200], [part, part]));
        Assert.Contains("Part 2 of 2 has the share 1E-200. A share is at least 1E-100", error.Message);
    }

    private static double Weight(PairTable table, int x, int a)
    {
        var at = Array.IndexOf(table.Columns, a, table.RowOffsets[x], table.RowOffsets[x + 1] - table.RowOffsets[x]);
        return at < 0 ? 0 : table.Weights[at];
    }
}
