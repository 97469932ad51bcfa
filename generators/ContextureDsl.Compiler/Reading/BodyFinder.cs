using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Finds the bodies that a declaration is spread over: Define, helpers that take Events, and the Define of another declaration behind Over.</summary>
internal sealed class BodyFinder
{
    private readonly Compilation compilation;
    private readonly KnownSymbols known;
    private readonly CancellationToken cancellationToken;
    private readonly INamedTypeSymbol? declaring;

    /// <param name="declaring">The type whose declaration is read; null for the free form.</param>
    public BodyFinder(Compilation compilation, KnownSymbols known, INamedTypeSymbol? declaring, CancellationToken cancellationToken)
    {
        this.compilation = compilation;
        this.known = known;
        this.declaring = declaring;
        this.cancellationToken = cancellationToken;
    }

    /// <summary>The Define that runs for a class: its own, or the nearest inherited one.</summary>
    public IMethodSymbol? DefineOf(INamedTypeSymbol type)
    {
        for (var candidate = type; candidate is not null && !known.IsFrom(candidate); candidate = candidate.BaseType)
            foreach (var member in candidate.GetMembers("Define"))
                if (member is IMethodSymbol { IsOverride: true } define) return define;
        return null;
    }

    /// <summary>The frame of a method whose source is in this compilation, with nothing bound yet.</summary>
    public Frame? Open(IMethodSymbol method, TypeMap types, Frame? caller, Location? site)
    {
        var implementation = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (implementation.DeclaringSyntaxReferences is not [var reference] || !compilation.ContainsSyntaxTree(reference.SyntaxTree)) return null;
        var syntax = reference.GetSyntax(cancellationToken);
        if (syntax is not (BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax)) return null;
        var body = compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellationToken);
        return body is IMethodBodyOperation or ILocalFunctionOperation ? new(body, types, caller, EnclosingOf(implementation, caller), implementation, site) : null;
    }

    /// <summary>The frame of the body behind a call; null where it cannot be seen or would not end.</summary>
    public Frame? Enter(IInvocationOperation call, Frame frame)
    {
        if (frame.Depth >= Frame.MaximumDepth || Target(call, frame) is not var (method, types) || frame.IsActive((method.PartialImplementationPart ?? method).OriginalDefinition)) return null;
        return Open(method, types, frame, frame.Site ?? (IsInside(method) ? null : call.Syntax.GetLocation()));
    }

    /// <summary>The parameter of the body that an argument is for.</summary>
    public IParameterSymbol? ParameterOf(Frame frame, int ordinal) =>
        frame.Member is IMethodSymbol { Parameters: var parameters } && ordinal < parameters.Length ? parameters[ordinal] : null;

    /// <summary>Why <see cref="Enter"/> gave nothing, as the end of a sentence.</summary>
    public string WhyNot(IInvocationOperation call, Frame frame)
    {
        if (frame.Depth >= Frame.MaximumDepth) return $"lies more than {Frame.MaximumDepth} calls deep";
        if (Target(call, frame) is not var (method, _)) return "may run another method than the one named";
        return frame.IsActive((method.PartialImplementationPart ?? method).OriginalDefinition) ? "calls itself" : "has its body outside of this project";
    }

    private (IMethodSymbol Method, TypeMap Types)? Target(IInvocationOperation call, Frame frame)
    {
        var method = call.TargetMethod;
        if (method is { Name: "Over", ContainingType: { } owner } && known.IsFrom(owner.OriginalDefinition))
            return Made(call.Instance, frame) is { } made && DefineOf(made) is { } define ? (define, frame.Types.Enter(ContainerOf(define, made))) : null;
        if (method.ContainingType is { IsExtension: true }) return null;
        if (!method.IsStatic && method.MethodKind != MethodKind.LocalFunction && (method.IsVirtual || method.IsAbstract || method.IsOverride || call.Instance is not IInstanceReferenceOperation)) return null;
        return (method, frame.Types.Enter(method));
    }

    /// <summary>The class of an object that is made in view: only then is it known which Define runs.</summary>
    private static INamedTypeSymbol? Made(IOperation? instance, Frame frame)
    {
        for (var hops = 0; hops <= Frame.MaximumDepth; hops++)
        {
            switch (instance)
            {
                case IObjectCreationOperation { Type: INamedTypeSymbol type }: return type;
                case IConversionOperation conversion: instance = conversion.Operand; break;
                case ILocalReferenceOperation local when frame.Lookup(local.Local) is var (value, owner): (instance, frame) = (value, owner); break;
                default: return null;
            }
        }
        return null;
    }

    private static INamedTypeSymbol ContainerOf(IMethodSymbol define, INamedTypeSymbol made)
    {
        for (var candidate = made; candidate is not null; candidate = candidate.BaseType)
            if (SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, define.ContainingType.OriginalDefinition)) return candidate;
        return made;
    }

    private static Frame? EnclosingOf(IMethodSymbol method, Frame? caller)
    {
        if (method.MethodKind != MethodKind.LocalFunction) return null;
        for (var frame = caller; frame is not null; frame = frame.Caller)
            if (SymbolEqualityComparer.Default.Equals(frame.Member, method.ContainingSymbol)) return frame;
        return null;
    }

    /// <summary>Whether a method is written inside of the declaration that is read, so that a finding can point into it.</summary>
    public bool IsInside(IMethodSymbol method)
    {
        if (declaring is null) return method.MethodKind == MethodKind.LocalFunction;
        return declaring.DeclaringSyntaxReferences.Any(part => method.DeclaringSyntaxReferences.Any(own => own.SyntaxTree == part.SyntaxTree && part.Span.Contains(own.Span)));
    }
}
