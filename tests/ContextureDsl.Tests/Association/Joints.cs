using ContextureDsl.Association;
using ContextureDsl.Observation;
using ContextureDsl.Tests.Observation;
using CsCheck;

namespace ContextureDsl.Tests.Association;

/// <summary>Joint distributions from dense tables, and the dense definition to compare with.</summary>
internal static class Joints
{
    /// <summary>A part from cells (input, context value, weight).</summary>
    public static ObservedPart<int> Part(IEnumerable<(int X, int A, double Weight)> cells) =>
        Counting.Accumulate(Counting.Plain, cells.Select(cell => new Row(cell.X, cell.A, cell.Weight)));

    /// <summary>A part from a dense table; cells that are zero are not there.</summary>
    public static ObservedPart<int> Part(double[][] table) =>
        Part(table.SelectMany((row, x) => row.Select((weight, a) => (x, a, weight))));

    public static AssociatedContext<int> Of(params ObservedPart<int>[] parts) => JointBuilder.Build([.. parts.Select(_ => 1.0 / parts.Length)], parts);

    /// <summary>Random cells whose inputs are few, so that parts of a mix share some and miss some.</summary>
    public static readonly Gen<(int, int, double)[]> Cells = Gen.Select(Gen.Int[0, 8], Gen.Int[0, 8], Gen.Double[0.1, 5]).Array[1, 14];

    /// <summary>One to four parts with shares that sum to one; each has an input in common with another.</summary>
    public static readonly Gen<(double[] Shares, ObservedPart<int>[] Parts)> Mixes =
        Any().Where(mix => !AreDisjoint(mix.Parts));

    /// <summary>The same, with parts that may have no input in common with the others.</summary>
    public static Gen<(double[] Shares, ObservedPart<int>[] Parts)> Any() =>
        Gen.Select(Gen.Double[0.05, 1], Cells).Array[1, 4].Select(parts => (parts.Select(part => part.Item1 / parts.Sum(other => other.Item1)).ToArray(), parts.Select(part => Part(part.Item2)).ToArray()));

    /// <summary>Whether some part of several has no input in common with any other.</summary>
    public static bool AreDisjoint(IReadOnlyList<ObservedPart<int>> parts) =>
        parts.Count > 1 && parts.Any(part => !parts.Any(other => other != part && other.Inputs.Values.Intersect(part.Inputs.Values).Any()));

    /// <summary>P⁺ as the definition says it: P(x,(j,a)) = wⱼ p(x) Rⱼ(a|x), with Rⱼ(·|x) = qⱼ for an input that part j never saw.</summary>
    public static double[,] Dense(double[] shares, ObservedPart<int>[] parts, IReadOnlyList<int> inputs)
    {
        var p = inputs.Select(x => parts.Select((part, j) => shares[j] * Counting.Weights(part).Where(cell => cell.Key.X == x).Sum(cell => cell.Value) / part.Table.Weights.Sum()).Sum()).ToArray();
        var joint = new double[inputs.Count, parts.Sum(part => part.VariableAlphabet.Count)];
        var start = 0;
        for (var j = 0; j < parts.Length; start += parts[j++].VariableAlphabet.Count)
        {
            var weights = Counting.Weights(parts[j]);
            var variables = ((Alphabet<int>)parts[j].VariableAlphabet).Values.ToArray();
            double RowSum(int x) => weights.Where(cell => cell.Key.X == x).Sum(cell => cell.Value);
            var seen = Enumerable.Range(0, inputs.Count).Where(x => RowSum(inputs[x]) > 0).ToArray();
            for (var a = 0; a < variables.Length; a++)
            {
                double Conditional(int x) => weights.GetValueOrDefault((inputs[x], variables[a])) / RowSum(inputs[x]);
                var q = seen.Sum(x => p[x] * Conditional(x)) / seen.Sum(x => p[x]);
                for (var x = 0; x < inputs.Count; x++) joint[x, start + a] = shares[j] * p[x] * (seen.Contains(x) ? Conditional(x) : q);
            }
        }
        return joint;
    }

    /// <summary>Σ P² / (p q) − 1 over a dense table.</summary>
    public static double ChiSquared(double[,] joint)
    {
        var (rows, columns) = (joint.GetLength(0), joint.GetLength(1));
        var p = Enumerable.Range(0, rows).Select(x => Enumerable.Range(0, columns).Sum(a => joint[x, a])).ToArray();
        var q = Enumerable.Range(0, columns).Select(a => Enumerable.Range(0, rows).Sum(x => joint[x, a])).ToArray();
        var sum = -1.0;
        for (var x = 0; x < rows; x++)
            for (var a = 0; a < columns; a++) sum += joint[x, a] * joint[x, a] / (p[x] * q[a]);
        return sum;
    }
}
