using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Gives every part of a declaration an identifier of its own.</summary>
internal sealed class PartNames
{
    private readonly HashSet<string> taken = [];

    /// <summary>From Named, else the local that holds it, else the last member that its context selector names; where that is taken, with the walk that is taken on it.</summary>
    public string Next(WalkedReading walked)
    {
        var part = walked.Part;
        var stem = Words(part.DeclaredName) ?? Words(part.Local) ?? MemberOf(part.Main) ?? "Part";
        if (taken.Contains(stem)) stem += string.Concat(walked.Walk.Reverse().Select(step => step.Name));
        var name = stem;
        for (var i = 2; !taken.Add(name); i++) name = stem + i.ToString(CultureInfo.InvariantCulture);
        return name;
    }

    private static string? Words(string? text) => text is null ? null : CSharpName.Pascal(text);

    private static string? MemberOf(SelectorReading selector)
    {
        if (selector.Method is { } method) return CSharpName.Pascal(method.Method.Name);
        var names = Named(selector.Body ?? selector.Lambda).Distinct().Take(3);
        return CSharpName.Pascal(string.Join(" ", names));
    }

    private static IEnumerable<string> Named(IOperation? operation) => operation switch
    {
        IConversionOperation conversion => Named(conversion.Operand),
        IMemberReferenceOperation member => [member.Member.Name],
        IInvocationOperation { Instance: { } instance } call => Named(instance).DefaultIfEmpty(call.TargetMethod.Name),
        IInvocationOperation call => [call.TargetMethod.Name],
        ITupleOperation tuple => tuple.Elements.SelectMany(Named),
        IObjectCreationOperation creation => creation.Arguments.SelectMany(argument => Named(argument.Value)),
        IBinaryOperation binary => Named(binary.LeftOperand).Concat(Named(binary.RightOperand)),
        _ => [],
    };
}
