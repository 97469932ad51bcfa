namespace ContextureDsl.Compiler.Reading;

/// <summary>What an expression of a declaration stands for. Holds operations and symbols of one compilation, so it is for analyzers only and never part of a model.</summary>
public abstract class NodeReading
{
    private protected NodeReading() { }
}
