namespace ContextureDsl;

/// <summary>Reads back what <see cref="Learned{TInput}.Save(string, CancellationToken)"/> has written.</summary>
public static class Learned
{
    /// <summary>The extension of the files, with its dot.</summary>
    public const string FileExtension = ".contexture";

    /// <summary>Loads a learnt context whose inputs are of a type.</summary>
    /// <remarks>Nothing in the file is run or trusted: sizes are held against its length before memory is taken, and its SHA-256 is checked first.</remarks>
    /// <param name="path">The file.</param>
    /// <param name="texts">For every type that was saved with a <see cref="KeyText"/>, the same again.</param>
    /// <exception cref="EncoderFileException">The file is missing, truncated, damaged, newer than this library, no encoder, or has inputs of another type.</exception>
    /// <exception cref="KeyTextException">A <see cref="KeyText"/> is missing or does not fit.</exception>
    public static Learned<TInput> Load<TInput>(string path, params IReadOnlyList<KeyText> texts)
        where TInput : notnull => new(Read(path, texts).As<TInput>());

    /// <summary>Loads a learnt context of one part, whose variable is of a type too.</summary>
    /// <inheritdoc cref="Load{TInput}(string, IReadOnlyList{KeyText})"/>
    public static Learned<TInput, TVariable> Load<TInput, TVariable>(string path, params IReadOnlyList<KeyText> texts)
        where TInput : notnull
        where TVariable : notnull
    {
        var stored = Read(path, texts);
        if (stored.Right.Count != 1)
            throw new EncoderFileException(path, "the file holds a mix", "a single observed context", $"{stored.Right.Count} parts: {string.Join(", ", stored.Right.Select(part => $"'{part.Name}'"))}", "Load it by the type of its inputs alone and ask for Variables by the name of a part.");
        if (stored.Right[0].Keys.TypeName != Tree.TypeText.Of<TVariable>())
            throw new EncoderFileException(path, "the context variable has another type", Tree.TypeText.Of<TVariable>(), stored.Right[0].Keys.TypeName, $"Load it with {stored.Right[0].Keys.TypeName}.");
        return new(stored.As<TInput>());
    }

    /// <summary>The file with its keys as they are.</summary>
    internal static StoredLearned Read(string path, IReadOnlyList<KeyText> texts) => EncoderFormat.Read(path, source => LearnedFormat.Read(source, texts));
}
