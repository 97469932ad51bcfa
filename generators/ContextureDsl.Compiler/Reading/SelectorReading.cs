using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>A lambda or a method group of the declaration.</summary>
public sealed class SelectorReading
{
    /// <summary>What <c>CallerArgumentExpression</c> passes at run time.</summary>
    public required string Text { get; init; }

    /// <summary>The type of an event.</summary>
    public required ITypeSymbol Row { get; init; }

    /// <summary>The type of one value.</summary>
    public required ITypeSymbol Result { get; init; }

    /// <summary>Where it is written.</summary>
    public required SyntaxNode Syntax { get; init; }

    /// <summary>The lambda; null for a method group.</summary>
    public required IAnonymousFunctionOperation? Lambda { get; init; }

    /// <summary>The method of a method group; null for a lambda.</summary>
    public required IMethodReferenceOperation? Method { get; init; }

    /// <summary>The lambda or the method group.</summary>
    public IOperation? Operation => (IOperation?)Lambda ?? Method;

    /// <summary>The expression that the lambda returns; null where it has statements, or is none.</summary>
    public required IOperation? Body { get; init; }

    /// <summary>The names of locals, parameters and members of <c>this</c> that are read from outside, in the order of first use.</summary>
    public required ImmutableArray<string> Captures { get; init; }

    /// <summary>Whether types in it are type parameters of a method or a class that the reader went through, so that its symbols are not those that run.</summary>
    public required bool Generic { get; init; }
}
