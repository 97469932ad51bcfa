namespace ContextureDsl;

/// <summary>A number of a row cannot be put into a bucket: it is NaN, or infinite where edges are learnt from it.</summary>
public sealed class InvalidNumberException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public InvalidNumberException(string message) : base(message) { }

    internal static InvalidNumberException InBucket(double value, string where) => new(FormattableString.Invariant(
        $"{where} was given {value}, which lies in no interval. Leave such events out with Where, or give them a context value of their own."));
}
