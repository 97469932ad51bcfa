using ContextureDsl.Association;
using ContextureDsl.Observation;

namespace ContextureDsl.Tests.Spectral;

/// <summary>A joint distribution given as a dense table of non-negative weights, and a mix of several over the same inputs: everything computed the plain way.</summary>
internal sealed class DenseTable
{
    private readonly double[][,] _tables;
    private readonly double[] _shares;

    /// <summary>One table; rows and columns without weight are not allowed.</summary>
    public DenseTable(double[,] weights) : this([1.0], [weights]) { }

    /// <summary>A mix; a row may be empty in some tables (unseen there), not in all.</summary>
    public DenseTable(double[] shares, double[][,] tables)
    {
        _shares = shares;
        _tables = tables;
        Joint = BuildJoint();
        Components = FindComponents();
    }

    public JointDistribution Joint { get; }

    public ComponentMap Components { get; }

    public int Inputs => _tables[0].GetLength(0);

    public int Variables => _tables.Sum(table => table.GetLength(1));

    /// <summary>B, dense: what the factors say, unseen rows independent, nothing deflated.</summary>
    public double[,] Normalised()
    {
        var dense = new double[Inputs, Variables];
        for (var part = 0; part < _tables.Length; part++)
        {
            var joint = Joint.Parts[part];
            var start = Joint.VariableStarts[part];
            for (var x = 0; x < Inputs; x++)
            {
                for (var a = 0; a < joint.VariableMarginal.Length; a++)
                {
                    var q = joint.VariableMarginal[a];
                    var conditional = joint.RowSums[x] == 0 ? q : _tables[part][x, a] / joint.RowSums[x];
                    dense[x, start + a] = Math.Sqrt(_shares[part] * Joint.InputMarginal[x] / q) * conditional;
                }
            }
        }

        return dense;
    }

    /// <summary>B̃, dense: B − √p √qᵀ, so that the other components still carry their value 1.</summary>
    public double[,] WithoutConstant()
    {
        var dense = Normalised();
        for (var part = 0; part < _tables.Length; part++)
        {
            for (var a = 0; a < Joint.Parts[part].VariableMarginal.Length; a++)
            {
                for (var x = 0; x < Inputs; x++) dense[x, Joint.VariableStarts[part] + a] -= Math.Sqrt(Joint.InputMarginal[x] * _shares[part] * Joint.Parts[part].VariableMarginal[a]);
            }
        }

        return dense;
    }

    public DenseTable Transposed()
    {
        var table = _tables.Single();
        var flipped = new double[table.GetLength(1), table.GetLength(0)];
        for (var x = 0; x < table.GetLength(0); x++)
        {
            for (var a = 0; a < table.GetLength(1); a++) flipped[a, x] = table[x, a];
        }

        return new DenseTable(flipped);
    }

    public DenseTable Permuted(Random random)
    {
        var table = _tables.Single();
        var rows = Enumerable.Range(0, table.GetLength(0)).ToArray();
        var columns = Enumerable.Range(0, table.GetLength(1)).ToArray();
        random.Shuffle(rows);
        random.Shuffle(columns);
        var permuted = new double[rows.Length, columns.Length];
        for (var x = 0; x < rows.Length; x++)
        {
            for (var a = 0; a < columns.Length; a++) permuted[x, a] = table[rows[x], columns[a]];
        }

        return new DenseTable(permuted);
    }

    private JointDistribution BuildJoint()
    {
        var conditionalSums = new double[Inputs];
        var seen = new double[Inputs];
        var sums = _tables.Select(RowSums).ToArray();
        for (var part = 0; part < _tables.Length; part++)
        {
            // The same rule as for counted data: P_X is the share-weighted mean of what the parts saw.
            var total = sums[part].Sum();
            for (var x = 0; x < Inputs; x++) seen[x] += _shares[part] * sums[part][x] / total;
        }

        var mass = seen.Sum();
        for (var x = 0; x < Inputs; x++) conditionalSums[x] = seen[x] / mass;
        return new JointDistribution(conditionalSums, [.. _tables.Select((table, part) => Part(table, sums[part], _shares[part], conditionalSums))]);
    }

    private static JointPart Part(double[,] table, double[] sums, double share, double[] p)
    {
        int inputs = table.GetLength(0), variables = table.GetLength(1);
        var offsets = new int[inputs + 1];
        var columns = new List<int>();
        var weights = new List<double>();
        var marginal = new double[variables];
        var seen = 0.0;
        for (var x = 0; x < inputs; x++)
        {
            if (sums[x] > 0) seen += p[x];
            for (var a = 0; a < variables; a++)
            {
                if (table[x, a] == 0) continue;
                columns.Add(a);
                weights.Add(table[x, a]);
                marginal[a] += p[x] * table[x, a] / sums[x];
            }

            offsets[x + 1] = columns.Count;
        }

        for (var a = 0; a < variables; a++) marginal[a] /= seen;
        return new JointPart(share, new PairTable(inputs, variables, offsets, [.. columns], [.. weights]), sums, marginal, sums.Contains(0));
    }

    private static double[] RowSums(double[,] table)
    {
        var sums = new double[table.GetLength(0)];
        for (var x = 0; x < sums.Length; x++)
        {
            for (var a = 0; a < table.GetLength(1); a++) sums[x] += table[x, a];
        }

        return sums;
    }

    private ComponentMap FindComponents()
    {
        var labels = Enumerable.Range(0, Inputs + Variables).ToArray();
        var dense = Normalised();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var x = 0; x < Inputs; x++)
            {
                for (var a = 0; a < Variables; a++)
                {
                    if (dense[x, a] == 0 || labels[x] == labels[Inputs + a]) continue;
                    labels[x] = labels[Inputs + a] = Math.Min(labels[x], labels[Inputs + a]);
                    changed = true;
                }
            }
        }

        var groups = labels.Take(Inputs).Select((label, x) => (label, x)).GroupBy(pair => pair.label)
            .OrderByDescending(group => group.Sum(pair => Joint.InputMarginal[pair.x])).ThenBy(group => group.Min(pair => pair.x)).ToArray();
        var numbers = groups.Select((group, number) => (group.Key, number)).ToDictionary(pair => pair.Key, pair => pair.number);
        var ofInput = labels.Take(Inputs).Select(label => numbers[label]).ToArray();
        var ofVariable = labels.Skip(Inputs).Select(label => numbers[label]).ToArray();
        var inputs = groups.Select(group => group.Count()).ToArray();
        var variables = groups.Select((_, number) => ofVariable.Count(c => c == number)).ToArray();
        return new ComponentMap(
            groups.Length, ofInput, ofVariable, [.. groups.Select(group => group.Sum(pair => Joint.InputMarginal[pair.x]))], inputs, variables,
            groups.Where((_, number) => inputs[number] == 1 && variables[number] == 1).Count());
    }
}
