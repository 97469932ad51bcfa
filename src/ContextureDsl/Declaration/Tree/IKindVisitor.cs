namespace ContextureDsl.Tree;

/// <summary>Typed code over a kind of context: one method for each kind; see <see cref="Kind.Accept{TResult}"/>.</summary>
public interface IKindVisitor<out TResult>
{
    /// <summary>Inputs lead to inputs, by their features.</summary>
    TResult Visit<TRow, TInput>(FeatureKind<TRow, TInput> kind)
        where TInput : notnull;

    /// <summary>The functions of a teacher.</summary>
    TResult Visit<TRow, TInput>(TeacherKind<TRow, TInput> kind)
        where TInput : notnull;

    /// <summary>Is called for a class label.</summary>
    TResult Visit<TInput, TLabel>(LabelKind<TInput, TLabel> kind)
        where TInput : notnull
        where TLabel : notnull;

    /// <summary>Is called for labels with probabilities.</summary>
    TResult Visit<TInput, TLabel>(SoftLabelKind<TInput, TLabel> kind)
        where TInput : notnull
        where TLabel : notnull;

    /// <summary>Is called for a channel given exactly.</summary>
    TResult Visit<TInput, TVariable>(ChannelKind<TInput, TVariable> kind)
        where TInput : notnull
        where TVariable : notnull;

    /// <summary>Is called for a channel given by drawing.</summary>
    TResult Visit<TInput, TVariable>(SampleKind<TInput, TVariable> kind)
        where TInput : notnull
        where TVariable : notnull;

    /// <summary>Is called for a number in buckets.</summary>
    TResult Visit<TInput>(BucketKind<TInput> kind)
        where TInput : notnull;
}
