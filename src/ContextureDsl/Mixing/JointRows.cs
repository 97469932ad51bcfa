using ContextureDsl.Observation;
using ContextureDsl.Tree;

namespace ContextureDsl.Mixing;

/// <summary>
/// Two contexts that are seen at once, written down: P(a₁, a₂ | x) = P₁(a₁|x) P₂(a₂|x), the row-wise Kronecker product of two laws. Pairs of values are numbered as they are met, and none that does not occur has a column.
/// </summary>
internal static class JointRows
{
    /// <summary>Bytes of a pair: once in the table, and by rows and by columns in the factor, which may be of double precision.</summary>
    private const long BytesOfPair = 36;

    /// <summary>Bytes of a distinct pair of values: its number, found by both numbers and by both values.</summary>
    private const long BytesOfValue = 96;

    /// <summary>How many pairs are made between two looks at the token.</summary>
    private const int Watched = 1 << 16;

    /// <summary>The part of both, over the same inputs. An input that neither saw has an empty row; where one saw it, the value of the other is independent of it.</summary>
    /// <param name="node">The declaration, for the types.</param>
    /// <param name="inputs">X.</param>
    /// <param name="first">The law of a₁.</param>
    /// <param name="second">The law of a₂.</param>
    /// <param name="values">The values of both.</param>
    /// <param name="names">What they are called, for the message.</param>
    /// <param name="limit">Bytes that the pairs may need.</param>
    /// <param name="summary">What happened to the rows.</param>
    /// <param name="cancellationToken">Looked at while rows are written.</param>
    /// <exception cref="MemoryLimitException">The pairs need more than the limit.</exception>
    public static ObservedPart<TInput> Of<TInput>(
        JointNode node, Alphabet<TInput> inputs, LawTable first, LawTable second, (IAlphabet First, IAlphabet Second) values, (string First, string Second) names, long limit, ObservationSummary summary, CancellationToken cancellationToken)
        where TInput : notnull
    {
        var pairs = Pairs(inputs.Count, first, second);
        var bytes = (double)pairs * BytesOfPair + Math.Min(pairs, (double)first.Marginal.Length * second.Marginal.Length) * BytesOfValue;
        if (bytes > limit) throw MemoryLimitException.Joint(names.First, names.Second, pairs, (long)bytes, limit);
        var (table, numbers) = Table(inputs.Count, ArrayLimit.Checked(pairs, "distinct pairs of an input with both values"), first, second, cancellationToken);
        return node.Accept(new Typed<TInput>(inputs, table, numbers, values, summary, cancellationToken));
    }

    /// <summary>The number of pairs, before any of them is made.</summary>
    private static long Pairs(int inputs, LawTable first, LawTable second)
    {
        var pairs = 0L;
        for (var x = 0; x < inputs; x++)
            if (first.Saw(x) || second.Saw(x)) pairs += (long)first.Count(x) * second.Count(x);
        return pairs;
    }

    private static (PairTable Table, List<(int First, int Second)> Numbers) Table(int inputs, int pairs, LawTable first, LawTable second, CancellationToken cancellationToken)
    {
        var (offsets, columns, weights) = (new int[inputs + 1], new int[pairs], new double[pairs]);
        var numberOf = new Dictionary<(int, int), int>();
        var numbers = new List<(int, int)>();
        var next = 0;
        for (var x = 0; x < inputs; x++)
        {
            var start = next;
            for (var i = 0; (first.Saw(x) || second.Saw(x)) && i < first.Count(x); i++)
            {
                var (a, probability) = first.At(x, i);
                for (var k = 0; k < second.Count(x); k++, next++)
                {
                    if (next % Watched == 0) cancellationToken.ThrowIfCancellationRequested();
                    var (b, other) = second.At(x, k);
                    if (!numberOf.TryGetValue((a, b), out columns[next]))
                    {
                        numberOf.Add((a, b), columns[next] = numbers.Count);
                        numbers.Add((a, b));
                    }
                    weights[next] = probability * other;
                }
            }
            columns.AsSpan(start, next - start).Sort(weights.AsSpan(start, next - start));
            offsets[x + 1] = next;
        }
        return (new(inputs, numbers.Count, offsets, columns, weights), numbers);
    }

    /// <summary>Names the pairs in their types.</summary>
    private sealed class Typed<TInput>(Alphabet<TInput> inputs, PairTable table, List<(int First, int Second)> numbers, (IAlphabet First, IAlphabet Second) values, ObservationSummary summary, CancellationToken cancellationToken) : IJointVisitor<ObservedPart<TInput>>
        where TInput : notnull
    {
        public ObservedPart<TInput> Visit<TFirst, TSecond>(JointNode<TFirst, TSecond> node)
            where TFirst : notnull
            where TSecond : notnull
        {
            var (first, second) = ((Alphabet<TFirst>)values.First, (Alphabet<TSecond>)values.Second);
            var alphabet = new HashAlphabet<(TFirst, TSecond), DefaultKeys<(TFirst, TSecond)>>();
            foreach (var (a, b) in numbers)
            {
                if (alphabet.Number((first[a], second[b])) % Watched == 0) cancellationToken.ThrowIfCancellationRequested();
            }
            return new ObservedPart<TInput, (TFirst, TSecond)>(inputs, alphabet, table, summary);
        }
    }
}
