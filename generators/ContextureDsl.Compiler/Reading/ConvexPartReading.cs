using Microsoft.CodeAnalysis;

namespace ContextureDsl.Compiler.Reading;

/// <summary>One part of a convex combination.</summary>
public sealed class ConvexPartReading
{
    internal ConvexPartReading(string weightText, NodeReading context, SyntaxNode syntax)
    {
        WeightText = weightText;
        Context = context;
        Syntax = syntax;
    }

    /// <summary>The weight as written.</summary>
    public string WeightText { get; }

    public NodeReading Context { get; }

    /// <summary>The argument, or the element of a collection, that holds the part.</summary>
    public SyntaxNode Syntax { get; }
}
