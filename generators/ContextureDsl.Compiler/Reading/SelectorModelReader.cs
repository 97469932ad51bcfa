using ContextureDsl.Compiler.Model;
using Microsoft.CodeAnalysis;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Turns a selector into text: inlined where its body can be moved, otherwise with the reason why it stays a delegate.</summary>
internal sealed class SelectorModelReader
{
    private readonly Compilation compilation;
    private readonly INamedTypeSymbol declaring;
    private readonly TypeReader types;

    public SelectorModelReader(Compilation compilation, INamedTypeSymbol declaring, TypeReader types)
    {
        this.compilation = compilation;
        this.declaring = declaring;
        this.types = types;
    }

    /// <summary>The selector, or null where its type cannot be named.</summary>
    public SelectorModel? Read(SelectorReading selector)
    {
        if (types.Read(selector.Result) is not { } result) return null;
        var (inlined, reason) = Inline(selector);
        return new(selector.Text, result, inlined, inlined is null ? reason : null);
    }

    private (string? Inlined, string Reason) Inline(SelectorReading selector)
    {
        if (selector.Captures is [_, ..]) return (null, "captures " + string.Join(", ", selector.Captures));
        if (selector.Generic) return (null, "is written in a generic helper");
        if (selector.Method is { } method) return MethodGroup(method.Method);
        if (selector.Body is not { } body) return (null, "has statements");
        var printer = new ExpressionPrinter(compilation, declaring, types, selector.Lambda!.Symbol.Parameters[0]);
        return printer.Print(body) is { } text ? (text, "") : (null, printer.Reason ?? "cannot be moved");
    }

    private (string? Inlined, string Reason) MethodGroup(IMethodSymbol method)
    {
        if (method is not { IsStatic: true, MethodKind: MethodKind.Ordinary, Parameters: [{ RefKind: RefKind.None }], TypeArguments.IsEmpty: true }) return (null, $"is the method {method.Name}, called through its delegate");
        if (!types.CanName(method.ContainingType) || !compilation.IsSymbolAccessibleWithin(method, declaring)) return (null, $"is {method.Name}, which is out of reach here");
        if (!ExpressionPrinter.IsOnlyCandidate(method, 1)) return (null, $"is {method.Name}, which {method.ContainingType.Name} has several of");
        return ($"{TypeReader.Code(method.ContainingType)}.{CSharpName.Escape(method.Name)}(row)", "");
    }
}
