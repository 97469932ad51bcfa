using System.Linq;
using ContextureDsl.Generators.Planning;

namespace ContextureDsl.Generators.Emitting;

/// <summary>Writes the loops that read a source into all its counters: over a span where the rows lie in memory, without a virtual call per row in any case.</summary>
public static class ReadWriter
{
    /// <summary>The choice of the loop by source.</summary>
    public static void WriteTryRead(SourceWriter writer, EmissionPlan plan)
    {
        writer.Write("public override bool TryRead(");
        writer.Deeper($"int source, object rows, global::ContextureDsl.Observation.PartCounter<{plan.Declaration.Input.Code}>[] counters, global::ContextureDsl.Observation.ReadScope scope)");
        using (writer.Block("{"))
        {
        }
    }
}
