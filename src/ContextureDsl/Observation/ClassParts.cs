namespace ContextureDsl.Observation;

/// <summary>What a finished part says of itself.</summary>
internal static class ClassParts
{
    /// <summary>The part with the way in which its law was found.</summary>
    public static ObservedPart<TInput, TVariable> As<TInput, TVariable>(this ObservedPart<TInput, TVariable> part, Estimation estimation, FittedState? fitted = null)
        where TInput : notnull
        where TVariable : notnull => new(part.Inputs, part.Variables, part.Table, part.Summary) { Estimation = estimation, Fitted = fitted };

    /// <summary>The part, whose context values are classes: at least two of them.</summary>
    /// <exception cref="OneClassException">There is one class.</exception>
    public static ObservedPart<TInput, TLabel> AsClasses<TInput, TLabel>(this ObservedPart<TInput, TLabel> part, CountScope scope, Estimation estimation, FittedState? fitted = null)
        where TInput : notnull
        where TLabel : notnull => part.Variables.Count >= 2 || scope.Fitted is not null
            ? new(part.Inputs, part.Variables, part.Table, part.Summary) { Estimation = estimation, Fitted = fitted, Values = ClassNoun }
            : throw OneClassException.Of(scope, part.Summary, part.Variables.Describe(0));

    private const string ClassNoun = "classes";
}
