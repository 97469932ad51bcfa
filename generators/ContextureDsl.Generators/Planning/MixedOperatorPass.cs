using System;
using System.Collections.Generic;
using System.Linq;
using ContextureDsl.Compiler.Equality;
using ContextureDsl.Mixing;

namespace ContextureDsl.Generators.Planning;

/// <summary>
/// Decides whether the operator of a mix is emitted. It is, where every step is a product with a part, a weight that is multiplied, or a choice among context values that parts share. How often a walk on a
/// mix steps is a number of the real tree, and what is emitted has one statement for every step, so walks are left to the library.
/// </summary>
internal static class MixedOperatorPass
{
    /// <summary>What the operator has anyway, and what it calls by a simple name.</summary>
    private static readonly string[] Members =
    [
        "Width", "Forward", "Backward", "Gather", "Row", "At", "Fits", "Rows", "Columns", "Weigh", "Take", "Give", "SharedOf", "VariablesOf", "InputBlock", "VariableBlock", "Mixed", "Scales", "Work", "Inputs", "Variables", "Threads", "Products", "Components",
        "Constants", "Apply", "ApplyAdjoint", "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone", "Vector256", "Unsafe", "MemoryMarshal", "MethodImplOptions", "SparseRows", "Block",
    ];

    /// <summary>The operator; null where the library's own is used.</summary>
    public static MixedOperatorPlan? Run(MixPlan? mix, IReadOnlyList<PartPlan> parts)
    {
        if (mix is null or { IsPlain: true } || mix.Term is not { } declared) return null;
        var seenAtOnce = new List<JointTerm>();
        var term = WrittenDown(declared, parts.Count, seenAtOnce);
        if (WhyNot(term) is not null) return null;
        var constants = new NameTable([.. Members]);
        var locals = new NameTable("variables", "inputs");
        string PartName(int part) => part < parts.Count ? parts[part].Model.Name : NameOf(seenAtOnce[part - parts.Count], parts);
        var named = term.Parts().OrderBy(part => part).Select(part => Named(part, PartName(part), constants, locals)).ToList();
        var averages = term.All().OfType<AverageTerm>().Select((average, number) => Named(number, NameOf(average, PartName), constants, locals)).ToList();
        var weights = WeightFolding.Left(term).Select(part => constants.Take("WeightOf" + NameOf(part.Term, PartName)));
        return new(term.Structure, EquatableArray.Of(named), EquatableArray.Of(averages), EquatableArray.Of(weights)) { Term = term };
    }

    /// <summary>Why the library's own operator is used, as the end of a sentence; empty where it is not.</summary>
    public static string WhyNot(MixPlan? mix, IReadOnlyList<PartPlan> parts)
    {
        if (mix is null or { IsPlain: true }) return "";
        if (mix.Term is not { } declared) return "several encoders are learnt one after another and put side by side";
        var term = WrittenDown(declared, parts.Count, []);
        return WhyNot(term) ?? "";
    }

    private static MixedPartPlan Named(int part, string name, NameTable constants, NameTable locals) => new(part, constants.Take(name), locals.TakeLocal(name));

    private static string NameOf(MixTerm term, IReadOnlyList<PartPlan> parts) => string.Join("And", term.Parts().Where(part => part < parts.Count).Select(part => parts[part].Model.Name).DefaultIfEmpty("Both"));

    /// <summary>An expression as a name.</summary>
    private static string NameOf(MixTerm term, Func<int, string> partName) => term switch
    {
        PartTerm part => partName(part.Part),
        ChainTerm { Last: null } => string.Join("Then", term.Children.Select(child => NameOf(child, partName))) + "AndBack",
        _ => string.Join(term is AverageTerm ? "Or" : term is ConvexTerm ? "And" : "Then", term.Children.Select(child => NameOf(child, partName))),
    };

    /// <summary>Makes contexts that are seen at once parts, from the inside out, as the library does.</summary>
    private static MixTerm WrittenDown(MixTerm term, int declared, List<JointTerm> seenAtOnce)
    {
        var children = term.Children.Select(child => WrittenDown(child, declared, seenAtOnce)).ToArray();
        var rewritten = children.Length == 0 ? term : term.With(children);
        if (rewritten is not JointTerm both) return rewritten;
        if (!seenAtOnce.Contains(both)) seenAtOnce.Add(both);
        return new PartTerm(declared + seenAtOnce.IndexOf(both));
    }

    private static string? WhyNot(MixTerm term) => term switch
    {
        WalkTerm => "how far a walk on a mix goes is known only with the tree",
        ChainTerm { IsIdentity: true } => "nothing is left of a convolution but the input itself",
        _ => term.Children.Select(WhyNot).FirstOrDefault(reason => reason is not null),
    };
}
