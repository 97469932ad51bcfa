using System.Numerics.Tensors;
using ContextureDsl.Observation;

namespace ContextureDsl.Execution;

/// <summary>
/// Asks an encoder which of two inputs was seen with a context value: the one whose vector z = s μ(x) points more nearly to the centre of the value, E[z(X) | a] over the pairs that it was learnt from.
/// </summary>
/// <remarks>
/// Vectors are scaled, because whitened ones give noise the same say as what is known; the length of z(x) is left out, because it is how much of x is known. An input without a vector points nowhere.
/// </remarks>
internal sealed class Recognition<TInput>
    where TInput : notnull
{
    private readonly float[] vectors;
    private readonly float[] lengths;
    private readonly double[] marginal;
    private readonly int width;

    /// <param name="inputs">The common inputs, in whose numbers pairs are.</param>
    /// <param name="content">What was learnt.</param>
    /// <param name="rank">The leading functions that count, where there are more: encoders side by side have.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Recognition(Alphabet<TInput> inputs, LearnedContent<TInput> content, int rank, CancellationToken cancellationToken)
    {
        width = Math.Min(rank, content.Spectrum.Values.Count);
        vectors = new float[ArrayLimit.Checked((long)inputs.Count * width, "numbers of vectors")];
        lengths = new float[inputs.Count];
        marginal = new double[inputs.Count];
        var row = new double[content.Spectrum.Values.Count];
        double[] factors = [.. content.Spectrum.Values];
        for (var x = 0; x < inputs.Count; x++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!content.Inputs.TryIndex(inputs[x], out var known)) continue;
            content.Left.CopyRow(known, factors, row);
            var vector = Vector(x);
            for (var i = 0; i < width; i++) vector[i] = (float)row[i];
            lengths[x] = TensorPrimitives.Norm<float>(vector);
            marginal[x] = content.InputMarginal[known];
        }
    }

    /// <summary>For every question 1 where the held-out pair is recognised, 0 where the other is taken for it, ½ where neither.</summary>
    /// <param name="questions">What is asked.</param>
    /// <param name="law">How inputs are met with the context values, up to a factor for each input.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public float[] Of(IReadOnlyList<HeldOutPair> questions, PairTable law, CancellationToken cancellationToken)
    {
        var (centres, numberOf) = Centres(questions, law, cancellationToken);
        var hits = new float[questions.Count];
        for (var i = 0; i < hits.Length; i++)
        {
            var (x, a, other) = questions[i];
            var centre = centres.AsSpan(numberOf[a] * width, width);
            var (own, chance) = (Score(x, centre), Score(other, centre));
            hits[i] = own > chance ? 1 : own == chance ? 0.5f : 0;
        }
        return hits;
    }

    private float Score(int input, ReadOnlySpan<float> centre) => lengths[input] > 0 ? TensorPrimitives.Dot(Vector(input), centre) / lengths[input] : 0;

    /// <summary>Σₓ P_X(x) R(a|x) z(x), up to a factor that is the same for both inputs of a question; for the values that are asked for only.</summary>
    private (float[] Centres, int[] NumberOf) Centres(IReadOnlyList<HeldOutPair> questions, PairTable table, CancellationToken cancellationToken)
    {
        var numberOf = new int[table.Variables];
        Array.Fill(numberOf, -1);
        var count = 0;
        foreach (var question in questions)
            if (numberOf[question.Variable] < 0) numberOf[question.Variable] = count++;
        var centres = new float[ArrayLimit.Checked((long)count * width, "numbers of centres")];
        for (var x = 0; x < table.Inputs; x++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (lengths[x] == 0) continue;
            var sum = 0.0;
            for (var i = table.RowOffsets[x]; i < table.RowOffsets[x + 1]; i++) sum += table.Weights[i];
            for (var i = table.RowOffsets[x]; i < table.RowOffsets[x + 1]; i++)
            {
                if (numberOf[table.Columns[i]] is not (>= 0 and var number)) continue;
                var centre = centres.AsSpan(number * width, width);
                TensorPrimitives.MultiplyAdd(Vector(x), (float)(marginal[x] * (table.Weights[i] / sum) * marginal.Length), centre, centre);
            }
        }
        return (centres, numberOf);
    }

    private Span<float> Vector(int input) => vectors.AsSpan(input * width, width);
}
