using Microsoft.CodeAnalysis;

namespace ContextureDsl.Compiler.Reading;

/// <summary>One part of a combination.</summary>
public sealed class WeighedReading
{
    internal WeighedReading(IOperation? weight, NodeReading context, SyntaxNode syntax)
    {
        Weight = weight;
        Context = context;
        Syntax = syntax;
    }

    /// <summary>The weight; null where none is written, and all parts count the same.</summary>
    public IOperation? Weight { get; }

    /// <summary>The weight as written.</summary>
    public string WeightText => Weight is null ? "1" : TreeReader.Brief(Weight.Syntax);

    /// <summary>The weight, where it is constant.</summary>
    public double? Constant => Weight is null ? 1 : ConstantNumber.Of(Weight);

    public NodeReading Context { get; }

    /// <summary>The argument, or the element of a collection, that holds the part.</summary>
    public SyntaxNode Syntax { get; }
}
