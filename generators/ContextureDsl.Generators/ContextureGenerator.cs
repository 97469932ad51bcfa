using System.Linq;
using System.Text;
using System.Threading;
using ContextureDsl.Compiler.Model;
using ContextureDsl.Compiler.Reading;
using ContextureDsl.Generators.Emitting;
using ContextureDsl.Generators.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ContextureDsl.Generators;

/// <summary>
/// Emits one file per declaration: attributed type → model → plan → text. What cannot be read is not emitted and runs interpreted; the analyzers say why. The generator
/// itself reports nothing and never throws: one exception would take away the files of all declarations.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContextureGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownSymbols.ContextureAttributeName, IsType, Read).WithTrackingName(TrackingNames.Readings)
            .Where(static reading => reading is { Parts.Count: > 0 })
            .Select(static (reading, _) => reading!).WithTrackingName(TrackingNames.Declarations);

        var plans = declarations.Select(static (declaration, _) => Planner.Plan(declaration)).WithTrackingName(TrackingNames.Plans);

        var crowded = plans.Select(static (plan, _) => plan.FullName).WithTrackingName(TrackingNames.Names)
            .Collect().Select(static (names, _) => HintName.CrowdedAmong(names)).WithTrackingName(TrackingNames.CrowdedNames);

        context.RegisterSourceOutput(
            plans.Combine(crowded).WithTrackingName(TrackingNames.Files),
            static (production, file) => production.AddSource(HintName.Of(file.Left.FullName, file.Right), SourceText.From(Emitter.Emit(file.Left), Encoding.UTF8)));
    }

    /// <summary>Wherever it stands: in the global namespace, nested, generic.</summary>
    private static bool IsType(SyntaxNode node, CancellationToken cancellationToken) =>
        node is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax;

    private static DeclarationModel? Read(GeneratorAttributeSyntaxContext candidate, CancellationToken cancellationToken) =>
        candidate.TargetSymbol is INamedTypeSymbol type && IsFirstAttributed(candidate)
            ? DeclarationReader.Read(type, candidate.SemanticModel.Compilation, cancellationToken).Model
            : null;

    /// <summary>A type with the attribute on several of its parts comes once per part: the first one counts.</summary>
    private static bool IsFirstAttributed(GeneratorAttributeSyntaxContext candidate)
    {
        var first = candidate.TargetSymbol.GetAttributes()
            .FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == KnownSymbols.ContextureAttributeName)?
            .ApplicationSyntaxReference;
        return first is not null && first.SyntaxTree == candidate.TargetNode.SyntaxTree && candidate.TargetNode.Span.Contains(first.Span);
    }
}
