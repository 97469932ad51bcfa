namespace ContextureDsl.Observation;

/// <summary>Laws of inputs while they are written down: pairs of numbers with probabilities, checked and brought to the sum one.</summary>
/// <param name="variables">Numbers the context values.</param>
/// <param name="store">Takes the pairs.</param>
/// <param name="scope">For messages.</param>
internal sealed class LawWriter<TVariable>(GrowingAlphabet<TVariable> variables, PairStore store, CountScope scope)
    where TVariable : notnull
{
    private readonly List<(TVariable Value, double Probability)> law = [];

    /// <summary>Checks a law and appends weight · P(a|x) for each of its values; values of probability zero are not there.</summary>
    /// <param name="input">Number of the input.</param>
    /// <param name="inputs">All input numbers are below this.</param>
    /// <param name="outcomes">The law; read once.</param>
    /// <param name="weight">Positive and finite.</param>
    /// <param name="index">Position of the event, for messages.</param>
    /// <param name="whose">Whose law it is, for messages.</param>
    /// <exception cref="InvalidLawException">It is no probability law.</exception>
    /// <exception cref="NullKeyException">A value is null.</exception>
    public void Append(int input, int inputs, IEnumerable<(TVariable Value, double Probability)>? outcomes, double weight, long index, Func<string> whose)
    {
        if (outcomes is null) throw InvalidLawException.At(scope, index, whose(), "gave null");
        law.Clear();
        law.AddRange(outcomes);
        var sum = 0.0;
        foreach (var (value, probability) in law)
        {
            if (value is null) throw NullKeyException.Value(scope, index, scope.Variable, "context value");
            if (!(probability >= 0) || double.IsInfinity(probability))
                throw InvalidLawException.At(scope, index, whose(), FormattableString.Invariant($"gave {value} the probability {probability}"));
            sum += probability;
        }
        if (!(Math.Abs(sum - 1) <= LawSlack.Value))
            throw InvalidLawException.At(scope, index, whose(), law.Count == 0 ? "gave no value" : FormattableString.Invariant($"gave probabilities that sum to {sum}"));
        foreach (var (value, probability) in law)
        {
            if (probability == 0) continue;
            var variable = variables.Number(value);
            if (store.IsFull) store.MakeRoom(inputs, variables.Count);
            store.Append(input, variable, weight * (probability / sum));
        }
    }
}
