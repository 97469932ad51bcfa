using System.Collections.Generic;
using System.Linq;
using ContextureDsl.Compiler.Equality;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Planning;

/// <summary>Gives each observed context its counter, its alphabets, and the sentence about what could not be inlined.</summary>
public static class PartPass
{
    /// <summary>The parts in the order of the declaration.</summary>
    public static EquatableArray<PartPlan> Run(DeclarationModel declaration, AlphabetPass alphabets)
    {
        // What the methods call their own that these names stand in.
        var locals = new NameTable("rows", "row", "array", "list", "scope", "counters", "source", "variables", "inputs", "first", "last", "x", "sum", "result");
        var counters = new NameTable("CreateCounter");
        var parts = new List<PartPlan>();
        // The class header names X: a selector may name the elements of a tuple differently, or see null where the header does not.
        foreach (var observed in declaration.Parts)
        {
            parts.Add(new()
            {
                Index = parts.Count,
                Observed = observed,
                Row = declaration.Sources.First(source => source.Ordinal == observed.Source).Row.Code,
                Counter = counters.Take(observed.Name + "Counter"),
                Local = locals.TakeLocal(observed.Name),
                Inputs = alphabets.Choose(observed.InputKey with { Type = declaration.Input }),
                Variables = alphabets.Choose(observed.VariableKey),
                Note = NoteOn(observed),
            });
        }
        return EquatableArray.Of(parts);
    }

    private static string? NoteOn(ObservedModel observed)
    {
        var delegated = observed.Filters.Select(filter => ("filter", filter))
            .Concat(new[] { ("weight", observed.Weight!), ("time", observed.Time!), ("input", observed.Input), ("context", observed.Variable) })
            .Where(selector => selector.Item2 is { Inlined: null })
            .Select(selector => $"{selector.Item1} by delegate ({selector.Item2.Delegated})")
            .ToList();
        return delegated.Count == 0 ? null : string.Join("; ", delegated);
    }
}
