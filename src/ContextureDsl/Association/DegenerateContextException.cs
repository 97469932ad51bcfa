namespace ContextureDsl;

/// <summary>There is one distinct input, or one distinct context value, so that the constant is the only function.</summary>
public sealed class DegenerateContextException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public DegenerateContextException(string message) : base(message) { }

    internal static DegenerateContextException OneInput(string input, string leftOut) => new(
        $"All events have the same input, {input}{leftOut}. At least two are needed: with one, the constant is the only function. Check the input selector, lower the minimum count, or learn from more events.");

    internal static DegenerateContextException OneVariable(IEnumerable<string> variables, string leftOut) => new(
        $"All events have the same context value, {string.Join(" and, in the next part, ", variables)}{leftOut}. At least two are needed: a constant context says nothing about its input. Check the context selector, lower the minimum count, or learn from more events.");

    internal static DegenerateContextException NothingLeft(string constant, string leftOut) => new(
        $"Nothing but the constant function is left of the mix: the part '{constant}' has one context value{leftOut}, and a convolution is never stronger than its weakest factor. Leave that factor out, check its context selector, or use Mix.Convex.");
}
