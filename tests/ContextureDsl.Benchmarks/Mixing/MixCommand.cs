using System.Diagnostics;
using System.Globalization;
using ContextureDsl.Association;
using ContextureDsl.Kernels;
using ContextureDsl.Mixing;
using ContextureDsl.Observation;
using ContextureDsl.Spectral;
using ContextureDsl.Tree;

namespace ContextureDsl.Benchmarks.Mixing;

/// <summary>The fused operator of Convex(½ a, ½ Convolve(a, then: b)) beside those of a and b: the memory that it holds, and the time of one application.</summary>
internal static class MixCommand
{
    private const string Usage = "usage: mix PAIRS WIDTH THREADS    e.g. mix 1000000 32 1";
    private const int Rounds = 201;

    /// <summary>Runs the verb and prints a table.</summary>
    public static int Run(string[] args)
    {
        if (args.Length != 3 || !args.All(arg => int.TryParse(arg, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        int[] numbers = [.. args.Select(arg => int.Parse(arg, CultureInfo.InvariantCulture))];
        var (pairs, width, threads) = (numbers[0], numbers[1], numbers[2]);
        var inputs = pairs / 40;
        var alphabet = Numbered(inputs);
        ObservedPart<int>[] parts = [Part(alphabet, inputs / 2, 27, seed: 1), Part(alphabet, inputs / 5, 13, seed: 2)];
        var rows = new Events<(int Input, int Value)>(new SourceNode(0, "rows", typeof((int, int))));
        var (a, b) = (rows.Input(row => row.Input).Context(row => row.Value).Named("a"), rows.Input(row => row.Input).Context(row => row.Value).Named("b"));
        var plan = MixPlan.Of(Mix.Convex<int>((0.5, a), (0.5, Mix.Convolve(a, then: b))).Node);
        var counted = JointBuilder.Build([.. plan.Parts.Select(part => part.Share)], parts);
        MixedJoint Mixed(MixTerm term) => new MixBuilder<int>(plan, counted, ["a", "b"], long.MaxValue, threads, default).Of(plan.Mixes[0] with { Term = term }).Joint;

        var (first, firstBytes) = Held(() => Alone(counted, 0, threads));
        var (second, secondBytes) = Held(() => Alone(counted, 1, threads));
        var joint = Mixed(plan.Mixes[0].Term);
        var (mixed, mixedBytes) = Held(() => new TermOperator<float>(joint, threads, default));
        var blocks = new Blocks(mixed, width);
        var (_, scratchBytes) = Held(() => blocks.Both());

        var (ofFirst, ofSecond) = (new Blocks(first, width), new Blocks(second, width));
        var (apply, adjoint, sum, sumAdjoint, ratio, ratioAdjoint) = Times(blocks, ofFirst, ofSecond);
        var ranges = 4L * width * (inputs + ofFirst.Variables + ofSecond.Variables);
        Print($"inputs {inputs:N0}, pairs {counted.Joint.Pairs:N0} (a {parts[0].Table.Pairs:N0}, b {parts[1].Table.Pairs:N0}), context values {ofFirst.Variables:N0} and {ofSecond.Variables:N0}, width {width}, threads {threads}, single precision, {joint.Structure}");
        Print($"| | parts | mix | mix ÷ parts |");
        Print($"|---|---|---|---|");
        Print($"| operator, MB | {(firstBytes + secondBytes) / 1e6:F1} | {mixedBytes / 1e6:F1} | {(double)mixedBytes / (firstBytes + secondBytes):F2} |");
        Print($"| blocks between the factors, MB | – | {scratchBytes / 1e6:F1} ({(double)scratchBytes / ranges:F2} of one block over inputs and context values) | |");
        Print($"| B · block, ms | {sum:F1} | {apply:F1} | {ratio:F2} |");
        Print($"| Bᵀ · block, ms | {sumAdjoint:F1} | {adjoint:F1} | {ratioAdjoint:F2} |");
        return 0;
    }

    /// <summary>Medians in milliseconds, and those of the ratios within a round, which runs everything once, in turn. The mix takes a there, a back and there, and b.</summary>
    private static (double Apply, double Adjoint, double Sum, double SumAdjoint, double Ratio, double RatioAdjoint) Times(Blocks mixed, Blocks first, Blocks second)
    {
        var times = new double[4, Rounds];
        for (var round = -3; round < Rounds; round++)
        {
            double[] taken = [Time(mixed.Apply), Time(mixed.Adjoint), Time(() => { first.Apply(); second.Apply(); first.Adjoint(); first.Apply(); }), Time(() => { first.Adjoint(); first.Adjoint(); first.Apply(); second.Adjoint(); })];
            for (var i = 0; round >= 0 && i < 4; i++) times[i, round] = taken[i];
        }
        double Median(Func<int, double> of) => Enumerable.Range(0, Rounds).Select(of).Order().ElementAt(Rounds / 2);
        return (Median(i => times[0, i]), Median(i => times[1, i]), Median(i => times[2, i]), Median(i => times[3, i]), Median(i => times[0, i] / times[2, i]), Median(i => times[1, i] / times[3, i]));
    }

    private static double Time(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalMilliseconds;
    }

    /// <summary>What is made, and the bytes that it holds.</summary>
    private static (T Made, long Bytes) Held<T>(Func<T> make)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var made = make();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(made);
        return (made, after - before);
    }

    /// <summary>A part as it is where nothing is mixed.</summary>
    private static SparseOperator<float> Alone(AssociatedContext<int> counted, int part, int threads)
    {
        var own = counted.Joint.Parts[part];
        var joint = new JointDistribution(counted.Joint.InputMarginal, [new JointPart(1, own.Table, own.RowSums, own.VariableMarginal, own.HasUnseen)]);
        return new(Normalisation.Factors<float>(joint), Components.Of(joint), threads);
    }

    private static HashAlphabet<int, DefaultKeys<int>> Numbered(int count)
    {
        var alphabet = new HashAlphabet<int, DefaultKeys<int>>();
        for (var i = 0; i < count; i++) alphabet.Number(i);
        return alphabet;
    }

    /// <summary>Every input with about so many values, popular ones more often, half of them of its own taste.</summary>
    private static ObservedPart<int> Part(Alphabet<int> inputs, int variables, int values, int seed)
    {
        var random = new Random(seed);
        var (offsets, columns, weights) = (new int[inputs.Count + 1], new List<int>(), new List<double>());
        for (var x = 0; x < inputs.Count; x++)
        {
            var seen = new SortedSet<int> { x % variables };
            for (var i = 1; i < values; i++) seen.Add((int)((random.Next(2) == 0 ? random.NextDouble() : (x % 20 + Math.Pow(random.NextDouble(), 3)) / 20) * variables));
            columns.AddRange(seen);
            weights.AddRange(seen.Select(_ => 1 + random.NextDouble()));
            offsets[x + 1] = columns.Count;
        }
        return new ObservedPart<int, int>(inputs, Numbered(variables), new(inputs.Count, variables, offsets, [.. columns], [.. weights]), new() { Rows = columns.Count, Events = columns.Count });
    }

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    /// <summary>An operator with blocks to multiply.</summary>
    private sealed class Blocks
    {
        private readonly DeflatedOperator<float> matrix;
        private readonly Block<float> inputs;
        private readonly Block<float> variables;

        public Blocks(DeflatedOperator<float> matrix, int width)
        {
            this.matrix = matrix;
            (inputs, variables) = (new(matrix.Inputs, width), new(matrix.Variables, width));
            var random = new Random(1);
            for (var i = 0; i < inputs.Values.Length; i++) inputs.Values[i] = random.NextSingle();
            for (var i = 0; i < variables.Values.Length; i++) variables.Values[i] = random.NextSingle();
        }

        public int Variables => matrix.Variables;

        public void Apply() => matrix.Apply(variables, inputs, default);

        public void Adjoint() => matrix.ApplyAdjoint(inputs, variables, default);

        public Blocks Both()
        {
            Apply();
            Adjoint();
            return this;
        }
    }
}
