using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ContextureDsl.Compiler.Findings;

/// <summary>One thing that the reader found. Holds a location, so it is for analyzers only and never part of a model.</summary>
public sealed class Finding
{
    public Finding(FindingCode code, Location location, params string[] arguments)
    {
        Code = code;
        Location = location;
        Arguments = [.. arguments];
    }

    /// <summary>The rule.</summary>
    public FindingCode Code { get; }

    /// <summary>Where the user would change something.</summary>
    public Location Location { get; }

    /// <summary>What the message of the rule is filled with.</summary>
    public ImmutableArray<string> Arguments { get; }

    /// <summary>Whether nothing can run until it is put right: a record has no slow path, a class has.</summary>
    public bool Fatal { get; init; }
}
