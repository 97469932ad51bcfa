namespace ContextureDsl.Conformance.Graphs;

/// <summary>Declarations that the generator compiles as a whole, over the rows of a random graph.</summary>
internal static partial class Graph
{
    [Contexture(Precision = Precision.Double, Tolerance = 1e-11, RarePairs = RarePairs.Keep)]
    internal sealed partial class Directed : Contexture<string, string>.From<Edge>
    {
        protected override Context<string, string> Define(Events<Edge> edges) => edges.Where(e => e.Weight >= 0).Neighbours(from: e => e.From, to: e => e.To).Weight(e => e.Weight);
    }

    [Contexture(Precision = Precision.Double, Tolerance = 1e-11, RarePairs = RarePairs.Keep)]
    internal sealed partial class Undirected(Duplicates duplicates, int least) : Contexture<string, string>.From<Edge>
    {
        protected override Context<string, string> Define(Events<Edge> edges) =>
            edges.Neighbours(e => e.From, e => e.To).Undirected().Duplicates(duplicates).MinimumCount(least, least);
    }

    [Contexture(Precision = Precision.Double, Tolerance = 1e-11, RarePairs = RarePairs.Keep)]
    internal sealed partial class Lazy(double stay) : Contexture<string, string>.From<Edge>
    {
        protected override Context<string, string> Define(Events<Edge> edges) => edges.Neighbours(e => e.From, e => e.To).Weight(e => e.Weight).Lazy(stay);
    }

    [Contexture(Precision = Precision.Double, Tolerance = 1e-11, RarePairs = RarePairs.Keep)]
    internal sealed partial class Stepwise(int count) : Contexture<string, string>.From<Edge>
    {
        protected override Context<string, string> Define(Events<Edge> edges) => edges.Neighbours(e => e.From, e => e.To).Weight(e => e.Weight).Undirected().Steps(count);
    }

    [Contexture(Precision = Precision.Double, Tolerance = 1e-11, RarePairs = RarePairs.Keep)]
    internal sealed partial class Warm(double time) : Contexture<string, string>.From<Edge>
    {
        protected override Context<string, string> Define(Events<Edge> edges) => edges.Neighbours(e => e.From, e => e.To).Heat(time);
    }

    /// <summary>Walks beside an ordinary part and beside one that has not seen all inputs.</summary>
    [Contexture(Precision = Precision.Double, Tolerance = 1e-11, RarePairs = RarePairs.Keep)]
    internal sealed partial class Mixed(double first, double second, double third) : Contexture<string>.From<Edge, Edge>
    {
        protected override Context<string> Define(Events<Edge> now, Events<Edge> before) => Mix.Convex(
            (first, now.Neighbours(e => e.From, e => e.To).Undirected().Lazy(0.3).Steps(3).Named("far")),
            (second, before.Neighbours(e => e.From, e => e.To).Undirected().Heat(0.7)),
            (third, before.Input(e => e.From).Context(e => e.To).Weight(e => e.Weight)));
    }
}
