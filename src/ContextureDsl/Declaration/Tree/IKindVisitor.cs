namespace ContextureDsl.Tree;

/// <summary>Typed code over a kind of context: one method for each kind; see <see cref="Kind.Accept{TResult}"/>.</summary>
public interface IKindVisitor<out TResult>
{
    /// <summary>Patches of images.</summary>
    TResult Visit<TInput>(ImageKind<TInput> kind)
        where TInput : notnull;

    /// <summary>Patches of images with what is said of them.</summary>
    TResult Visit<TToken>(CaptionKind<TToken> kind)
        where TToken : notnull;
}
