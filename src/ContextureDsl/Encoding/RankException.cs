namespace ContextureDsl;

/// <summary>The rank asked for is not positive, or more than the data can have.</summary>
public sealed class RankException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public RankException(string message) : base(message) { }
}
