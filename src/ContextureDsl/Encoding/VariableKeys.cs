using ContextureDsl.Observation;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>The numbered context values of one part, whatever their type.</summary>
internal sealed class VariableKeys
{
    private readonly string part;
    private readonly IAlphabet? alphabet;
    private readonly StoredKeys? stored;
    private object? typed;

    /// <summary>Of a part that was just learnt.</summary>
    /// <param name="part">The name of the part.</param>
    /// <param name="alphabet">The values.</param>
    public VariableKeys(string part, IAlphabet alphabet) => (this.part, this.alphabet) = (part, alphabet);

    /// <summary>Of a part that was read from a file: the values get their type when they are asked for with it.</summary>
    /// <param name="part">The name of the part.</param>
    /// <param name="stored">The values.</param>
    public VariableKeys(string part, StoredKeys stored) => (this.part, this.stored) = (part, stored);

    /// <summary>The type of the values, as text.</summary>
    public string TypeName => stored is null ? TypeText.Of(alphabet!.ValueType) : stored.TypeName;

    /// <summary>The values in their type.</summary>
    /// <exception cref="VariableTypeException">They have another type.</exception>
    public Alphabet<TVariable> AlphabetOf<TVariable>()
        where TVariable : notnull
    {
        if (alphabet is Alphabet<TVariable> own) return own;
        if (typed is Alphabet<TVariable> known) return known;
        if (stored is null || stored.TypeName != TypeText.Of<TVariable>())
            throw new VariableTypeException($"The context variable of the part '{part}' is of type {TypeName}, not {TypeText.Of<TVariable>()}. Ask for it as {TypeName}.");
        var read = stored.As<TVariable>($"context values of the part '{part}'");
        typed = read;
        return read;
    }

    /// <summary>The number here of every value of another alphabet of the same type; −1 for values that are not known here.</summary>
    /// <exception cref="VariableTypeException">The values have another type.</exception>
    public int[] NumbersOf(IAlphabet values) => values.Accept(new Renumbering(this));

    /// <summary>The keys for a file.</summary>
    public StoredKeys ForFile(IReadOnlyList<KeyText> texts) => stored ?? StoredKeys.Of(alphabet!, texts);

    private sealed class Renumbering(VariableKeys known) : IAlphabetVisitor<int[]>
    {
        public int[] Visit<T>(Alphabet<T> alphabet)
            where T : notnull
        {
            var own = known.AlphabetOf<T>();
            var numbers = new int[alphabet.Count];
            for (var i = 0; i < numbers.Length; i++) numbers[i] = own.TryIndex(alphabet[i], out var index) ? index : -1;
            return numbers;
        }
    }
}
