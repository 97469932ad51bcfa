using System.Collections.Generic;
using System.Linq;
using ContextureDsl.Compiler.Equality;
using ContextureDsl.Mixing;

namespace ContextureDsl.Generators.Planning;

/// <summary>
/// Decides whether the operator of a mix is emitted. It is, where every step is a product with a part: convolutions, and tagged mixes whose weights go into the numbers of their parts. Untagged mixes
/// and walks have columns that only the counts tell, and a part that gives columns twice has a weight for each, so these are left to the library.
/// </summary>
internal static class MixedOperatorPass
{
    /// <summary>What the operator has anyway, and what it calls by a simple name.</summary>
    private static readonly string[] Members =
    [
        "Width", "Forward", "Backward", "Gather", "Row", "At", "Fits", "Rows", "Columns", "VariablesOf", "InputBlock", "VariableBlock", "ForRows", "Mixed", "Scales", "Work", "Inputs", "Variables", "Threads", "Products", "Components",
        "Constants", "Apply", "ApplyAdjoint", "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone", "Vector256", "Unsafe", "MemoryMarshal", "MethodImplOptions", "SparseRows", "Block",
    ];

    /// <summary>The operator; null where the library's own is used.</summary>
    public static MixedOperatorPlan? Run(MixPlan? mix, IReadOnlyList<PartPlan> parts)
    {
        if (mix is null or { IsPlain: true } || mix.Term is not { } declared) return null;
        var seenAtOnce = new List<JointTerm>();
        var term = WrittenDown(declared, parts.Count, seenAtOnce);
        if (WhyNot(term, term) is not null) return null;
        var constants = new NameTable([.. Members]);
        var locals = new NameTable("variables", "inputs");
        var named = term.Parts().OrderBy(part => part).Select(part => Named(part, part < parts.Count ? parts[part].Model.Name : NameOf(seenAtOnce[part - parts.Count], parts), constants, locals));
        return new(term.Structure, EquatableArray.Of(named)) { Term = term };
    }

    /// <summary>Why the library's own operator is used, as the end of a sentence; empty where it is not.</summary>
    public static string WhyNot(MixPlan? mix, IReadOnlyList<PartPlan> parts)
    {
        if (mix is null or { IsPlain: true }) return "";
        if (mix.Term is not { } declared) return "several encoders are learnt one after another and put side by side";
        var term = WrittenDown(declared, parts.Count, []);
        return WhyNot(term, term) ?? "";
    }

    private static MixedPartPlan Named(int part, string name, NameTable constants, NameTable locals) => new(part, constants.Take(name), locals.TakeLocal(name));

    private static string NameOf(MixTerm term, IReadOnlyList<PartPlan> parts) => string.Join("And", term.Parts().Where(part => part < parts.Count).Select(part => parts[part].Model.Name).DefaultIfEmpty("Both"));

    /// <summary>Makes contexts that are seen at once parts, from the inside out, as the library does.</summary>
    private static MixTerm WrittenDown(MixTerm term, int declared, List<JointTerm> seenAtOnce)
    {
        var children = term.Children.Select(child => WrittenDown(child, declared, seenAtOnce)).ToArray();
        var rewritten = children.Length == 0 ? term : term.With(children);
        if (rewritten is not JointTerm both) return rewritten;
        if (!seenAtOnce.Contains(both)) seenAtOnce.Add(both);
        return new PartTerm(declared + seenAtOnce.IndexOf(both));
    }

    private static string? WhyNot(MixTerm root, MixTerm term) => term switch
    {
        AverageTerm => "which context values the parts of an untagged mix share is known only with the counts",
        WalkTerm => "how far a walk on a mix goes is known only with the tree",
        ChainTerm { Last: null } chain when chain.IsIdentity || !ReferenceEquals(chain, root) => "a context variable that is an input stands beside others",
        ConvexTerm convex when !convex.Children.All(child => WeightFolding.IsPossible(root, child)) => "a part gives columns in several places, with a weight in each, which the tree says",
        _ => term.Children.Select(child => WhyNot(root, child)).FirstOrDefault(reason => reason is not null),
    };
}
