namespace ContextureDsl;

/// <summary>A declaration says something that has no meaning, such as a mix whose shares are all zero.</summary>
public sealed class DeclarationException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public DeclarationException(string message) : base(message) { }
}
