using ContextureDsl.Analyzers.Association;
using ContextureDsl.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ContextureDsl.Analyzers.Rules;

/// <summary>CTX1002: the context variable determines the input, so that the spectrum is flat.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IdentityContextAnalyzer : PartAnalyzer
{
    public static readonly DiagnosticDescriptor IdentityContext = Rule.Association(
        RuleIds.IdentityContext, "Context variable determines the input", "Context {0}: {1}, so every singular value is one and no feature is preferred. {2}",
        "If X is a function of A, E[g(X)|A] = g(X) for every g, so T* is an isometry and the spectrum is flat. The other direction, A as a function of X, is a label and is fine.");

    private protected override DiagnosticDescriptor Descriptor => IdentityContext;

    private protected override void Analyze(DeclaredPart part)
    {
        if (part.Reading is not ObservedReading reading || !PartLaw.IsIdentity(reading)) return;
        var what = SameExpression.Holds(reading.Variable.Body!, reading.Input.Selector.Body!) ? "the input is seen with itself" : $"`{reading.Variable.Text}` determines the input `{reading.Input.Selector.Text}`";
        part.Report(IdentityContext, reading.Variable, part.Name, what, part.IsMixed
            ? "No two inputs share a value of it: remove this part of the mix, or use a context that different inputs share"
            : "Use a context that different inputs share, such as a basket, a user or a label");
    }
}
