using System.Globalization;

namespace ContextureDsl;

/// <summary>
/// The law of the number of steps of a random walk, c₀, c₁, …, c_K ≥ 0 with Σ cₖ = 1, which turns a context from X to X with the conditional law R into the one with
/// f(R) = Σ cₖ Rᵏ. An eigenvalue λ of R becomes f(λ); the eigenfunctions stay. Immutable.
/// </summary>
public sealed class WalkLaw
{
    /// <summary>The longest walk: every product with the context takes as many products with its one-step law.</summary>
    public const int MostSteps = 10_000;

    /// <summary>Half an ulp of 1 and less: what a sum of probabilities does not notice.</summary>
    private const double Negligible = 1e-17;

    private readonly double[] probabilities;
    private readonly string text;

    private WalkLaw(double[] probabilities, string text)
    {
        this.probabilities = probabilities;
        this.text = text;
    }

    /// <summary>cₖ: the probability of k steps, k = 0 … <see cref="Longest"/>; the last one is positive.</summary>
    public IReadOnlyList<double> Probabilities => probabilities;

    /// <summary>K: the largest number of steps.</summary>
    public int Longest => probabilities.Length - 1;

    /// <summary>No step with a given probability, one step otherwise: f(λ) = stay + (1 − stay) λ. From stay = 1/2 up, no eigenvalue is negative.</summary>
    /// <exception cref="DeclarationException">The probability is not in [0, 1].</exception>
    public static WalkLaw Lazy(double stay)
    {
        if (!(stay >= 0 && stay <= 1))
            throw new DeclarationException(FormattableString.Invariant($"Lazy(stay: {stay}): the probability of staying is a number from 0 to 1. Use 0.5, with which no eigenvalue is negative, or leave Lazy out."));
        return new(Trimmed([stay < Negligible ? 0 : stay, 1 - stay]), string.Create(CultureInfo.InvariantCulture, $"lazy, stay {stay:R}"));
    }

    /// <summary>A fixed number of steps: f(λ) = λᵗ.</summary>
    /// <exception cref="DeclarationException">There is not even one step, or there are more than <see cref="MostSteps"/>.</exception>
    public static WalkLaw Steps(int count)
    {
        if (count < 1) throw new DeclarationException(FormattableString.Invariant($"Steps(count: {count}): a walk takes at least one step. Use 1 or more; 1 is the context itself."));
        RequireShort(count, FormattableString.Invariant($"Steps(count: {count})"));
        var probabilities = new double[count + 1];
        probabilities[count] = 1;
        return new(probabilities, FormattableString.Invariant($"steps, count {count}"));
    }

    /// <summary>
    /// The heat kernel e^{−t(I − R)}: a Poisson number of steps with mean t, cₖ = e^{−t} tᵏ/k!, f(λ) = e^{−t(1 − λ)}. Cut where the rest is below 10⁻¹⁷ and normalised again, so
    /// that no eigenvalue is off by more than a few rounding errors; that is about t + 9√t + 9 steps.
    /// </summary>
    /// <exception cref="DeclarationException">The time is not positive and finite, or it takes more than <see cref="MostSteps"/> steps.</exception>
    public static WalkLaw Heat(double time)
    {
        if (!(time > 0) || double.IsInfinity(time))
            throw new DeclarationException(FormattableString.Invariant($"Heat(time: {time}): the time is positive and finite. Use about 1 to look as far as the next nodes, more to look further."));
        var said = FormattableString.Invariant($"Heat(time: {time})");
        RequireShort((long)Math.Min(time, long.MaxValue / 2), said);

        // From the most probable number outwards, so that nothing underflows that matters.
        var mode = (int)time;
        var weights = new List<double> { 1 };
        for (var k = mode; k > 0; k--) weights.Add(weights[^1] * (k / time));
        weights.Reverse();
        for (var k = mode + 1; weights[^1] > Negligible * Negligible; k++) weights.Add(weights[^1] * (time / k));
        var probabilities = Trimmed([.. weights]);
        RequireShort(probabilities.Length - 1, said);
        return new(probabilities, string.Create(CultureInfo.InvariantCulture, $"heat, time {time:R}"));
    }

    /// <summary>The walk of <paramref name="next"/>, each step of which is a walk of this law: next(this(R)), a polynomial again.</summary>
    /// <exception cref="DeclarationException">That takes more than <see cref="MostSteps"/> steps.</exception>
    public WalkLaw Then(WalkLaw next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var said = $"{text}; {next.text}";
        RequireShort((long)Longest * next.Longest, said);
        double[] composed = [next.probabilities[^1]];
        for (var k = next.Longest - 1; k >= 0; k--)
        {
            composed = Product(composed, probabilities);
            composed[0] += next.probabilities[k];
        }
        return new(Trimmed(composed), said);
    }

    /// <summary>f(λ): what an eigenvalue becomes.</summary>
    public double Of(double eigenvalue)
    {
        var value = 0.0;
        for (var k = Longest; k >= 0; k--) value = value * eigenvalue + probabilities[k];
        return value;
    }

    /// <summary>How it was declared, from the inside out, such as "lazy, stay 0.5; steps, count 3".</summary>
    public override string ToString() => text;

    /// <summary>Without the end that no sum notices, and normalised.</summary>
    private static double[] Trimmed(double[] weights)
    {
        var total = weights.Sum();
        var (length, rest) = (weights.Length, weights[^1]);
        while (rest < Negligible * total) rest += weights[--length - 1];
        var kept = weights[..length];
        var sum = kept.Sum();
        return Array.ConvertAll(kept, weight => weight / sum);
    }

    private static double[] Product(double[] left, double[] right)
    {
        var product = new double[left.Length + right.Length - 1];
        for (var i = 0; i < left.Length; i++)
            for (var j = 0; j < right.Length; j++) product[i + j] += left[i] * right[j];
        return product;
    }

    private static void RequireShort(long steps, string said)
    {
        if (steps > MostSteps)
            throw new DeclarationException(FormattableString.Invariant($"{said} takes {steps} steps. The longest walk has {MostSteps}: after so many, next to nothing is left but the components. Take fewer steps or a shorter time."));
    }
}
