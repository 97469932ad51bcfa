using System.Globalization;

namespace ContextureDsl;

/// <summary>
/// How a numeric context value is coarsened, so that values are seen again: a number seen once makes its input a component of its own, s = 1, which teaches nothing.
/// </summary>
/// <remarks>Edges that are learnt belong to what was learnt: new rows are read against them, never against their own. Values beyond the outermost edges fall into the outermost buckets.</remarks>
public sealed class Buckets
{
    private const int Most = 1 << 20;

    private readonly string text;

    private Buckets(string text, int count, double[]? edges, bool byRank)
    {
        this.text = text;
        Count = count;
        Edges = edges;
        ByRank = byRank;
    }

    /// <summary>At most how many buckets there are; learnt edges that fall together make them fewer.</summary>
    public int Count { get; }

    /// <summary>The declared edges; null where they are learnt.</summary>
    internal double[]? Edges { get; }

    /// <summary>Whether learnt edges are quantiles.</summary>
    internal bool ByRank { get; }

    /// <summary>Buckets of the same width between the smallest and the largest number of the rows.</summary>
    /// <exception cref="DeclarationException">Fewer than two buckets, or more than 2²⁰.</exception>
    public static Buckets EqualWidth([InRange(2, Most)] int count) => new(FormattableString.Invariant($"equal width, {Checked(count, nameof(EqualWidth))}"), count, null, byRank: false);

    /// <summary>
    /// Buckets with the same weight of rows, as far as ties allow: edge i is the least number with at least i/count of the weight below it. Edges that fall together are one.
    /// </summary>
    /// <exception cref="DeclarationException">Fewer than two buckets, or more than 2²⁰.</exception>
    public static Buckets Quantile([InRange(2, Most)] int count) => new(FormattableString.Invariant($"quantile, {Checked(count, nameof(Quantile))}"), count, null, byRank: true);

    /// <summary>Buckets between the given edges: below the first, between two, from the last on.</summary>
    /// <param name="edges">Finite and strictly ascending; at least one.</param>
    /// <exception cref="DeclarationException">No edge; an edge is not finite; the edges do not ascend.</exception>
    public static Buckets At(params ReadOnlySpan<double> edges)
    {
        if (edges.IsEmpty) throw new DeclarationException("Buckets.At() has no edge, so there is one bucket that says nothing. Give at least one edge.");
        for (var i = 0; i < edges.Length; i++)
        {
            if (!double.IsFinite(edges[i])) throw new DeclarationException(FormattableString.Invariant($"Edge {i + 1} of Buckets.At is {edges[i]}. Edges are finite; what lies beyond the outermost ones has buckets anyway. Leave it out."));
            if (i > 0 && !(edges[i] > edges[i - 1])) throw new DeclarationException(FormattableString.Invariant($"Edge {i + 1} of Buckets.At is {edges[i]} and follows {edges[i - 1]}. Edges ascend. Sort them and leave repeated ones out."));
        }
        var kept = edges.ToArray();
        return new("at " + string.Join(", ", kept.Select(edge => edge.ToString("R", CultureInfo.InvariantCulture))), kept.Length + 1, kept, byRank: false);
    }

    /// <summary>For instance "quantile, 10" or "at 0, 1.5".</summary>
    public override string ToString() => text;

    private static int Checked(int count, string what) => count is >= 2 and <= Most
        ? count
        : throw new DeclarationException(FormattableString.Invariant($"Buckets.{what}({count}). A number falls into one of 2 to {Most} buckets. Ask for that many."));
}
