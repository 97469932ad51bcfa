namespace ContextureDsl.Analyzers;

/// <summary>Where the page of a rule is: a path in the sources, which is right in every clone and every fork.</summary>
public static class HelpLinks
{
    public static string For(string ruleId) => $"analyzers/docs/rules/{ruleId}.md";
}
