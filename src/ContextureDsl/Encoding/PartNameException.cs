namespace ContextureDsl;

/// <summary>No part of a learnt declaration has the name asked for, or several have it.</summary>
public sealed class PartNameException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public PartNameException(string message) : base(message) { }
}
