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
}
