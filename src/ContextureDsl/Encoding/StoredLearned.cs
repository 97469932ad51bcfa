namespace ContextureDsl;

/// <summary>A learnt context as a file holds it: nobody has said yet what type the inputs are.</summary>
internal sealed record StoredLearned(
    string Declaration, Embedding Embedding, Duplicates Duplicates, Spectrum Spectrum, IReadOnlyList<LearnedPart> Parts, SetAside SetAside, Overlap Overlap, CompilationReport Compilation,
    StoredKeys Inputs, double[] InputMarginal, SingularFunctions Left, IReadOnlyList<VariableFunctions> Right, IReadOnlyList<VariableFunctions> Entries, bool IsSeenDirectly)
{
    /// <summary>With inputs in their type.</summary>
    /// <exception cref="EncoderFileException">They are of another type.</exception>
    /// <exception cref="KeyTextException">They were written by a text that was not given for reading.</exception>
    public LearnedContent<TInput> As<TInput>()
        where TInput : notnull => new()
    {
        Definition = null,
        Declaration = Declaration,
        Embedding = Embedding,
        Duplicates = Duplicates,
        Spectrum = Spectrum,
        Parts = Parts,
        SetAside = SetAside,
        Overlap = Overlap,
        Compilation = Compilation,
        Inputs = Inputs.As<TInput>("inputs"),
        InputMarginal = InputMarginal,
        Left = Left,
        Right = Right,
        Entries = Entries,
        IsSeenDirectly = IsSeenDirectly,
    };
}
