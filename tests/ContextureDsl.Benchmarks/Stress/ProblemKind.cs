namespace ContextureDsl.Benchmarks.Stress;

/// <summary>A kind of spectrum, by the name under which it is reported, and how a table of it is drawn.</summary>
/// <param name="Name">In the report.</param>
/// <param name="Draw">The weights.</param>
internal sealed record ProblemKind(string Name, Func<Random, double[,]> Draw)
{
    /// <summary>All kinds, in turn.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        new("random, dense to sparse", random => Filled(random, Size(random), Size(random), random.NextDouble())),
        new("disconnected", random => Copies(random, Filled(random, Size(random, 12), Size(random, 12), 0.7), random.Next(2, 9), (_, _) => 1, 0)),
        new("plateaus in one component", random => Copies(random, Filled(random, Size(random, 12), Size(random, 12), 0.7), random.Next(2, 12), (_, _) => 1, 1e-2)),
        new("clusters", random => Copies(random, Filled(random, Size(random, 12), Size(random, 12), 0.7), random.Next(2, 9), (i, _) => 1 + Math.Pow(10, -random.Next(3, 9)) * i, 1e-3)),
        new("independent, all zero", random => LowRank(random, 1)),
        new("rank-deficient", random => LowRank(random, random.Next(2, 6))),
        new("weights from 1e-30 to 1e30", Scaled),
        new("a row of almost everything", Skewed),
        new("path, tiny gaps", Path),
    ];

    private static int Size(Random random, int most = 90) => random.Next(2, random.Next(4) == 0 ? most : Math.Max(4, most / 3));

    private static double[,] Filled(Random random, int rows, int columns, double density)
    {
        var weights = new double[rows, columns];
        for (var x = 0; x < rows; x++)
            for (var a = 0; a < columns; a++) weights[x, a] = x % columns == a || a % rows == x || random.NextDouble() < density ? -Math.Log(1 - random.NextDouble()) + 1e-3 : 0;
        return weights;
    }

    /// <summary>Copies of a block on the diagonal, each with weights of its own, above a floor of the same law everywhere.</summary>
    private static double[,] Copies(Random random, double[,] block, int count, Func<int, int, double> scale, double floor)
    {
        var (rows, columns) = (block.GetLength(0), block.GetLength(1));
        var weights = new double[rows * count, columns * count];
        for (var x = 0; x < weights.GetLength(0); x++)
        {
            for (var a = 0; a < weights.GetLength(1); a++)
            {
                var own = x / rows == a / columns ? block[x % rows, a % columns] * scale(x / rows, a % columns) : 0;
                weights[x, a] = own + floor * block[x % rows, a % columns] / count;
            }
        }
        return weights;
    }

    private static double[,] LowRank(Random random, int rank)
    {
        var (rows, columns) = (Size(random), Size(random));
        var (left, right) = (Filled(random, rows, rank, 1), Filled(random, rank, columns, 1));
        var weights = new double[rows, columns];
        for (var x = 0; x < rows; x++)
            for (var a = 0; a < columns; a++)
                for (var i = 0; i < rank; i++) weights[x, a] += left[x, i] * right[i, a];
        return weights;
    }

    private static double[,] Scaled(Random random)
    {
        var weights = Filled(random, Size(random), Size(random), random.NextDouble());
        for (var x = 0; x < weights.GetLength(0); x++)
        {
            var scale = Math.Pow(10, random.Next(-30, 31));
            for (var a = 0; a < weights.GetLength(1); a++) weights[x, a] *= scale;
        }
        return weights;
    }

    private static double[,] Skewed(Random random)
    {
        var weights = Filled(random, Size(random), Size(random), 0.3);
        for (var a = 0; a < weights.GetLength(1); a++) weights[0, a] += 1e8;
        return weights;
    }

    private static double[,] Path(Random random)
    {
        var nodes = random.Next(3, 160);
        var weights = new double[nodes, nodes];
        for (var x = 0; x < nodes; x++)
        {
            weights[x, x] = 2;
            if (x > 0) weights[x, x - 1] = 1;
            if (x + 1 < nodes) weights[x, x + 1] = 1;
        }
        return weights;
    }
}
