namespace ContextureDsl.Observation;

/// <summary>What a finished part says of itself.</summary>
internal static class FinishedPart
{
    /// <summary>The part with the way in which its law was found.</summary>
    public static ObservedPart<TInput, TVariable> As<TInput, TVariable>(this ObservedPart<TInput, TVariable> part, Estimation estimation, FittedState? fitted = null)
        where TInput : notnull
        where TVariable : notnull => new(part.Inputs, part.Variables, part.Table, part.Summary) { Estimation = estimation, Fitted = fitted };

    /// <summary>The part, whose context values are classes.</summary>
    public static ObservedPart<TInput, TLabel> AsClasses<TInput, TLabel>(this ObservedPart<TInput, TLabel> part, Estimation estimation, FittedState? fitted = null)
        where TInput : notnull
        where TLabel : notnull => new(part.Inputs, part.Variables, part.Table, part.Summary) { Estimation = estimation, Fitted = fitted, HasClasses = true };
}
