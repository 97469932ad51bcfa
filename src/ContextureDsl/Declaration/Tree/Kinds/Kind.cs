namespace ContextureDsl.Tree;

/// <summary>
/// What kind of context a chain of steps declares: its parameters, and the lambdas in it that are not over a row. Immutable. A new kind is a new derived class,
/// one method of <see cref="IKindVisitor{TResult}"/>, and what that method makes of it.
/// </summary>
public abstract class Kind
{
    private protected Kind() { }

    /// <summary>How the joint law is found.</summary>
    public abstract Estimation Estimation { get; }

    /// <summary>Whether it learns from the rows something besides counts that it needs to read new ones: a codebook, edges of buckets, the training rows themselves.</summary>
    public virtual bool LearnsState => false;

    /// <summary>Runs typed code on this kind without reflection.</summary>
    public abstract TResult Accept<TResult>(IKindVisitor<TResult> visitor);
}
