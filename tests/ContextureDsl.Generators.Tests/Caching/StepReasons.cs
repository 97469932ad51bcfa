using ContextureDsl.Generators.Tests.Driver;
using Microsoft.CodeAnalysis;

namespace ContextureDsl.Generators.Tests.Caching;

/// <summary>Why each output of a pipeline step is what it is, in one run: "Cached", "Unchanged", "Modified", "New" or "Removed", in the order of the outputs.</summary>
internal static class StepReasons
{
    /// <summary>The steps of the pipeline in order, and the writing of files last.</summary>
    public static IReadOnlyList<string> Steps { get; } =
        [TrackingNames.Readings, TrackingNames.Declarations, TrackingNames.Plans, TrackingNames.Names, TrackingNames.CrowdedNames, TrackingNames.Files];

    public static string Of(Generation generation, string step) =>
        generation.Result.TrackedSteps.TryGetValue(step, out var runs) ? Join(runs) : "";

    public static string OfOutput(Generation generation) => Join(generation.Result.TrackedOutputSteps.SelectMany(step => step.Value));

    private static string Join(IEnumerable<IncrementalGeneratorRunStep> runs) =>
        string.Join(" ", runs.SelectMany(run => run.Outputs).Select(output => output.Reason));
}
