namespace ContextureDsl.Tree;

/// <summary>Typed code over a kind of context: one method for each kind; see <see cref="Kind.Accept{TResult}"/>.</summary>
public interface IKindVisitor<out TResult>
{
    /// <summary>Is called with the type of the nodes of a graph.</summary>
    TResult Visit<TNode>(NeighbourKind<TNode> kind)
        where TNode : notnull;

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

    /// <summary>Patches of images.</summary>
    TResult Visit<TInput>(ImageKind<TInput> kind)
        where TInput : notnull;

    /// <summary>Patches of images with what is said of them.</summary>
    TResult Visit<TToken>(CaptionKind<TToken> kind)
        where TToken : notnull;

    /// <summary>Is called with the type of the tokens of a sequence.</summary>
    TResult Visit<TToken>(WindowKind<TToken> kind)
        where TToken : notnull;

    /// <inheritdoc cref="Visit{TToken}(WindowKind{TToken})"/>
    TResult Visit<TToken>(MaskedWindowKind<TToken> kind)
        where TToken : notnull;

    /// <inheritdoc cref="Visit{TToken}(WindowKind{TToken})"/>
    TResult Visit<TToken>(MaskedStretchKind<TToken> kind)
        where TToken : notnull;

    /// <summary>Is called with the types of the key of a text and of its tokens.</summary>
    TResult Visit<TInput, TToken>(MaskedTextKind<TInput, TToken> kind)
        where TInput : notnull
        where TToken : notnull;

    /// <inheritdoc cref="Visit{TInput, TToken}(MaskedTextKind{TInput, TToken})"/>
    TResult Visit<TInput, TToken>(StretchesKind<TInput, TToken> kind)
        where TInput : notnull
        where TToken : notnull;

    /// <summary>Is called for features that are corrupted.</summary>
    TResult Visit<TRow, TInput>(CorruptionKind<TRow, TInput> kind)
        where TInput : notnull;
}
