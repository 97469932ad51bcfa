using System.Collections.Immutable;
using ContextureDsl.Compiler.Findings;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Compiler.Reading;

/// <summary>What was read of one declaration: the model is for the generator, everything else for the analyzers.</summary>
public sealed class DeclarationReading
{
    internal DeclarationReading(DeclarationModel? model, NodeReading? tree, ImmutableArray<PartReading> parts, ImmutableArray<Finding> findings)
    {
        Model = model;
        Tree = tree;
        Parts = parts;
        Findings = findings;
    }

    /// <summary>What determines the emitted code; null where none can be emitted.</summary>
    public DeclarationModel? Model { get; }

    /// <summary>What Define returns; null where the whole could not be read.</summary>
    public NodeReading? Tree { get; }

    /// <summary>Every part that could be read, also where no code can be emitted for it.</summary>
    public ImmutableArray<PartReading> Parts { get; }

    /// <summary>What is wrong, or slow, about how it is written.</summary>
    public ImmutableArray<Finding> Findings { get; }
}
