namespace ContextureDsl.Tests.Mixing;

/// <summary>Random counts of the parts of a mix: as rows of two sources, and as dense laws under one P_X.</summary>
internal sealed class MixTables
{
    private readonly double[][,] weights;

    /// <param name="seed">Decides everything.</param>
    /// <param name="sawAll">Whether every part sees every input.</param>
    public MixTables(int seed, bool sawAll = false)
    {
        var random = new Random(seed);
        Inputs = random.Next(2, 9);
        weights = [.. Enumerable.Range(0, MixGen.Graph).Select(_ => Table(random, random.Next(2, 7), sawAll)), Table(random, Inputs, sawAll: true)];
    }

    /// <summary>N, of all parts together.</summary>
    public int Inputs { get; }

    /// <summary>The rows of a source; parts with an odd number are of the second.</summary>
    public IEnumerable<Row> Rows(int source) =>
        from part in Enumerable.Range(0, weights.Length)
        where part % 2 == source
        from x in Enumerable.Range(0, Inputs)
        from a in Enumerable.Range(0, weights[part].GetLength(1))
        where weights[part][x, a] > 0
        select new Row(part, x, a, weights[part][x, a]);

    /// <summary>The contexts, each of which stands for one node of the tree however often it is used.</summary>
    public static Context<int, int>[] Contexts(Events<Row> even, Events<Row> odd)
    {
        Context<int, int> Counted(int part) => (part % 2 == 0 ? even : odd).Where(row => row.Part == part).Input(row => row.X).Context(row => row.A).Weight(row => row.Weight).Named($"part {part}");
        var graph = Counted(MixGen.Graph);
        return [.. Enumerable.Range(0, MixGen.Graph).Select(Counted), graph, graph.Steps(2).Named("part 4"), graph.Heat(0.7).Named("part 5")];
    }

    /// <summary>The inputs that a mix has, and the laws of the parts over these, under the P_X of the mix.</summary>
    public (int[] Inputs, DenseLaw[] Laws) Dense(MixNode mix, Population population = Population.Mixture, Unseen unseen = Unseen.Independent)
    {
        var shares = mix.Shares().ToArray();
        int[] inputs = [.. Enumerable.Range(0, Inputs)
            .Where(x => shares.Any(part => Mass(part.Part, x) > 0) && (unseen == Unseen.Independent || shares.All(part => Mass(part.Part, x) > 0)) && (population != Population.First || Mass(shares[0].Part, x) > 0))];
        double Weight(int part, int x) => Mass(part, x) / inputs.Sum(y => Mass(part, y));
        var p = inputs.Select(x => population switch
        {
            Population.Uniform => 1.0 / inputs.Length,
            Population.First => Weight(shares[0].Part, x),
            Population.Events => shares.Sum(part => Mass(part.Part, x)) / shares.Sum(part => inputs.Sum(y => Mass(part.Part, y))),
            _ => shares.Sum(part => part.Share * Weight(part.Part, x)),
        }).ToArray();
        return (inputs, [.. Enumerable.Range(0, MixGen.Parts).Select(part => shares.All(own => own.Part != part) ? DenseLaw.Counted([.. inputs.Cast<object>()], p, Ones(inputs.Length)) : Law(p, part, inputs))]);
    }

    /// <summary>Learns a mix of them.</summary>
    public Learned<int> Learn(MixNode mix, LearnOptions options) => Contexture.Learn(Rows(0), Rows(1), (even, odd) => mix.Declared(Contexts(even, odd)), options: options);

    private double Mass(int part, int x) => Enumerable.Range(0, Table(part).GetLength(1)).Sum(a => Table(part)[x, a]);

    private double[,] Table(int part) => weights[Math.Min(part, MixGen.Graph)];

    private DenseLaw Law(double[] p, int part, int[] inputs)
    {
        var counted = Counted(p, Table(part), inputs);
        return part > MixGen.Graph ? counted.Walk((part == 4 ? WalkLaw.Steps(2) : WalkLaw.Heat(0.7)).Probabilities) : counted;
    }

    private static DenseLaw Counted(double[] p, double[,] table, int[] inputs)
    {
        var rows = new double[inputs.Length, table.GetLength(1)];
        for (var x = 0; x < inputs.Length; x++)
            for (var a = 0; a < table.GetLength(1); a++) rows[x, a] = table[inputs[x], a];
        return DenseLaw.Counted([.. inputs.Cast<object>()], p, rows);
    }

    private static double[,] Ones(int inputs)
    {
        var ones = new double[inputs, 1];
        for (var x = 0; x < inputs; x++) ones[x, 0] = 1;
        return ones;
    }

    /// <summary>The first two inputs are always seen, with different values, so that no two parts are strangers and none is constant.</summary>
    private double[,] Table(Random random, int columns, bool sawAll)
    {
        var (table, density) = (new double[Inputs, columns], 0.2 + 0.8 * random.NextDouble());
        for (var x = 0; x < Inputs; x++)
        {
            if (x > 1 && !sawAll && random.Next(4) == 0) continue;
            table[x, x < 2 ? x : random.Next(columns)] = 0.1 + random.NextDouble();
            for (var a = 0; a < columns; a++)
                if (random.NextDouble() < density) table[x, a] = random.Next(3) == 0 ? 1 : 0.1 + 3 * random.NextDouble();
        }
        return table;
    }

    internal sealed record Row(int Part, int X, int A, double Weight);
}
