using System.Globalization;
using ContextureDsl.Observation;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>The values of an alphabet in the form that a file holds: text, 64-bit numbers or Guids, with the name of their type.</summary>
internal sealed class StoredKeys
{
    private const int GuidBytes = 16;

    private readonly string[] texts = [];
    private readonly long[] numbers = [];
    private readonly Guid[] guids = [];
    private readonly string path;
    private readonly IReadOnlyList<KeyText> readers;

    private StoredKeys(KeyKind kind, string typeName, string[] texts)
        : this(kind, typeName, "", []) => this.texts = texts;

    private StoredKeys(string typeName, long[] numbers)
        : this(KeyKind.Number, typeName, "", []) => this.numbers = numbers;

    private StoredKeys(string typeName, Guid[] guids)
        : this(KeyKind.Guid, typeName, "", []) => this.guids = guids;

    private StoredKeys(KeyKind kind, string typeName, string path, IReadOnlyList<KeyText> readers)
    {
        Kind = kind;
        TypeName = typeName;
        this.path = path;
        this.readers = readers;
    }

    public KeyKind Kind { get; }

    /// <summary>The type as the tree writes it: namespace, nesting, arguments.</summary>
    public string TypeName { get; }

    public int Count => Kind switch { KeyKind.Number => numbers.Length, KeyKind.Guid => guids.Length, _ => texts.Length };

    /// <summary>The values of an alphabet.</summary>
    /// <exception cref="KeyTextException">They have no form in a file, and no usable text was given.</exception>
    public static StoredKeys Of(IAlphabet alphabet, IReadOnlyList<KeyText> texts) => alphabet.Accept(new Converter(texts));

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    public static StoredKeys Read(FileSource source, string what, IReadOnlyList<KeyText> readers)
    {
        var kind = (KeyKind)source.Byte("kind of the " + what);
        var typeName = source.Text("type of the " + what);
        var count = source.Count("number of " + what);
        return kind switch
        {
            KeyKind.Text or KeyKind.Written => new(source, kind, typeName, source.Texts(count, what), [], [], readers),
            KeyKind.Number => new(source, kind, typeName, [], source.Numbers<long>(count, what), [], readers),
            KeyKind.Guid => new(source, kind, typeName, [], [], ReadGuids(source, count, what), readers),
            _ => throw source.Damaged($"the {what} are kept in an unknown way", "a kind from 1 to 4", ((byte)kind).ToString(CultureInfo.InvariantCulture)),
        };
    }

    private StoredKeys(FileSource source, KeyKind kind, string typeName, string[] texts, long[] numbers, Guid[] guids, IReadOnlyList<KeyText> readers)
        : this(kind, typeName, source.Path, readers)
    {
        this.texts = texts;
        this.numbers = numbers;
        this.guids = guids;
    }

    /// <summary>Kind, type, count, values.</summary>
    public void Write(FileSink sink)
    {
        sink.Byte((byte)Kind);
        sink.Text(TypeName);
        sink.Int32(Count);
        foreach (var text in texts) sink.Text(text);
        sink.Numbers<long>(numbers);
        Span<byte> bytes = stackalloc byte[GuidBytes];
        foreach (var guid in guids)
        {
            guid.TryWriteBytes(bytes, bigEndian: true, out _);
            sink.Bytes(bytes);
        }
    }

    /// <summary>The values as text for people: dates as yyyy-MM-dd, bool as True and False, enums by number.</summary>
    public string[] Labels() => Kind switch
    {
        KeyKind.Number => Array.ConvertAll(numbers, Label),
        KeyKind.Guid => Array.ConvertAll(guids, guid => guid.ToString()),
        _ => texts,
    };

    /// <summary>The values in their type.</summary>
    /// <param name="what">What they are, for messages.</param>
    /// <exception cref="EncoderFileException">They are of another type, or not distinct.</exception>
    /// <exception cref="KeyTextException">They were written by a text that was not given for reading.</exception>
    public Alphabet<T> As<T>(string what)
        where T : notnull
    {
        if (TypeName != TypeText.Of<T>() || (Kind != KeyFormat.KindOf<T>()))
            throw new EncoderFileException(path, $"the {what} have another type", TypeText.Of<T>(), TypeName, $"Load it with {TypeName}, or save the encoder again from a declaration of {TypeText.Of<T>()}.");
        var values = Kind switch
        {
            KeyKind.Text => (T[])(object)texts,
            KeyKind.Guid => (T[])(object)guids,
            KeyKind.Number => Array.ConvertAll(numbers, FromNumber<T>),
            _ => FromTexts<T>(what),
        };
        // A dictionary hashes strings with a secret of the process, so a file cannot be made to collide.
        var alphabet = new DictionaryAlphabet<T>();
        for (var i = 0; i < values.Length; i++)
            if (alphabet.Number(values[i]) != i) throw new EncoderFileException(path, $"the {what} are damaged", "distinct values", $"'{KeyFormat.Label(values[i])}' twice", "Save the encoder again.");
        return alphabet;
    }

    private T FromNumber<T>(long number) => KeyFormat.TryFromNumber<T>(number, out var value)
        ? value
        : throw new EncoderFileException(path, "a key is damaged", $"a value of {TypeName}", number.ToString(CultureInfo.InvariantCulture), "Save the encoder again.");

    private T[] FromTexts<T>(string what)
        where T : notnull
    {
        var reader = KeyText.Find<T>(readers)
            ?? throw new KeyTextException($"The {what} in {path} are values of {TypeName}, written as text. Pass the KeyText they were saved with to Learned.Load.");
        try
        {
            return Array.ConvertAll(texts, reader.Read);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            throw new KeyTextException($"The KeyText for {TypeName} cannot read a value that {path} holds: {failure.Message} Pass the one that the file was saved with.", failure);
        }
    }

    private static Guid[] ReadGuids(FileSource source, int count, string what)
    {
        var bytes = source.Numbers<byte>(checked((long)count * GuidBytes), what);
        var guids = new Guid[count];
        for (var i = 0; i < count; i++) guids[i] = new(bytes.AsSpan(i * GuidBytes, GuidBytes), bigEndian: true);
        return guids;
    }

    private string Label(long number)
    {
        if (TypeName == TypeText.Of<DateOnly>() && KeyFormat.TryFromNumber<DateOnly>(number, out var day)) return KeyFormat.Label(day);
        if (TypeName == TypeText.Of<bool>()) return KeyFormat.Label(number == 1);
        if (TypeName == TypeText.Of<char>()) return ((char)number).ToString();
        return TypeName == TypeText.Of<ulong>() ? KeyFormat.Label((ulong)number) : KeyFormat.Label(number);
    }

    private sealed class Converter(IReadOnlyList<KeyText> texts) : IAlphabetVisitor<StoredKeys>
    {
        public StoredKeys Visit<T>(Alphabet<T> alphabet)
            where T : notnull
        {
            var typeName = TypeText.Of<T>();
            return KeyFormat.KindOf<T>() switch
            {
                KeyKind.Text => new(KeyKind.Text, typeName, Convert(alphabet, value => (string)(object)value)),
                KeyKind.Number => new(typeName, Convert(alphabet, KeyFormat.ToNumber)),
                KeyKind.Guid => new(typeName, Convert(alphabet, value => (Guid)(object)value)),
                _ => new(KeyKind.Written, typeName, Written(alphabet, typeName)),
            };
        }

        private static TStored[] Convert<T, TStored>(Alphabet<T> alphabet, Func<T, TStored> convert)
            where T : notnull
        {
            var converted = new TStored[alphabet.Count];
            for (var i = 0; i < converted.Length; i++) converted[i] = convert(alphabet[i]);
            return converted;
        }

        private string[] Written<T>(Alphabet<T> alphabet, string typeName)
            where T : notnull
        {
            var format = KeyText.Find<T>(texts) ?? throw new KeyTextException(
                $"Values of {typeName} have no form of their own in a file. Pass KeyText.For<…>(value => text, text => value) for this type to Save, and to Load later; strings, integers, bool, char, enums, Guid and DateOnly need none.");
            return Convert(alphabet, value =>
            {
                var (text, back) = RoundTrip(format, value, typeName);
                if (!EqualityComparer<T>.Default.Equals(back, value))
                    throw new KeyTextException($"The KeyText for {typeName} writes {value} as '{text}' and reads that as {back}. Reading must give back what was written.");
                return text;
            });
        }

        private static (string Text, T Back) RoundTrip<T>(KeyText<T> format, T value, string typeName)
            where T : notnull
        {
            try
            {
                var text = format.Write(value);
                return (text, format.Read(text));
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                throw new KeyTextException($"The KeyText for {typeName} fails on {value}: {failure.Message} It must write and read every value.", failure);
            }
        }
    }
}
