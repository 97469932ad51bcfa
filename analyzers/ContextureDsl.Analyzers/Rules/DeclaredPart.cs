using System;
using System.Collections.Immutable;
using ContextureDsl.Compiler.Reading;
using Microsoft.CodeAnalysis;

namespace ContextureDsl.Analyzers.Rules;

/// <summary>One part of a declaration, as a rule sees it.</summary>
internal sealed class DeclaredPart
{
    private readonly string declaration;
    private readonly SyntaxNode? mixPart;
    private readonly Action<Diagnostic> report;

    public DeclaredPart(PartReading reading, string declaration, SyntaxNode? mixPart, Action<Diagnostic> report)
    {
        Reading = reading;
        this.declaration = declaration;
        this.mixPart = mixPart;
        this.report = report;
    }

    public PartReading Reading { get; }

    /// <summary>"'genre' of 'ProductSense'", or only the declaration where the part has no name.</summary>
    public string Name => (Reading.DeclaredName ?? Reading.Local) is { } own ? $"'{own}' of '{declaration}'" : $"'{declaration}'";

    /// <summary>Whether it is one part of a mix with others, so that it can be taken out.</summary>
    public bool IsMixed => mixPart is not null;

    /// <summary>A selector as written, on one line, and cut where it is long.</summary>
    public static string Brief(SelectorReading selector)
    {
        var text = string.Join(" ", selector.Text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "…";
    }

    /// <summary>Reports at a selector, or where the declaration brings the part in. The second location is the part of the mix that a fix may remove.</summary>
    public void Report(DiagnosticDescriptor descriptor, SelectorReading selector, params string[] arguments)
    {
        var additional = mixPart is null || Reading.Site is not null ? [] : ImmutableArray.Create(mixPart.GetLocation());
        report(Diagnostic.Create(descriptor, Reading.Site ?? selector.Syntax.GetLocation(), additional, arguments));
    }
}
