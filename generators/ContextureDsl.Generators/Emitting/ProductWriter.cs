using System.Collections.Generic;
using System.Linq;
using ContextureDsl.Generators.Planning;
using ContextureDsl.Mixing;

namespace ContextureDsl.Generators.Emitting;

/// <summary>Writes B · variables and Bᵀ · inputs of a mix step by step: one statement for every product with a part, for a weight that is in the numbers of no part, and for what the parts of an untagged mix share. K = S Sᵀ of a factor is one product there and one back.</summary>
internal sealed class ProductWriter
{
    private readonly MixedOperatorPlan plan;
    private readonly List<AverageTerm> averages;
    private readonly List<WeighedTerm> weights;
    private readonly List<MixTerm> combinations;
    private readonly string width;
    private readonly List<string> declarations = [];
    private readonly List<string> steps = [];
    private readonly Dictionary<MixTerm, string> blocks = [];
    private readonly NameTable names;

    private ProductWriter(MixedOperatorPlan plan, string given)
    {
        this.plan = plan;
        width = given + ".Width";
        names = new(["variables", "inputs", .. plan.Parts.Select(part => part.Local), .. plan.Averages.Select(average => average.Local)]);
        averages = [.. plan.Term.All().OfType<AverageTerm>()];
        weights = [.. WeightFolding.Left(plan.Term)];
        combinations = [.. plan.Term.All().Where(term => term is CombinationTerm).Distinct()];
    }

    /// <summary>inputs = B · variables.</summary>
    public static IReadOnlyList<string> Forward(MixedOperatorPlan plan)
    {
        var writer = new ProductWriter(plan, "variables");
        writer.Forward(plan.Term, "variables", "0", "inputs", accumulate: false);
        return [.. writer.declarations, .. writer.steps];
    }

    /// <summary>variables = Bᵀ · inputs.</summary>
    public static IReadOnlyList<string> Backward(MixedOperatorPlan plan)
    {
        var writer = new ProductWriter(plan, "inputs");
        writer.Backward(plan.Term, "inputs", "variables", "0");
        return [.. writer.declarations, .. writer.steps];
    }

    private void Forward(MixTerm term, string from, string start, string to, bool accumulate)
    {
        switch (term)
        {
            case PartTerm part:
                steps.Add($"Rows({Named(part).Constant}, {from}, {start}, {to}, accumulate: {(accumulate ? "true" : "false")});");
                break;
            case ConvexTerm convex:
                foreach (var (part, own) in Columns(convex, start))
                {
                    ForwardWeighed(part, from, own, to, accumulate);
                    accumulate = true;
                }
                break;
            case AverageTerm average:
                for (var j = 0; j < average.Children.Count; j++)
                {
                    var own = Own(average.Children[j]);
                    steps.Add($"Take({Named(average).Constant}, {CSharpLiteral.Of(j)}, {from}, {start}, {own});");
                    Forward(average.Children[j], own, "0", to, accumulate || j > 0);
                }
                break;
            case ChainTerm chain:
                ForwardThrough(chain, from, start, to, accumulate);
                break;
        }
    }

    private void ForwardWeighed(WeighedTerm part, string from, string start, string to, bool accumulate)
    {
        if (weights.IndexOf(part) is >= 0 and var weight)
        {
            var own = Own(part.Term);
            steps.Add($"Weigh({plan.Weights[weight]}, {from}, {start}, {own});");
            (from, start) = (own, "0");
        }
        Forward(part.Term, from, start, to, accumulate);
    }

    /// <summary>From the last factor to the first.</summary>
    private void ForwardThrough(ChainTerm chain, string from, string start, string to, bool accumulate)
    {
        var here = from;
        if (chain.Last is { } last) Forward(last, from, start, here = Here(chain), accumulate: false);
        for (var i = chain.Through.Count - 1; i >= 0; i--)
        {
            var target = i == 0 ? to : Here(chain);
            ThereAndBack(chain.Through[i], here, target, accumulate && i == 0);
            here = target;
        }
    }

    private void Backward(MixTerm term, string from, string to, string start)
    {
        switch (term)
        {
            case PartTerm part:
                steps.Add($"Columns({Named(part).Constant}, {from}, {to}, {start}, accumulate: false);");
                break;
            case ConvexTerm convex:
                foreach (var (part, own) in Columns(convex, start)) BackwardWeighed(part, from, to, own);
                break;
            case AverageTerm average:
                for (var j = 0; j < average.Children.Count; j++)
                {
                    var own = Own(average.Children[j]);
                    Backward(average.Children[j], from, own, "0");
                    steps.Add($"Give({Named(average).Constant}, {CSharpLiteral.Of(j)}, {own}, {to}, {start}, accumulate: {(j > 0 ? "true" : "false")});");
                }
                break;
            case ChainTerm chain:
                for (var i = 0; i < chain.Through.Count; i++)
                {
                    var target = chain.Last is null && i == chain.Through.Count - 1 ? to : Here(chain);
                    ThereAndBack(chain.Through[i], from, target, accumulate: false);
                    from = target;
                }
                if (chain.Last is { } last) Backward(last, from, to, start);
                break;
        }
    }

    private void BackwardWeighed(WeighedTerm part, string from, string to, string start)
    {
        if (weights.IndexOf(part) is not (>= 0 and var weight))
        {
            Backward(part.Term, from, to, start);
            return;
        }
        var own = Own(part.Term);
        Backward(part.Term, from, own, "0");
        steps.Add($"Weigh({plan.Weights[weight]}, {own}, {to}, {start});");
    }

    private void ThereAndBack(MixTerm factor, string from, string to, bool accumulate)
    {
        var there = Own(factor);
        Backward(factor, from, there, "0");
        Forward(factor, there, "0", to, accumulate);
    }

    /// <summary>The parts of a tagged mix stand side by side.</summary>
    private IEnumerable<(WeighedTerm Part, string Start)> Columns(ConvexTerm convex, string start)
    {
        foreach (var part in convex.Parts)
        {
            yield return (part, start);
            start = (start == "0" ? "" : start + " + ") + Width(part.Term);
        }
    }

    private string Width(MixTerm term) => term switch
    {
        PartTerm part => $"VariablesOf({Named(part).Constant})",
        AverageTerm average => $"SharedOf({Named(average).Constant})",
        ConvexTerm convex => string.Join(" + ", convex.Children.Select(Width)),
        ChainTerm { Last: { } last } => Width(last),
        _ => "Inputs",
    };

    /// <summary>The inputs that a convolution has come to.</summary>
    private string Here(ChainTerm chain)
    {
        if (blocks.TryGetValue(chain, out var known)) return known;
        var count = blocks.Keys.OfType<ChainTerm>().Count();
        return Declared(chain, names.Take("here"), $"InputBlock({CSharpLiteral.Of(count)}, {width})");
    }

    /// <summary>
    /// The context values of a term that has them to itself: between there and back, and where a weight or a choice makes them. They are read right after they are written, by what stands last in the term,
    /// so that they lie where that has its own, and a term that comes again can have the same block.
    /// </summary>
    private string Own(MixTerm term)
    {
        if (term is ChainTerm chain) return chain.Last is { } last ? Own(last) : Here(chain);
        if (blocks.TryGetValue(term, out var known)) return known;
        if (term is PartTerm part) return Declared(part, Named(part).Local, $"VariableBlock({Named(part).Constant}, {Width(part)}, {width})");
        // The same number in both directions: a block of another length would be another block.
        var number = plan.Parts.Max(part => part.Number) + 1 + combinations.IndexOf(term);
        return Declared(term, term is AverageTerm average ? Named(average).Local : names.Take("there"), $"VariableBlock({CSharpLiteral.Of(number)}, {Width(term)}, {width})");
    }

    private string Declared(MixTerm term, string name, string value)
    {
        declarations.Add($"var {name} = {value};");
        return blocks[term] = name;
    }

    private MixedPartPlan Named(AverageTerm average) => plan.Averages[averages.FindIndex(one => ReferenceEquals(one, average))];

    private MixedPartPlan Named(PartTerm part) => plan.Parts.First(named => named.Number == part.Part);
}
