using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>One body that is being evaluated: what its parameters stand for, what its locals hold, and how the reader came here.</summary>
internal sealed class Frame
{
    /// <summary>The deepest chain of helpers that is followed.</summary>
    public const int MaximumDepth = 8;

    private readonly Dictionary<IParameterSymbol, NodeReading> bindings = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IOperation, NodeReading> made = [];

    public Frame(IOperation body, TypeMap types, Frame? caller, Frame? enclosing, ISymbol member, Location? site)
    {
        Body = body;
        Types = types;
        Caller = caller;
        Enclosing = enclosing;
        Member = member;
        Site = site;
        Depth = caller is null ? 0 : caller.Depth + 1;
        Locals = LocalFacts.Of(body);
    }

    public IOperation Body { get; }

    public TypeMap Types { get; }

    public Frame? Caller { get; }

    /// <summary>The frame that a local function is written in.</summary>
    public Frame? Enclosing { get; }

    public ISymbol Member { get; }

    /// <summary>The place in the declaration being read from where a body outside of it was entered; null inside.</summary>
    public Location? Site { get; }

    public int Depth { get; }

    public LocalFacts Locals { get; }

    public void Bind(IParameterSymbol parameter, NodeReading reading) => bindings[parameter] = reading;

    /// <summary>What a parameter stands for; null where that is not known, or it is written.</summary>
    public NodeReading? Lookup(IParameterSymbol parameter)
    {
        for (var frame = this; frame is not null; frame = frame.Enclosing)
            if (frame.bindings.TryGetValue(parameter, out var reading)) return frame.Locals.IsWritten(parameter) ? null : reading;
        return null;
    }

    /// <summary>What a call in this body has made; null where it has not been read yet.</summary>
    public NodeReading? Remembered(IInvocationOperation call) => made.TryGetValue(call, out var reading) ? reading : null;

    /// <summary>Keeps what a call has made: it runs once, since there are no loops in what is read, so a local that is used twice stands for one object.</summary>
    public NodeReading? Remember(IInvocationOperation call, NodeReading? reading)
    {
        if (reading is not null) made[call] = reading;
        return reading;
    }

    /// <summary>The one value of a local, with the frame in which it is to be evaluated.</summary>
    public (IOperation Value, Frame Frame)? Lookup(ILocalSymbol local)
    {
        for (var frame = this; frame is not null; frame = frame.Enclosing)
            if (frame.Locals.ValueOf(local) is { } value) return (value, frame);
        return null;
    }

    /// <summary>Whether a member is being evaluated already, so that entering it would not end.</summary>
    public bool IsActive(ISymbol member)
    {
        for (var frame = this; frame is not null; frame = frame.Caller)
            if (SymbolEqualityComparer.Default.Equals(frame.Member, member)) return true;
        return false;
    }
}
