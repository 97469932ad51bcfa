using ContextureDsl.Mixing;

namespace ContextureDsl.Tests.Mixing;

/// <summary>A mix that a test makes up: reads as a declaration, as an expression over parts, and as a dense law.</summary>
internal abstract record MixNode
{
    /// <summary>The parts in it, each with its share of P_X: the product of the weights on the way; what has no weights counts equally.</summary>
    public abstract IEnumerable<(int Part, double Share)> Shares();

    /// <summary>The same in dense numbers.</summary>
    /// <param name="laws">The law of every part.</param>
    public abstract DenseLaw Dense(IReadOnlyList<DenseLaw> laws);

    /// <summary>The same as the library's expression.</summary>
    /// <param name="walks">Receives the laws of the walks.</param>
    public abstract MixTerm Term(List<WalkLaw> walks);

    /// <summary>The same as a declaration.</summary>
    /// <param name="parts">The contexts.</param>
    public abstract Context<int> Declared(IReadOnlyList<Context<int, int>> parts);

    internal sealed record Part(int Number) : MixNode
    {
        public override IEnumerable<(int Part, double Share)> Shares() => [(Number, 1)];

        public override DenseLaw Dense(IReadOnlyList<DenseLaw> laws) => laws[Number];

        public override MixTerm Term(List<WalkLaw> walks) => new PartTerm(Number);

        public override Context<int> Declared(IReadOnlyList<Context<int, int>> parts) => parts[Number];

        public override string ToString() => $"#{Number}";
    }

    internal sealed record Convex(params (double Weight, MixNode Node)[] Parts) : MixNode
    {
        public override IEnumerable<(int Part, double Share)> Shares() => SharesOf(Parts);

        public override DenseLaw Dense(IReadOnlyList<DenseLaw> laws) => DenseLaw.Convex([.. Normalised(Parts).Select(part => (part.Share, part.Node.Dense(laws)))]);

        public override MixTerm Term(List<WalkLaw> walks) => new ConvexTerm([.. Normalised(Parts).Select(part => new WeighedTerm(part.Share, part.Node.Term(walks)))]);

        public override Context<int> Declared(IReadOnlyList<Context<int, int>> parts) => Mix.Convex<int>([.. Parts.Select(part => (part.Weight, part.Node.Declared(parts)))]);

        public override string ToString() => Written("convex", Parts);
    }

    internal sealed record Average(params (double Weight, MixNode Node)[] Parts) : MixNode
    {
        public override IEnumerable<(int Part, double Share)> Shares() => SharesOf(Parts);

        public override DenseLaw Dense(IReadOnlyList<DenseLaw> laws) => DenseLaw.Average([.. Normalised(Parts).Select(part => (part.Share, part.Node.Dense(laws)))]);

        public override MixTerm Term(List<WalkLaw> walks) => new AverageTerm([.. Normalised(Parts).Select(part => new WeighedTerm(part.Share, part.Node.Term(walks)))]);

        public override Context<int> Declared(IReadOnlyList<Context<int, int>> parts)
        {
            var declared = Parts.Select(part => (part.Weight, Context: part.Node.Declared(parts))).ToArray();
            return declared[0].Context is Context<int, int>
                ? Mix.Average<int, int>([.. declared.Select(part => (part.Weight, (Context<int, int>)part.Context))])
                : Mix.Average<int, (int, int)>([.. declared.Select(part => (part.Weight, (Context<int, (int, int)>)part.Context))]);
        }

        public override string ToString() => Written("average", Parts);
    }

    internal sealed record Convolved(MixNode First, MixNode? Second, MixNode Last) : MixNode
    {
        private IEnumerable<MixNode> Factors => Second is null ? [First, Last] : [First, Second, Last];

        public override IEnumerable<(int Part, double Share)> Shares() => SharesOf([.. Factors.Select(factor => (1.0, factor))]);

        public override DenseLaw Dense(IReadOnlyList<DenseLaw> laws)
        {
            var last = Last.Dense(laws);
            return First.Dense(laws).Then(Second is null ? last : Second.Dense(laws).Then(last));
        }

        public override MixTerm Term(List<WalkLaw> walks) => new ChainTerm([.. Factors.SkipLast(1).Select(factor => factor.Term(walks))], Last.Term(walks));

        public override Context<int> Declared(IReadOnlyList<Context<int, int>> parts)
        {
            var (first, second) = (First.Declared(parts), Second?.Declared(parts));
            return Last.Declared(parts) switch
            {
                Context<int, int> last => second is null ? Mix.Convolve(first, then: last) : Mix.Convolve(first, second, then: last),
                Context<int, (int, int)> last => second is null ? Mix.Convolve(first, then: last) : Mix.Convolve(first, second, then: last),
                var last => second is null ? Mix.Convolve(first, then: last) : Mix.Convolve(first, second, then: last),
            };
        }

        public override string ToString() => $"convolve({string.Join(", ", Factors)})";
    }

    internal sealed record Smoothed(MixNode Node) : MixNode
    {
        public override IEnumerable<(int Part, double Share)> Shares() => Node.Shares();

        public override DenseLaw Dense(IReadOnlyList<DenseLaw> laws) => Node.Dense(laws).Smooth();

        public override MixTerm Term(List<WalkLaw> walks) => new ChainTerm([Node.Term(walks)], null);

        public override Context<int> Declared(IReadOnlyList<Context<int, int>> parts) => Node.Declared(parts).Smooth();

        public override string ToString() => $"smooth({Node})";
    }

    internal sealed record Joint(MixNode First, MixNode Second) : MixNode
    {
        public override IEnumerable<(int Part, double Share)> Shares() => SharesOf((1, First), (1, Second));

        public override DenseLaw Dense(IReadOnlyList<DenseLaw> laws) => First.Dense(laws).With(Second.Dense(laws));

        public override MixTerm Term(List<WalkLaw> walks) => new JointTerm(0, First.Term(walks), Second.Term(walks));

        public override Context<int> Declared(IReadOnlyList<Context<int, int>> parts) => (First.Declared(parts), Second.Declared(parts)) switch
        {
            (Context<int, int> first, Context<int, int> second) => Mix.Joint(first, second),
            (Context<int, (int, int)> first, Context<int, int> second) => Mix.Joint(first, second),
            (Context<int, int> first, Context<int, (int, int)> second) => Mix.Joint(first, second),
            var (first, second) => throw new InvalidOperationException($"{first}, {second}"),
        };

        public override string ToString() => $"joint({First}, {Second})";
    }

    internal sealed record Walked(MixNode Step, WalkLaw Law) : MixNode
    {
        public override IEnumerable<(int Part, double Share)> Shares() => Step.Shares();

        public override DenseLaw Dense(IReadOnlyList<DenseLaw> laws) => Step.Dense(laws).Walk(Law.Probabilities);

        public override MixTerm Term(List<WalkLaw> walks)
        {
            walks.Add(Law);
            return new WalkTerm(walks.Count - 1, Step.Term(walks));
        }

        public override Context<int> Declared(IReadOnlyList<Context<int, int>> parts)
        {
            var step = (Context<int, int>)Step.Declared(parts);
            var said = Law.ToString().Split(' ');
            var number = double.Parse(said[2], System.Globalization.CultureInfo.InvariantCulture);
            return said[0] switch { "lazy," => step.Lazy(number), "steps," => step.Steps((int)number), _ => step.Heat(number) };
        }

        public override string ToString() => $"walk[{Law}]({Step})";
    }

    private static IEnumerable<(double Share, MixNode Node)> Normalised((double Weight, MixNode Node)[] parts)
    {
        var total = parts.Sum(part => part.Weight);
        return parts.Where(part => part.Weight > 0).Select(part => (part.Weight / total, part.Node));
    }

    private static IEnumerable<(int Part, double Share)> SharesOf(params (double Weight, MixNode Node)[] parts) =>
        Normalised(parts).SelectMany(part => part.Node.Shares().Select(own => (own.Part, own.Share * part.Share))).GroupBy(own => own.Part).Select(own => (own.Key, own.Sum(one => one.Item2)));

    private static string Written(string name, (double Weight, MixNode Node)[] parts) => FormattableString.Invariant($"{name}({string.Join(", ", parts.Select(part => FormattableString.Invariant($"{part.Weight:R} {part.Node}")))})");
}
