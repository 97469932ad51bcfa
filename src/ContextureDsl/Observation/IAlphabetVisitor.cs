namespace ContextureDsl.Observation;

/// <summary>Typed code to run on an alphabet whose value type the caller does not know.</summary>
public interface IAlphabetVisitor<out TResult>
{
    /// <summary>Runs on the alphabet in its type.</summary>
    TResult Visit<T>(Alphabet<T> alphabet)
        where T : notnull;
}
