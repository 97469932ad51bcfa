using System.Collections.Generic;
using System.Linq;
using ContextureDsl.Compiler.Equality;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Planning;

/// <summary>Gives each source its loop, and the loop all parts of the source: a source is read once however many parts it has.</summary>
public static class SourcePass
{
    /// <summary>The sources in the order of the parameters.</summary>
    public static EquatableArray<SourcePlan> Run(DeclarationModel declaration)
    {
        var names = new NameTable();
        var sources = new List<SourcePlan>();
        foreach (var source in declaration.Sources)
        {
            var parts = Enumerable.Range(0, declaration.Parts.Count).Where(part => declaration.Parts[part].Source == source.Ordinal);
            sources.Add(new(source.Ordinal, source.Name, source.Row.Code, names.Take("Read" + NameTable.Pascal(source.Name)), EquatableArray.Of(parts)));
        }
        return EquatableArray.Of(sources);
    }
}
