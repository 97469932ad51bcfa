using ContextureDsl.Association;
using ContextureDsl.Kernels;
using ContextureDsl.Observation;

namespace ContextureDsl.Mixing;

/// <summary>Where a walk on a mix can end, and how probable that is: q′ = p f(R), found by as many products with the mix as the walk has steps at most.</summary>
/// <param name="step">One step.</param>
/// <param name="law">f.</param>
/// <param name="threads">Threads.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class MixWalk(MixedJoint step, WalkLaw law, int threads, CancellationToken cancellationToken)
{
    /// <param name="inputOfVariable">The input that every context value of one step is.</param>
    public WalkLayout Layout(int[] inputOfVariable)
    {
        var (marginal, q) = (step.Parts.InputMarginal, step.Outlets[0].Marginal);
        var scales = q.Select((mass, a) => Math.Sqrt(mass / marginal[inputOfVariable[a]])).ToArray();
        var ends = Ends(inputOfVariable, scales);
        var reached = Enumerable.Range(0, ends.Length).Where(x => ends[x] > 0).ToArray();
        return new(law, inputOfVariable, scales, reached, [.. reached.Select(x => Math.Sqrt(marginal[x] / ends[x]))]);
    }

    /// <summary>q′ = √p · f(Sᵀ)√p, entry by entry.</summary>
    private double[] Ends(int[] inputOfVariable, double[] scales)
    {
        var marginal = step.Parts.InputMarginal;
        var matrix = new TermOperator<double>(step, threads, cancellationToken);
        var (here, variables) = (new Block<double>(marginal.Length, 1), new Block<double>(scales.Length, 1));
        var ends = new double[marginal.Length];
        for (var x = 0; x < ends.Length; x++) here.Values[x] = Math.Sqrt(marginal[x]);
        for (var k = 0; k <= law.Longest; k++)
        {
            if (k > 0) Step(matrix, here, variables, inputOfVariable, scales);
            for (var x = 0; x < ends.Length; x++) ends[x] += law.Probabilities[k] * Math.Sqrt(marginal[x]) * here.Values[x];
        }
        return ends;
    }

    private static void Step(TermOperator<double> matrix, Block<double> here, Block<double> variables, int[] inputOfVariable, double[] scales)
    {
        matrix.ApplyWholeAdjoint(here, variables);
        Array.Clear(here.Values);
        for (var a = 0; a < scales.Length; a++) here.Values[inputOfVariable[a]] += scales[a] * variables.Values[a];
    }
}
