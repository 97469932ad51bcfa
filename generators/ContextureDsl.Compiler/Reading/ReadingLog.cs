using System.Collections.Generic;
using System.Collections.Immutable;
using ContextureDsl.Compiler.Findings;
using Microsoft.CodeAnalysis;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Collects why something could not be read, each place once, and reports it inside the declaration that is being read.</summary>
internal sealed class ReadingLog
{

    private readonly List<Finding> findings = [];
    private readonly HashSet<(FindingCode, Location)> reported = [];
    private readonly HashSet<IOperation> failed = [];
    private bool wholeFailed;

    public ReadingLog(string declaration) => Declaration = declaration;

    /// <summary>The name of the type, for messages.</summary>
    public string Declaration { get; }

    public ImmutableArray<Finding> Findings => [.. findings];

    /// <summary>The whole is decided elsewhere: said once, for the first reason.</summary>
    public NodeReading? NotRead(Frame frame, IOperation at, string what, string remedy)
    {
        if (!wholeFailed) Add(new(FindingCode.NotRead, frame.Site ?? at.Syntax.GetLocation(), Declaration, what, remedy));
        wholeFailed = true;
        failed.Add(at);
        return null;
    }

    /// <summary>A part is written where it cannot be seen.</summary>
    public NodeReading? NotFollowed(Frame frame, IOperation at, string what, string remedy)
    {
        wholeFailed = true;
        failed.Add(at);
        Add(new(FindingCode.NotFollowed, frame.Site ?? at.Syntax.GetLocation(), Declaration, what, remedy));
        return null;
    }

    public void Add(Finding finding)
    {
        if (reported.Add((finding.Code, finding.Location))) findings.Add(finding);
    }

    /// <summary>Something inside of this operation could not be read, and the log knows what.</summary>
    public void MarkFailed(IOperation operation) => failed.Add(operation);

    /// <summary>Whether a reason has been given for this operation, or for something inside of it.</summary>
    public bool HasFailed(IOperation operation) => failed.Contains(operation);
}
