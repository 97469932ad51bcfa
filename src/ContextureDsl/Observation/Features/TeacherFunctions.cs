using ContextureDsl.Kernels;

namespace ContextureDsl.Observation;

/// <summary>The weighted singular functions sᵢ μᵢ of a teacher's outputs, for any row of outputs.</summary>
internal sealed class TeacherFunctions
{
    private readonly double[] means;
    private readonly double scale;
    private readonly double[][] directions;

    private TeacherFunctions(double[] means, double scale, double[][] directions)
    {
        this.means = means;
        this.scale = scale;
        this.directions = directions;
    }

    /// <summary>Number of functions r.</summary>
    public int Count => directions.Length;

    /// <summary>Number of outputs m.</summary>
    public int Outputs => means.Length;

    /// <summary>Decomposes the centred outputs.</summary>
    /// <param name="outputs">n × m.</param>
    /// <param name="threshold">Zero for sᵢ = Sᵢ / S₁; otherwise sᵢ = 1 where Sᵢ is at least this.</param>
    /// <param name="scope">Names for messages, and cancellation.</param>
    /// <exception cref="DeclarationException">No singular value reaches the threshold.</exception>
    public static TeacherFunctions Of(Block<double> outputs, double threshold, CountScope scope)
    {
        var means = Means(outputs);
        var (centred, isConstant) = Centred(outputs, means);

        // Divided by the largest number, squares of any numbers can be summed.
        var scale = centred.Values.Max(Math.Abs);
        if (scale == 0)
            return threshold > 0 ? throw TooHigh(scope, threshold, 0, outputs) : new(means, 1, []);
        for (var i = 0; i < centred.Values.Length; i++) centred.Values[i] /= scale;
        var (values, right) = ThinSvd.Decompose(centred, scope.CancellationToken);
        if (threshold > scale * values[0]) throw TooHigh(scope, threshold, scale * values[0], outputs);

        var noise = Math.Max(outputs.Rows, outputs.Width) * 2.3e-16 * values[0];
        var root = Math.Sqrt(outputs.Rows);
        var directions = new List<double[]>();
        for (var i = 0; i < values.Length; i++)
        {
            if (!(values[i] > noise) || scale * values[i] < threshold) break;

            // √n uᵢ = √n Z vᵢ / Sᵢ, times sᵢ.
            var factor = root / (threshold > 0 ? values[i] : values[0]);
            directions.Add([.. right[i].Select((value, j) => isConstant[j] ? 0 : factor * value)]);
        }
        return new(means, scale, [.. directions]);
    }

    /// <summary>Centres outputs in place and divides them by the largest difference that was learnt from.</summary>
    public void Scale(Block<double> outputs)
    {
        for (var i = 0; i < outputs.Values.Length; i++) outputs.Values[i] = (outputs.Values[i] - means[i % means.Length]) / scale;
    }

    /// <summary>functions[i] = sᵢ μᵢ for a row of scaled outputs.</summary>
    public void Evaluate(ReadOnlySpan<double> scaled, Span<double> functions)
    {
        functions.Clear();
        for (var j = 0; j < scaled.Length; j++)
            for (var i = 0; i < directions.Length; i++) functions[i] += scaled[j] * directions[i][j];
    }

    /// <summary>The outputs less their means. What is left of a constant output is rounding, whatever the others are: zero.</summary>
    private static (Block<double> Centred, bool[] IsConstant) Centred(Block<double> outputs, double[] means)
    {
        var centred = new Block<double>(outputs.Rows, outputs.Width);
        var largest = new double[means.Length];
        for (var i = 0; i < centred.Values.Length; i++)
        {
            centred.Values[i] = outputs.Values[i] - means[i % means.Length];
            largest[i % means.Length] = Math.Max(largest[i % means.Length], Math.Abs(centred.Values[i]));
        }
        var isConstant = new bool[means.Length];
        for (var j = 0; j < means.Length; j++) isConstant[j] = !(largest[j] > 1e-14 * Math.Abs(means[j]));
        for (var i = 0; i < centred.Values.Length; i++)
            if (isConstant[i % means.Length]) centred.Values[i] = 0;
        return (centred, isConstant);
    }

    private static double[] Means(Block<double> outputs)
    {
        var means = new double[outputs.Width];
        for (var i = 0; i < outputs.Values.Length; i++) means[i % means.Length] += outputs.Values[i] / outputs.Rows;

        // The rounding error of the first pass, taken off: the functions then have mean zero to the last digits.
        var rest = new double[means.Length];
        for (var i = 0; i < outputs.Values.Length; i++) rest[i % means.Length] += (outputs.Values[i] - means[i % means.Length]) / outputs.Rows;
        for (var j = 0; j < means.Length; j++) means[j] += rest[j];
        return means;
    }

    private static DeclarationException TooHigh(CountScope scope, double threshold, double largest, Block<double> outputs) => new(FormattableString.Invariant(
        $"The threshold {threshold} of {scope.Variable} is above {largest}, the largest singular value of the {outputs.Rows} x {outputs.Width} centred outputs, so that no function is left. Singular values grow with the root of the number of inputs: take a threshold below the largest, or zero for values relative to it."));
}
