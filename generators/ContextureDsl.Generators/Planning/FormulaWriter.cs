using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ContextureDsl.Mixing;

namespace ContextureDsl.Generators.Planning;

/// <summary>Writes an expression as a formula over the operators of its parts: <c>cites</c> stands for (T f)(x) = E[f(a) | x] of that part, <c>cites*</c> for its adjoint.</summary>
internal sealed class FormulaWriter
{
    private readonly IReadOnlyList<string> names;
    private readonly IReadOnlyList<string> walks;
    private readonly Dictionary<WeighedTerm, string> weights = [];
    private readonly List<(double, double)> unknown = [];

    /// <param name="names">The names of the parts.</param>
    /// <param name="walks">The names of the walks that are taken on mixes.</param>
    public FormulaWriter(IReadOnlyList<string> names, IReadOnlyList<string> walks)
    {
        this.names = names;
        this.walks = walks;
    }

    /// <summary>How many weights are known only at run time: they are called w1, w2, …</summary>
    public int UnknownWeights => unknown.Count;

    /// <summary>T = …, or TT* = … where the parts that end in a context value are tagged.</summary>
    /// <param name="term">The expression.</param>
    /// <param name="other">The same one, simplified with other numbers for the weights that are unknown: a weight is known where both agree.</param>
    public string Write(MixTerm term, MixTerm other)
    {
        NameWeights(term, other);
        return Operator(term) is { } formula ? "T = " + formula : "TT* = " + Kernel(term);
    }

    private void NameWeights(MixTerm term, MixTerm other)
    {
        if (term is CombinationTerm combination && other is CombinationTerm twin)
            foreach (var (part, its) in combination.Parts.Zip(twin.Parts, (part, its) => (part, its))) weights[part] = Name(part.Weight, its.Weight);
        foreach (var (child, its) in term.Children.Zip(other.Children, (child, its) => (child, its))) NameWeights(child, its);
    }

    private string Name(double weight, double other)
    {
        if (weight == other) return weight.ToString("0.####", CultureInfo.InvariantCulture);
        if (!unknown.Contains((weight, other))) unknown.Add((weight, other));
        return "w" + (unknown.IndexOf((weight, other)) + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>T; null where it ends in a tagged mix, which has no formula but that of TT*.</summary>
    private string? Operator(MixTerm term) => term switch
    {
        PartTerm part => names[part.Part],
        AverageTerm average => Sum(average, part => Operator(part)!),
        ChainTerm { IsIdentity: true } => "I",
        ChainTerm { Last: null } chain => Product(chain.Through.Select(Kernel)),
        ChainTerm { Last: { } last } chain => Operator(last) is { } end ? Product([.. chain.Through.Select(Kernel), end]) : null,
        JointTerm joint => $"({Operator(joint.First)}, {Operator(joint.Second)})",
        WalkTerm walk => $"{walks[walk.Walk]}({Operator(walk.Step)})",
        _ => null,
    };

    /// <summary>TT*: there and back.</summary>
    private string Kernel(MixTerm term) => term switch
    {
        ConvexTerm convex => Sum(convex, Kernel),
        ChainTerm { Last: null, Through.Count: > 0 } chain => Product(chain.Through.Concat(chain.Through.Reverse()).Select(Kernel)),
        ChainTerm { Last: { } last } chain => Product([.. chain.Through.Select(Kernel), Kernel(last), .. chain.Through.Reverse().Select(Kernel)]),
        _ => There(term) + " " + There(term) + "*",
    };

    private string There(MixTerm term) => Factor(Operator(term)!);

    private string Sum(CombinationTerm combination, System.Func<MixTerm, string> write) =>
        string.Join(" + ", combination.Parts.Select(part => (weights[part] == "1" ? "" : weights[part] + " ") + Factor(write(part.Term))));

    private static string Product(IEnumerable<string> factors)
    {
        var list = factors.ToList();
        return list.Count == 1 ? list[0] : string.Join(" ", list.Select(Factor));
    }

    /// <summary>A sum in a product stands in parentheses.</summary>
    private static string Factor(string text) => IsSum(text) ? $"({text})" : text;

    private static bool IsSum(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(') depth++;
            if (text[i] == ')') depth--;
            if (depth == 0 && text[i] == '+') return true;
        }
        return false;
    }
}
