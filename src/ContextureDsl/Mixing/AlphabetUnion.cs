using ContextureDsl.Observation;

namespace ContextureDsl.Mixing;

/// <summary>One alphabet for several of the same type: the values of all, in first-seen order.</summary>
internal sealed class AlphabetUnion : IAlphabetVisitor<(IAlphabet Union, int[][] Numbers)>
{
    private readonly IReadOnlyList<IAlphabet> alphabets;

    private AlphabetUnion(IReadOnlyList<IAlphabet> alphabets) => this.alphabets = alphabets;

    /// <summary>The union, and for every alphabet the numbers of its values there.</summary>
    /// <param name="alphabets">At least one; all of one type.</param>
    public static (IAlphabet Union, int[][] Numbers) Of(IReadOnlyList<IAlphabet> alphabets) => alphabets[0].Accept(new AlphabetUnion(alphabets));

    /// <inheritdoc/>
    public (IAlphabet Union, int[][] Numbers) Visit<T>(Alphabet<T> alphabet)
        where T : notnull
    {
        var union = new HashAlphabet<T, DefaultKeys<T>>();
        var numbers = new int[alphabets.Count][];
        for (var i = 0; i < numbers.Length; i++)
        {
            var values = (Alphabet<T>)alphabets[i];
            numbers[i] = new int[values.Count];
            for (var a = 0; a < numbers[i].Length; a++) numbers[i][a] = union.Number(values[a]);
        }
        return (union, numbers);
    }
}
