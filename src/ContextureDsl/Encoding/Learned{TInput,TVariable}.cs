namespace ContextureDsl;

/// <summary>What a context whose variable has one type has taught: as <see cref="Learned{TInput}"/>, with both sides in their types.</summary>
public sealed class Learned<TInput, TVariable> : Learned<TInput>
    where TInput : notnull
    where TVariable : notnull
{
    /// <exception cref="VariableTypeException">The context variable has another type.</exception>
    internal Learned(LearnedContent<TInput> content) : base(content) => Variables = VariablesOf<TVariable>(0);

    /// <summary>The vectors of the context values: the right functions νᵢ, in the same convention as <see cref="Learned{TInput}.Encoder"/>.</summary>
    public Encoder<TVariable> Variables { get; }

    /// <inheritdoc/>
    public override Learned<TInput, TVariable> At(int rank) => rank == Rank ? this : new(Content.At(rank));

    /// <inheritdoc/>
    public override Learned<TInput, TVariable> With(Embedding embedding) => embedding == Content.Embedding ? this : new(Content with { Embedding = embedding });

    /// <summary>
    /// A vector for an input that was not there when learning, from the context values it was seen with (Nyström):
    /// μᵢ(x) = (1/sᵢ) Σₐ P(a|x) νᵢ(a), in the convention of <see cref="Learned{TInput}.Encoder"/>. Reproduces the inputs that were there.
    /// </summary>
    /// <remarks>
    /// P(a|x) is the given weights over the known values, normalised; unknown values are skipped. Errors of νᵢ are amplified by 1/sᵢ: a coordinate whose sᵢ is
    /// within its own residual is zero, its mean; <see cref="Learned{TInput}.TryEmbedNew(ReadOnlySpan{Evidence}, Span{double}, out EvidenceUse)"/> counts those.
    /// No allocation up to rank 256.
    /// </remarks>
    /// <param name="seen">Values with weights, which are finite and not negative; only their ratios matter.</param>
    /// <param name="destination">At least d numbers; the first d are written, with zeros where nothing is known.</param>
    /// <returns>Whether any value was known.</returns>
    /// <exception cref="InvalidWeightException">A weight is negative, NaN or infinite, or their sum is.</exception>
    /// <exception cref="ArgumentException">The destination is shorter than the rank.</exception>
    /// <exception cref="PartNameException">The context is a convolution: a new input is seen with the values of its first factor, and <see cref="Evidence"/> says which part they belong to.</exception>
    public bool TryEmbedNew(ReadOnlySpan<(TVariable Value, double Weight)> seen, Span<double> destination)
    {
        destination = Coordinates(destination);
        OutOfSample.CheckWeights(seen);
        destination.Clear();
        var weight = 0.0;
        var unknown = 0;
        OutOfSample.Accumulate(Seen.EvidenceKeys.AlphabetOf<TVariable>(), Seen.Evidence, seen, destination, ref weight, ref unknown);
        Finish(destination, weight);
        return weight > 0;
    }

    /// <summary>The same in single precision; sums are double.</summary>
    /// <inheritdoc cref="TryEmbedNew(ReadOnlySpan{ValueTuple{TVariable, double}}, Span{double})"/>
    public bool TryEmbedNew(ReadOnlySpan<(TVariable Value, double Weight)> seen, Span<float> destination)
    {
        destination = Coordinates(destination);
        var exact = Rank <= StackNumbers ? stackalloc double[Rank] : new double[Rank];
        var known = TryEmbedNew(seen, exact);
        for (var i = 0; i < exact.Length; i++) destination[i] = (float)exact[i];
        return known;
    }

    /// <summary>The vector of a new input from the context values it was seen with, each counted as often as it is listed.</summary>
    /// <exception cref="UnknownValueException">None of the values is known.</exception>
    public float[] EmbedNew(params ReadOnlySpan<TVariable> seen)
    {
        var weighted = new (TVariable, double)[seen.Length];
        for (var i = 0; i < weighted.Length; i++) weighted[i] = (seen[i], 1);
        var vector = new float[Rank];
        return TryEmbedNew(weighted, vector) ? vector : throw NothingKnown();
    }

    /// <summary>
    /// How much more often than by chance the two go together, by the learnt functions: 1 + Σ sᵢ μᵢ(x) νᵢ(a), the best rank-d approximation of
    /// P⁺(x,a)/(P_X(x) P_A(a)) in mean square. Below zero where the functions kept are too few for the pair.
    /// </summary>
    /// <exception cref="UnknownValueException">A value is not known.</exception>
    public double Density(TInput input, TVariable variable)
    {
        var left = new double[Rank];
        Content.Left.AddRow(Encoder.Find(input), 1, left);
        return 1 + Excess(left, Variables.Find(variable), new double[Rank]);
    }

    /// <summary>
    /// The context values that make two inputs near: the largest terms of k(x,x′) − 1 = Σₐ P_A(a) (D(x,a) − 1)(D(x′,a) − 1), with D the <see cref="Density"/>.
    /// A term is positive where both go with a more, or both less, than by chance.
    /// </summary>
    /// <remarks>
    /// Over all values the shares add up to the dot product of the two vectors in <see cref="Embedding.Scaled"/> coordinates, because the νᵢ are orthonormal with
    /// mean zero under P_A: Σ sᵢ² μᵢ(x) μᵢ(x′). It explains the learnt similarity, not the counts, which are gone. O(M d).
    /// </remarks>
    /// <param name="one">A known input.</param>
    /// <param name="other">Another one.</param>
    /// <param name="count">How many values, the largest shares first; fewer where there are fewer.</param>
    /// <exception cref="UnknownValueException">An input is not known.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    public IReadOnlyList<(TVariable Value, double Share)> Why(TInput one, TInput other, int count = 5)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var right = Content.Right[0];
        var first = new double[Rank];
        var second = new double[Rank];
        var row = new double[Rank];
        Content.Left.AddRow(Encoder.Find(one), 1, first);
        Content.Left.AddRow(Encoder.Find(other), 1, second);
        var shares = new double[right.Functions.Count];
        var order = new int[shares.Length];
        for (var a = 0; a < shares.Length; a++)
        {
            order[a] = a;
            shares[a] = right.Marginal[a] * Excess(first, a, row) * Excess(second, a, row);
        }
        Array.Sort(order, (left, next) => shares[left] != shares[next] ? shares[next].CompareTo(shares[left]) : left.CompareTo(next));
        return [.. order.Take(count).Select(a => (Variables.Alphabet[a], shares[a]))];
    }

    /// <summary>Σ sᵢ μᵢ(x) νᵢ(a).</summary>
    private double Excess(double[] left, int variable, double[] row)
    {
        Array.Clear(row);
        Content.Right[0].Functions.AddRow(variable, 1, row);
        var sum = 0.0;
        for (var i = 0; i < row.Length; i++) sum += Spectrum.Values[i] * left[i] * row[i];
        return sum;
    }

    /// <summary>The functions that stand for ν where an input is seen with values of A.</summary>
    private VariableFunctions Seen =>
        !Content.IsSeenDirectly ? throw new PartNameException($"A new input is not seen with the context variable of this mix but with {string.Join(", ", Content.Entries.Select(entry => $"'{entry.Name}'"))}. Say which part the values belong to: Evidence.Of(part, values).")
        : Content.Entries.Count == 1 ? Content.Entries[0] : Content.Right[0];
}
