namespace ContextureDsl.Analyzers;

/// <summary>The categories of the rules.</summary>
public static class RuleCategories
{
    /// <summary>Whether and how code is generated for a declaration.</summary>
    public const string Generation = "ContextureDsl.Generation";

    /// <summary>Whether a context has anything to teach.</summary>
    public const string Association = "ContextureDsl.Association";

    /// <summary>Whether a declaration is used as it has to be for the result to mean something.</summary>
    public const string Usage = "ContextureDsl.Usage";
}
