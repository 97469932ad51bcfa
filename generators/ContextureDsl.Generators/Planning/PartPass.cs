using System.Collections.Generic;
using System.Linq;
using ContextureDsl.Compiler.Equality;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Planning;

/// <summary>Gives each part its counter, its alphabets or its reader, and the sentence about what could not be inlined.</summary>
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
        foreach (var part in declaration.Parts)
        {
            var row = declaration.Sources.First(source => source.Ordinal == part.Source).Row.Code;
            var local = locals.TakeLocal(part.Name);
            parts.Add(part is ObservedModel observed
                ? new ObservedPlan
                {
                    Index = parts.Count,
                    Observed = observed,
                    Row = row,
                    Counter = counters.Take(observed.Name + "Counter"),
                    Local = local,
                    Inputs = alphabets.Choose(observed.InputKey with { Type = declaration.Input }),
                    Variables = alphabets.Choose(observed.VariableKey),
                    Note = NoteOn(observed, ("time", observed.Time), ("input", observed.Input), ("context", observed.Variable)),
                }
                : Kind((KindModel)part, parts.Count, row, local, counters.Take(part.Name + "Reader"), declaration.Input.Code));
        }
        return EquatableArray.Of(parts);
    }

    private static KindPlan Kind(KindModel kind, int index, string row, string local, string reader, string input)
    {
        var types = $"{row}, {kind.First.Result.Code}, {kind.Second?.Result.Code ?? "global::ContextureDsl.Tree.None"}, {input}";
        return new()
        {
            Index = index,
            Kind = kind,
            Row = row,
            Counter = $"global::ContextureDsl.Observation.ReadingCounter<{types}, {reader}>",
            Local = local,
            Reader = reader,
            Types = types,
            Note = NoteOn(kind, ("first", kind.First), ("second", kind.Second)),
        };
    }

    private static string? NoteOn(PartModel part, params (string Role, SelectorModel? Selector)[] sides)
    {
        var delegated = part.Filters.Select(filter => ("filter", (SelectorModel?)filter))
            .Concat([("weight", part.Weight)])
            .Concat(sides)
            .Where(selector => selector.Item2 is { Inlined: null })
            .Select(selector => $"{selector.Item1} by delegate ({selector.Item2!.Delegated})")
            .ToList();
        return delegated.Count == 0 ? null : string.Join("; ", delegated);
    }
}
