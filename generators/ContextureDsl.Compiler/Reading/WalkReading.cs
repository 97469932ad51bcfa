namespace ContextureDsl.Compiler.Reading;

/// <summary>A context from inputs to inputs, taken a number of steps.</summary>
public sealed class WalkReading : NodeReading
{
    internal WalkReading(NodeReading context, string name)
    {
        Context = context;
        Name = name;
    }

    public NodeReading Context { get; }

    /// <summary>The name of the method.</summary>
    public string Name { get; }
}
