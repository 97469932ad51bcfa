using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

// Rows of features and teachers.
public sealed partial class Inputs<TEvent, TInput>
{
    /// <summary>The numbers of an event: <c>w => [w.Acidity, w.Sugar]</c>. All rows have the same length; numbers are finite.</summary>
    public FeatureRows<TEvent, TInput, double[]> Features(Func<TEvent, double[]> columns, [CallerArgumentExpression(nameof(columns))] string columnsText = "")
    {
        ArgumentNullException.ThrowIfNull(columns);
        return new(OneInput(nameof(Features)), [RowStep<double[]>(nameof(Features), columns, columnsText)], row => row);
    }

    /// <summary>The same from a vector in single precision.</summary>
    public FeatureRows<TEvent, TInput, ReadOnlyMemory<float>> Features(Func<TEvent, ReadOnlyMemory<float>> vector, [CallerArgumentExpression(nameof(vector))] string vectorText = "")
    {
        ArgumentNullException.ThrowIfNull(vector);
        return new(OneInput(nameof(Features)), [RowStep<ReadOnlyMemory<float>>(nameof(Features), vector, vectorText)], FeatureKind.Widened);
    }

    /// <summary>
    /// What a teacher says of each input, as a context: with the singular values S and the left singular vectors u of the centred outputs (inputs × outputs),
    /// μᵢ = √n uᵢ; P_X is uniform. Threshold 0: sᵢ = Sᵢ / S₁. Threshold t: sᵢ = 1 where Sᵢ ≥ t, and the others are left out.
    /// </summary>
    /// <remarks>
    /// The largest value is 1 although the functions are no indicators of groups, which no conditional law has: this is an operator, P(a|x) = (1 + Σᵢ sᵢ μᵢ(x) νᵢ(a)) / (r + 1) over
    /// r + 1 abstract values a with orthonormal ν (a regular simplex), whose rows sum to one but may be negative. Everything but counting goes through as for a law. A teacher's class
    /// probabilities, which are a law, are better declared as soft labels. For an ensemble of trees the outputs are the predictions of the single trees. Cost: 4 n m² for m ≤ n outputs.
    /// In a mix the teacher's inputs must have equal probabilities, as contexts of features and <see cref="Population.Uniform"/> give them: under another P_X the values could exceed 1. Learning refuses what does not.
    /// </remarks>
    /// <param name="outputs">The numbers that the teacher gives; the same number for every input, finite.</param>
    /// <param name="threshold">Zero, or the smallest singular value of the centred outputs that counts; finite, not negative.</param>
    /// <param name="outputsText">The text of the lambda, filled in by the compiler.</param>
    /// <exception cref="DeclarationException">The threshold is negative or not finite; when learning, also where it is above the largest singular value, or another part of a mix gives the inputs unequal probabilities.</exception>
    public KindContext<TEvent, TInput, Corner> Teacher(
        Func<TEvent, double[]> outputs, [InRange(0, double.PositiveInfinity, BelowMost = true)] double threshold = 0, [CallerArgumentExpression(nameof(outputs))] string outputsText = "")
    {
        ArgumentNullException.ThrowIfNull(outputs);
        return Taught<double[]>(Teacher(RowStep<double[]>(nameof(Teacher), outputs, outputsText), threshold), new(threshold, row => row));
    }

    /// <inheritdoc cref="Teacher(Func{TEvent, double[]}, double, string)"/>
    public KindContext<TEvent, TInput, Corner> Teacher(
        Func<TEvent, ReadOnlyMemory<float>> outputs, [InRange(0, double.PositiveInfinity, BelowMost = true)] double threshold = 0, [CallerArgumentExpression(nameof(outputs))] string outputsText = "")
    {
        ArgumentNullException.ThrowIfNull(outputs);
        return Taught<ReadOnlyMemory<float>>(Teacher(RowStep<ReadOnlyMemory<float>>(nameof(Teacher), outputs, outputsText), threshold), new(threshold, FeatureKind.Widened));
    }

    /// <summary>
    /// The target of a regression as a context: the centred linear kernel of y, scaled to the largest singular value 1. One function, the standardised target, with s = 1.
    /// </summary>
    /// <remarks>The case of one output of <see cref="Teacher(Func{TEvent, double[]}, double, string)"/>: an operator whose rows sum to one, not a law. By itself it teaches the target and nothing else; it is meant for mixes, in which
    /// every other part must give its inputs equal probabilities too, as contexts of features do; learning refuses others.</remarks>
    /// <param name="target">y: finite.</param>
    /// <param name="targetText">The text of the lambda, filled in by the compiler.</param>
    /// <exception cref="DeclarationException">When learning, where another part of a mix gives the inputs unequal probabilities.</exception>
    public KindContext<TEvent, TInput, Corner> Target(Func<TEvent, double> target, [CallerArgumentExpression(nameof(target))] string targetText = "")
    {
        ArgumentNullException.ThrowIfNull(target);
        return Taught<double>(RowStep<double>(nameof(Target), target, targetText), new(0, y => [y]));
    }

    private static KindStep RowStep<TRow>(string name, Delegate selector, string text) => new(name, [new(text, typeof(TEvent), typeof(TRow), selector)], []);

    private static KindStep Teacher(KindStep step, double threshold) => step with { Values = [(nameof(threshold), threshold)] };

    private KindContext<TEvent, TInput, Corner> Taught<TRow>(KindStep step, TeacherKind<TRow, TInput> kind) => new(new KindNode<TEvent, TInput, TRow, TInput>(OneInput(step.Name), [step], kind));
}
