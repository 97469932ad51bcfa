using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ContextureDsl.Compiler.Equality;
using ContextureDsl.Compiler.Model;
using ContextureDsl.Mixing;

namespace ContextureDsl.Generators.Planning;

/// <summary>Simplifies the mix by the rules that the library follows, and says in words and formulas what came of it.</summary>
/// <remarks>Weights that are known only at run time get arbitrary numbers, twice: what both simplifications agree in is known.</remarks>
internal static class SimplifyMixPass
{
    private static readonly double Golden = (Math.Sqrt(5) - 1) / 2;
    private static readonly double Silver = Math.Sqrt(2) - 1;

    /// <summary>The mix; null where the whole was not read.</summary>
    public static MixPlan? Run(DeclarationModel declaration, IReadOnlyList<PartPlan> parts)
    {
        if (declaration.Tree is not { } tree) return null;
        var mixes = tree is ConcatenationModel concatenation ? [.. concatenation.Parts] : new[] { tree };
        var names = parts.Select(part => part.Local.TrimStart('@')).ToList();
        var reader = new TermReader(Golden);
        var read = mixes.Select(reader.Read).ToList();
        var twins = mixes.Select(new TermReader(Silver).Read).ToList();
        var writer = new FormulaWriter(names, reader.Walks);
        var rewrites = new List<string>();
        var identities = KnownLawPass.Identities(declaration);
        var terms = Simplified(read, identities, rewrites);
        var formulas = terms.Zip(Simplified(twins, identities, []), writer.Write).ToList();
        var expected = KnownLawPass.Reflexive(declaration);
        var emitted = Simplified(read, expected, []);
        var emittedFormula = writer.Write(emitted[0], Simplified(twins, expected, [])[0]);
        return new(EquatableArray.Of(formulas), EquatableArray.Of(rewrites), EquatableArray.Of(Remarks(declaration, tree, terms, names, writer.UnknownWeights)))
        {
            IsPlain = IsPlain(tree),
            Term = emitted.Count == 1 ? emitted[0] : null,
            TermFormula = emittedFormula,
        };
    }

    private static List<MixTerm> Simplified(IReadOnlyList<MixTerm> mixes, IReadOnlyList<int> identities, List<string> rewrites)
    {
        var terms = new List<MixTerm>();
        foreach (var mix in mixes)
        {
            terms.Add(MixAlgebra.Simplify(mix, [.. identities], out var done));
            rewrites.AddRange(done.Where(rewrite => !rewrites.Contains(rewrite)));
        }
        return terms;
    }

    private static IEnumerable<string> Remarks(DeclarationModel declaration, ContextModel tree, IReadOnlyList<MixTerm> terms, IReadOnlyList<string> names, int unknownWeights)
    {
        var identities = KnownLawPass.Identities(declaration);
        foreach (var part in KnownLawPass.Reflexive(declaration))
            yield return identities.Contains(part)
                ? $"{names[part]} shows every input with itself: {names[part]} {names[part]}* = I"
                : $"{names[part]} shows the inputs that it has with themselves: {names[part]} {names[part]}* = I where it has every input of the mix, which the counts tell";
        foreach (var part in KnownLawPass.Independent(declaration))
            if (terms.Any(term => IsGoneThrough(term, part))) yield return $"{names[part]} shows every input with the same value: a convolution with it has the spectrum 0";
        if (unknownWeights == 0) yield break;
        var weights = string.Join(", ", Enumerable.Range(1, unknownWeights).Select(number => "w" + number.ToString(CultureInfo.InvariantCulture)));
        var written = Combinations(tree).Where(combination => !TermReader.IsKnown(combination)).Select(Written).Distinct();
        yield return $"{weights}: {string.Join("; ", written)}";
    }

    private static IEnumerable<ContextModel> Combinations(ContextModel node) => node.Children.SelectMany(Combinations).Concat(node is ConvexModel or AverageModel ? [node] : []);

    private static string Written(ContextModel combination) => combination switch
    {
        ConvexModel { IsLearnt: true } => "learnt by the min-max rule",
        ConvexModel convex => Written(convex.Parts),
        AverageModel average => Written(average.Parts),
        _ => "",
    };

    private static string Written(IEnumerable<WeighedModel> parts) => string.Join(", ", parts.Select(part => part.WeightText)) + " (as written; the numbers come from the tree)";

    private static bool IsGoneThrough(MixTerm term, int part) => term switch
    {
        ChainTerm chain => chain.Children.Any(child => child is PartTerm own && own.Part == part) || chain.Children.Any(child => IsGoneThrough(child, part)),
        _ => term.Children.Any(child => IsGoneThrough(child, part)),
    };

    /// <summary>Whether the operator is a sum over the parts. The library lists a leaf that stands in it twice once, with both shares.</summary>
    private static bool IsPlain(ContextModel context) => context switch
    {
        LeafModel => true,
        WalkModel { Context: LeafModel or WalkModel } walk => IsPlain(walk.Context),
        ConvexModel { IsLearnt: false } convex => convex.Children.All(IsPlain),
        _ => false,
    };
}
