using System.Linq;
using System.Threading;
using ContextureDsl.Compiler.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>
/// Reads a declaration. The generator takes the model and stays silent otherwise; the analyzers report the findings; because both come from one reading they
/// cannot disagree. Never throws on half-typed code.
/// </summary>
public static class DeclarationReader
{
    /// <summary>Reads a type, with the attribute or without: a class with Define, or a record with attributes on its properties.</summary>
    public static DeclarationReading Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken) =>
        KnownSymbols.Of(compilation) is { } known ? Read(type, compilation, known, cancellationToken) : Nothing;

    /// <summary>The same, where the library's types have been looked up already.</summary>
    public static DeclarationReading Read(INamedTypeSymbol type, Compilation compilation, KnownSymbols known, CancellationToken cancellationToken)
    {
        var from = known.FromOf(type);
        var marked = RecordMembers.Of(type, known);
        if (from is null && marked.IsEmpty)
            return Refused(new(FindingCode.AmbiguousForm, ContainerReader.Location(type), type.Name, "it has neither Define nor [Input], so it declares nothing", "Derive from Contexture<X>.From<Row> and override Define, or mark one property [Input] and one [ContextVariable].") { Fatal = true });
        if (from is not null && !marked.IsEmpty)
            return Refused(new(FindingCode.AmbiguousForm, marked.First!.GetLocation(), type.Name, "it has both Define and attributes on properties, and they need not agree", "Keep one: Define for mixes and several sources, attributes for one record that holds both sides.") { Fatal = true });
        return from is not null
            ? ClassReader.Read(type, from, compilation, known, cancellationToken)
            : RecordReader.Read(type, marked, compilation, known, cancellationToken);
    }

    /// <summary>Reads the lambda of <c>Contexture.Learn(rows, o => …)</c>. The free form is always interpreted, so there is no model and nothing is found slow.</summary>
    public static DeclarationReading ReadFreeForm(IInvocationOperation call, Compilation compilation, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (!KnownSymbols.Same(call.TargetMethod.ContainingType, known.FreeForm)) return Nothing;
        foreach (var argument in call.Arguments)
            if (argument.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda })
                return ReadLambda(lambda, compilation, known, cancellationToken);
        return Nothing;
    }

    private static DeclarationReading ReadLambda(IAnonymousFunctionOperation lambda, Compilation compilation, KnownSymbols known, CancellationToken cancellationToken)
    {
        var log = new ReadingLog("Contexture.Learn");
        var frame = new Frame(lambda, new TypeMap(compilation), null, null, lambda.Symbol, null);
        foreach (var parameter in lambda.Symbol.Parameters)
            if (parameter.Type is INamedTypeSymbol { TypeArguments: [var row] }) frame.Bind(parameter, new RowsReading(parameter.Ordinal, row, []));
        var reader = new TreeReader(known, new BodyFinder(compilation, known, null, cancellationToken), log, cancellationToken);
        var tree = reader.ReadWhole(frame);
        var parts = tree is null ? reader.CollectParts(frame) : PartOrder.Of(tree).Parts;
        return new(null, tree, [.. parts.Select(part => part.Part)], []);
    }

    private static DeclarationReading Nothing => new(null, null, [], []);

    private static DeclarationReading Refused(Finding finding) => new(null, null, [], [finding]);
}
