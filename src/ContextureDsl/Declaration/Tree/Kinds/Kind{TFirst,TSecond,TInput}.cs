namespace ContextureDsl.Tree;

/// <summary>A kind of context with the types of what it needs of a row and of the input that it gives.</summary>
/// <typeparam name="TFirst">The first thing that is read of a row: a key, a list of tokens, an image.</typeparam>
/// <typeparam name="TSecond">The second thing; <see cref="None"/> where there is one only.</typeparam>
/// <typeparam name="TInput">X.</typeparam>
public abstract class Kind<TFirst, TSecond, TInput> : Kind
    where TInput : notnull
{
    private protected Kind() { }
}
