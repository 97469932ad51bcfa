namespace ContextureDsl;

/// <summary>The context variable of a part has another type than the one asked for.</summary>
public sealed class VariableTypeException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public VariableTypeException(string message) : base(message) { }
}
