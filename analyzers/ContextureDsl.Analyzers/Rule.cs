using Microsoft.CodeAnalysis;

namespace ContextureDsl.Analyzers;

/// <summary>Makes descriptors with what all rules share.</summary>
internal static class Rule
{
    public static DiagnosticDescriptor Generation(string id, string title, string message, DiagnosticSeverity severity, string description) =>
        new(id, title, message, RuleCategories.Generation, severity, isEnabledByDefault: true, description, HelpLinks.For(id));

    public static DiagnosticDescriptor Association(string id, string title, string message, string description) =>
        new(id, title, message, RuleCategories.Association, DiagnosticSeverity.Warning, isEnabledByDefault: true, description, HelpLinks.For(id));

    public static DiagnosticDescriptor Usage(string id, string title, string message, DiagnosticSeverity severity, string description) =>
        new(id, title, message, RuleCategories.Usage, severity, isEnabledByDefault: true, description, HelpLinks.For(id));
}
