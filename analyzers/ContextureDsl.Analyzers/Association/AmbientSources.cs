using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Analyzers.Association;

/// <summary>Knows the members of the framework whose value is no fact about the event.</summary>
internal static class AmbientSources
{
    /// <summary>The source that one operation itself reads.</summary>
    public static AmbientSource Of(IOperation operation) => operation switch
    {
        IInvocationOperation call => OfCall(call),
        IPropertyReferenceOperation property => OfProperty(property.Property),
        _ => AmbientSource.None,
    };

    private static AmbientSource OfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        switch (FrameworkNames.Of(method.ContainingType))
        {
            case "System.Guid" when method.Name is "NewGuid" or "CreateVersion7":
                return AmbientSource.FreshIdentifier;
            case "System.Random":
                return IsUnseeded(call.Instance) ? AmbientSource.UnseededDraw : AmbientSource.Draw;
            case "System.Security.Cryptography.RandomNumberGenerator":
                return AmbientSource.UnseededDraw;
            case "System.Diagnostics.Stopwatch" when method.IsStatic:
                return AmbientSource.Clock;
            case "System.TimeProvider" when call.Instance is IPropertyReferenceOperation { Property: { Name: "System", IsStatic: true } }:
                return AmbientSource.Clock;
            case "System.String" when method.Name == "GetHashCode":
            case "System.StringComparer" when method.Name == "GetHashCode":
            case "System.Runtime.CompilerServices.RuntimeHelpers" when method.Name == "GetHashCode":
            case "System.HashCode":
                return AmbientSource.ProcessHash;
            default:
                return AmbientSource.None;
        }
    }

    private static AmbientSource OfProperty(IPropertySymbol property) => (FrameworkNames.Of(property.ContainingType), property.Name) switch
    {
        ("System.DateTime", "Now" or "UtcNow" or "Today") => AmbientSource.Clock,
        ("System.DateTimeOffset", "Now" or "UtcNow") => AmbientSource.Clock,
        ("System.Environment", "TickCount" or "TickCount64") => AmbientSource.Clock,
        _ => AmbientSource.None,
    };

    private static bool IsUnseeded(IOperation? random) => random switch
    {
        IPropertyReferenceOperation { Property: { Name: "Shared", IsStatic: true } } => true,
        IObjectCreationOperation { Arguments.IsEmpty: true, Type: { } type } => FrameworkNames.Of(type) == "System.Random",
        _ => false,
    };
}
