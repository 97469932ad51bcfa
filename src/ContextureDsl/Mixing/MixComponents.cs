using ContextureDsl.Association;
using ContextureDsl.Observation;

namespace ContextureDsl.Mixing;

/// <summary>The components of a mix: the inputs that some chain of its parts joins.</summary>
/// <remarks>
/// ‖T*f‖ = ‖f‖ holds for T = T₁T₁*T₂ only where it holds for both, because neither lengthens a function; for ΣwⱼTⱼTⱼ* and ΣwⱼTⱼ where it holds for all. So the functions of the singular value 1 are those that
/// are constant on the components of every part. On a walk on a mix all steps are joined, which may join what the whole walk keeps apart: its further values 1 are found by the iteration.
/// </remarks>
internal static class MixComponents
{
    /// <param name="parts">The parts.</param>
    /// <param name="term">The expression over them.</param>
    /// <param name="averages">The columns of untagged mixes.</param>
    /// <param name="walks">The columns of walks.</param>
    /// <param name="areClosed">Whether the nodes that a walk on a part passes through are joined too: such unions can be left out as a whole.</param>
    public static ComponentMap Of(JointDistribution parts, MixTerm term, IReadOnlyDictionary<string, AverageLayout> averages, IReadOnlyDictionary<string, WalkLayout> walks, bool areClosed = false)
    {
        var inputs = parts.Inputs;
        var sets = new DisjointSets(ArrayLimit.Checked((long)inputs + parts.Variables, "distinct inputs and context values together"));
        foreach (var part in term.Parts()) Components.JoinPart(sets, parts.Parts[part], inputs + parts.VariableStarts[part], areClosed);
        for (var part = 0; areClosed && part < parts.Parts.Count; part++)
            if (parts.Parts[part].Walk is not null) Components.JoinPart(sets, parts.Parts[part], inputs + parts.VariableStarts[part], areClosed);
        var numbers = Numbers(term);
        foreach (var child in term.All().Skip(1)) _ = Numbers(child);
        return Components.Map(parts.InputMarginal, numbers.Length, sets, a => numbers[a]);

        int[] Numbers(MixTerm one) => one switch
        {
            PartTerm part => [.. Enumerable.Range(inputs + parts.VariableStarts[part.Part], parts.Parts[part.Part].VariableMarginal.Length)],
            ConvexTerm convex => [.. convex.Children.SelectMany(Numbers)],
            AverageTerm average => Shared(average),
            ChainTerm { Last: { } last } => Numbers(last),
            ChainTerm => [.. Enumerable.Range(0, inputs)],
            WalkTerm walk => Walked(walk),
            _ => throw new ArgumentException($"{one} has no columns.", nameof(term)),
        };

        // The next step starts at the input that the last one has come to.
        int[] Walked(WalkTerm walk)
        {
            var (layout, step) = (walks[walk.Text], Numbers(walk.Step));
            for (var a = 0; a < step.Length; a++) sets.Join(layout.InputOfVariable[a], step[a]);
            return layout.Ends;
        }

        int[] Shared(AverageTerm average)
        {
            var columns = averages[average.Text].Columns;
            var shared = new int[columns.Max(own => own.Max()) + 1];
            Array.Fill(shared, -1);
            for (var j = 0; j < columns.Length; j++)
            {
                var own = Numbers(average.Children[j]);
                for (var a = 0; a < own.Length; a++)
                {
                    ref var number = ref shared[columns[j][a]];
                    if (number < 0) number = own[a];
                    else sets.Join(number, own[a]);
                }
            }
            return shared;
        }
    }
}
