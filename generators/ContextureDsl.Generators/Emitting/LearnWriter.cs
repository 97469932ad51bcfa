using System.Linq;
using ContextureDsl.Generators.Planning;

namespace ContextureDsl.Generators.Emitting;

/// <summary>Writes Learn and LearnAsync with the names that the user gave the sources: as overrides in a class, as static methods in a record.</summary>
public sealed class LearnWriter
{
    private static readonly bool[] Both = [false, true];

    private readonly EmissionPlan plan;
    private readonly string options;
    private readonly string progress;
    private readonly string cancellationToken;

    /// <summary>Names the three optional parameters around the sources' names.</summary>
    public LearnWriter(EmissionPlan plan)
    {
        this.plan = plan;
        options = Beside("options");
        progress = Beside("progress");
        cancellationToken = Beside("cancellationToken");
    }

    /// <summary>The overrides of a class with Define: nothing new but the names of the sources.</summary>
    public void WriteOverrides(SourceWriter writer)
    {
        foreach (var asynchronous in Both) Write(writer, asynchronous, "override", "base", "<inheritdoc/>");
    }

    /// <summary>The static methods of a record in attribute form.</summary>
    public void WriteStatics(SourceWriter writer)
    {
        Write(writer, false, "static", "new Contexture()", "<summary>Counts the rows and decomposes what was counted, as <see cref=\"Contexture\"/> declares it.</summary>");
        Write(writer, true, "static", "new Contexture()", "<summary>The same from rows that arrive asynchronously.</summary>");
    }

    /// <summary>The usual name, unless a source has it.</summary>
    private string Beside(string name)
    {
        while (plan.Sources.Any(source => source.Parameter.TrimStart('@') == name)) name = "learn" + NameTable.Pascal(name);
        return name;
    }

    /// <summary>Nothing where the user has written a method of this name.</summary>
    private void Write(SourceWriter writer, bool asynchronous, string modifier, string target, string documentation)
    {
        var method = asynchronous ? "LearnAsync" : "Learn";
        if (plan.Declaration.TakenNames.Contains(method)) return;
        var rows = asynchronous ? "global::System.Collections.Generic.IAsyncEnumerable" : "global::System.Collections.Generic.IEnumerable";
        var result = asynchronous ? $"global::System.Threading.Tasks.Task<{plan.Learned}>" : plan.Learned;
        var parameters = plan.Sources.Select(source => $"{rows}<{source.Row}> {source.Parameter}").Concat([
            $"global::ContextureDsl.LearnOptions? {options} = null",
            $"global::System.IProgress<global::ContextureDsl.LearnProgress>? {progress} = null",
            $"global::System.Threading.CancellationToken {cancellationToken} = default",
        ]);
        var arguments = plan.Sources.Select(source => source.Parameter).Concat([options, progress, cancellationToken]);
        writer.Blank().Write("/// " + documentation).Write(Code.Generated);
        writer.Write($"{plan.Declaration.Access} {modifier} {result} {method}(");
        writer.Deeper(string.Join(",\n", parameters) + ") =>");
        writer.Deeper($"{target}.{method}({string.Join(", ", arguments)});");
    }
}
