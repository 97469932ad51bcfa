using ContextureDsl.Observation;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>The right functions of one part, whatever the type of its variable.</summary>
internal sealed class VariableFunctions
{
    private readonly IAlphabet? alphabet;
    private readonly StoredKeys? stored;
    private object? typed;

    /// <summary>Of a part that was just learnt.</summary>
    public VariableFunctions(string name, double share, IAlphabet alphabet, double[] marginal, SingularFunctions functions)
        : this(name, share, marginal, functions) => this.alphabet = alphabet;

    /// <summary>Of a part that was read from a file: its keys get their type when they are asked for with it.</summary>
    public VariableFunctions(string name, double share, StoredKeys stored, double[] marginal, SingularFunctions functions)
        : this(name, share, marginal, functions) => this.stored = stored;

    private VariableFunctions(string name, double share, double[] marginal, SingularFunctions functions)
    {
        Name = name;
        Share = share;
        Marginal = marginal;
        Functions = functions;
        Evidence = functions;
    }

    /// <summary>The name of the part.</summary>
    public string Name { get; }

    /// <summary>w.</summary>
    public double Share { get; }

    /// <summary>q(a), within the part.</summary>
    public double[] Marginal { get; }

    /// <summary>ν(j, a) = v(j, a)/√(w q(a)).</summary>
    public SingularFunctions Functions { get; }

    /// <summary>What stands for ν where a new input is seen with a value: ν itself, and for a walk of several steps where a first step to the value leads.</summary>
    public SingularFunctions Evidence { get; init; }

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
            throw new VariableTypeException($"The context variable of the part '{Name}' is of type {TypeName}, not {TypeText.Of<TVariable>()}. Ask for it as {TypeName}.");
        var read = stored.As<TVariable>($"context values of the part '{Name}'");
        typed = read;
        return read;
    }

    /// <summary>The number here of every value of another alphabet of the same type; −1 for values that are not known here.</summary>
    /// <exception cref="VariableTypeException">The values have another type.</exception>
    public int[] NumbersOf(IAlphabet values) => values.Accept(new Renumbering(this));

    /// <summary>The keys for a file.</summary>
    public StoredKeys Keys(IReadOnlyList<KeyText> texts) => stored ?? StoredKeys.Of(alphabet!, texts);

    /// <summary>The first functions only.</summary>
    public VariableFunctions At(int rank)
    {
        var functions = Functions.At(rank);
        var evidence = ReferenceEquals(Evidence, Functions) ? functions : Evidence.At(rank);
        return stored is null
            ? new(Name, Share, alphabet!, Marginal, functions) { Evidence = evidence }
            : new(Name, Share, stored, Marginal, functions) { Evidence = evidence };
    }

    private sealed class Renumbering(VariableFunctions known) : IAlphabetVisitor<int[]>
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
