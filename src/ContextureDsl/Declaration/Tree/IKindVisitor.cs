namespace ContextureDsl.Tree;

/// <summary>Typed code over a kind of context: one method for each kind; see <see cref="Kind.Accept{TResult}"/>.</summary>
public interface IKindVisitor<out TResult>
{
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

    /// <summary>Patches of images.</summary>
    TResult Visit<TInput>(ImageKind<TInput> kind)
        where TInput : notnull;

    /// <summary>Patches of images with what is said of them.</summary>
    TResult Visit<TToken>(CaptionKind<TToken> kind)
        where TToken : notnull;
}
