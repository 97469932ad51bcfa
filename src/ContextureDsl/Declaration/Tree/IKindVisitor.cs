namespace ContextureDsl.Tree;

/// <summary>Typed code over a kind of context: one method for each kind; see <see cref="Kind.Accept{TResult}"/>.</summary>
public interface IKindVisitor<out TResult>
{
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
}
