namespace ContextureDsl.Cli;

/// <summary>How parts are mixed.</summary>
internal enum MixOperation
{
    /// <summary><see cref="Mix.Convex{TInput}(ReadOnlySpan{ValueTuple{double, Context{TInput}}})"/>.</summary>
    Convex,

    /// <summary>One after another, in the order of the command line.</summary>
    Convolve,

    /// <summary>Without showing which part was drawn: equal texts are one context value.</summary>
    Average,

    /// <summary>One encoder each, side by side.</summary>
    Concatenate,
}
