using System.Collections.Generic;
using System.Linq;
using ContextureDsl.Generators.Planning;

namespace ContextureDsl.Generators.Emitting;

/// <summary>Writes Learn and LearnAsync: the inherited signatures with the user's names, handing the emitted plan to the base class.</summary>
public sealed class LearnWriter
{
    private readonly EmissionPlan plan;
    private readonly string options;
    private readonly string progress;
    private readonly string cancellationToken;

    /// <summary>Names the three optional parameters around the sources' names.</summary>
    public LearnWriter(EmissionPlan plan)
    {
        this.plan = plan;
        var names = new NameTable([.. plan.Sources.Select(source => source.Parameter.TrimStart('@'))]);
        options = names.Take("options");
        progress = names.Take("progress");
        cancellationToken = names.Take("cancellationToken");
    }

    /// <summary>The overrides of a class with Define.</summary>
    public void WriteOverrides(SourceWriter writer)
    {
        foreach (var asynchronous in Both)
        {
            WriteHead(writer, "override", asynchronous, "/// <inheritdoc/>");
            writer.Deeper($"{(asynchronous ? "LearnWithAsync" : "LearnWith")}(new {plan.PlanName}(), {Arguments()});").Blank();
        }
    }

    /// <summary>The static methods of a record in attribute form.</summary>
    public void WriteStatics(SourceWriter writer)
    {
        foreach (var asynchronous in Both)
        {
            WriteHead(writer, "static", asynchronous, asynchronous
                ? "/// <summary>The same as <c>Learn</c> from rows that arrive asynchronously.</summary>"
                : "/// <summary>Counts the rows and decomposes what is counted; see <see cref=\"Contexture\"/>.</summary>");
            writer.Deeper($"new Contexture().{Method(asynchronous)}({Arguments()});").Blank();
        }
    }

    private static readonly bool[] Both = [false, true];

    private static string Method(bool asynchronous) => asynchronous ? "LearnAsync" : "Learn";

    private string Arguments() => string.Join(", ", plan.Sources.Select(source => source.Parameter).Concat([options, progress, cancellationToken]));

    private void WriteHead(SourceWriter writer, string modifier, bool asynchronous, string summary)
    {
        var rows = asynchronous ? "global::System.Collections.Generic.IAsyncEnumerable" : "global::System.Collections.Generic.IEnumerable";
        var result = asynchronous ? $"global::System.Threading.Tasks.Task<{plan.Learned}>" : plan.Learned;
        writer.Write(summary).Write(Code.Generated).Write($"public {modifier} {result} {Method(asynchronous)}(");
        var parameters = new List<string>(plan.Sources.Select(source => $"{rows}<{source.Row}> {source.Parameter}"))
        {
            $"global::ContextureDsl.LearnOptions? {options} = null",
            $"global::System.IProgress<global::ContextureDsl.LearnProgress>? {progress} = null",
            $"global::System.Threading.CancellationToken {cancellationToken} = default",
        };
        writer.Deeper(string.Join(",\n", parameters) + ") =>");
    }
}
