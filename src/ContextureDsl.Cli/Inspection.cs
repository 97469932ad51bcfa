using System.Diagnostics;
using ContextureDsl.Association;
using ContextureDsl.DuckDb;

namespace ContextureDsl.Cli;

/// <summary>A table, counted and decomposed.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Found">The sizes before anything was set aside as rare.</param>
/// <param name="Learned">What came out.</param>
/// <param name="Elapsed">Wall-clock time of all of it.</param>
internal sealed record Inspection(TableRequest Request, FoundSizes Found, Learned<string, string> Learned, TimeSpan Elapsed)
{
    /// <summary>Counts and decomposes.</summary>
    public static Inspection Run(TableRequest request, IProgress<LearnProgress>? progress, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var part = Table.Count(request.File, request.Columns, request.Counting, progress, cancellationToken);
        var components = Components.Of(JointBuilder.Build([1], [part]).Joint);
        var found = new FoundSizes(part.Table.Inputs, part.Table.Variables, part.Table.Pairs, components.Count, components.SingletonPairs);
        cancellationToken.ThrowIfCancellationRequested();
        var learned = CountedContexture.Learn(part, request.Columns.Variable, request.Learning, progress, cancellationToken);
        return new(request, found, learned, clock.Elapsed);
    }
}
