using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using ContextureDsl.Compiler.Equality;
using ContextureDsl.Compiler.Findings;
using ContextureDsl.Compiler.Model;
using Microsoft.CodeAnalysis;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Reads a class with Define.</summary>
internal static class ClassReader
{
    private const string Unordered = "a part stands in it several times, and which of its parts are the same or have the weight zero is decided when the object is made";

    public static DeclarationReading Read(INamedTypeSymbol type, INamedTypeSymbol from, Compilation compilation, KnownSymbols known, CancellationToken cancellationToken)
    {
        var log = new ReadingLog(type.Name);
        foreach (var finding in ContainerReader.Check(type, fatal: false)) log.Add(finding);
        var writable = log.Findings.IsEmpty;

        var bodies = new BodyFinder(compilation, known, type, cancellationToken);
        if (bodies.DefineOf(type) is not { } define || define.Parameters.Length != from.TypeArguments.Length) return new(null, null, [], log.Findings);
        var frame = Open(bodies, define, from, type, compilation);
        if (frame is null) return new(null, null, [], log.Findings);

        var reader = new TreeReader(known, bodies, log, cancellationToken);
        var tree = reader.ReadWhole(frame);
        var order = tree is null ? null : PartOrder.Of(tree);
        var parts = order?.Parts ?? reader.CollectParts(frame);
        if (order is { IsFixed: false }) log.Add(new(FindingCode.NotRead, frame.Site ?? frame.Body.Syntax.GetLocation(), type.Name, Unordered, "Nothing needs to change: it runs, only slower. With constant weights and walks it is compiled."));

        var types = new TypeReader(compilation, type);
        var model = writable ? Model(type, from, define, order is { IsFixed: true } ? tree : null, parts, types, compilation, known, log) : null;
        foreach (var part in parts) AddCaptures(part.Part, log);
        return new(model, tree, [.. parts.Select(part => part.Part)], log.Findings);
    }

    private static Frame? Open(BodyFinder bodies, IMethodSymbol define, INamedTypeSymbol from, INamedTypeSymbol type, Compilation compilation)
    {
        var types = new TypeMap(compilation).Enter(InheritedFrom(type, define));
        if (bodies.Open(define, types, null, bodies.IsInside(define) ? null : ContainerReader.Location(type)) is not { } frame) return null;
        for (var i = 0; i < from.TypeArguments.Length; i++)
            if (bodies.ParameterOf(frame, i) is { } parameter) frame.Bind(parameter, new RowsReading(i, from.TypeArguments[i], []));
        return frame;
    }

    private static INamedTypeSymbol InheritedFrom(INamedTypeSymbol type, IMethodSymbol define)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
            if (SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, define.ContainingType.OriginalDefinition)) return candidate;
        return type;
    }

    private static DeclarationModel? Model(
        INamedTypeSymbol type, INamedTypeSymbol from, IMethodSymbol define, NodeReading? tree, IReadOnlyList<WalkedReading> parts, TypeReader types, Compilation compilation, KnownSymbols known, ReadingLog log)
    {
        var sides = from.ContainingType.TypeArguments;
        if (types.Read(sides[0]) is not { } input) return null;
        var variable = sides.Length > 1 ? types.Read(sides[1]) : null;
        if (sides.Length > 1 && variable is null) return null;
        var sources = new List<SourceModel>();
        for (var i = 0; i < from.TypeArguments.Length; i++)
        {
            if (types.Read(from.TypeArguments[i]) is not { } row) return null;
            sources.Add(new(i, CSharpName.Escape(define.Parameters[i].Name), row));
        }

        var models = new ModelReader(compilation, type, types, sources);
        var read = Parts(parts, tree is not null, models, log);
        var whole = tree is null || read.Count != parts.Count ? null : new ContextModelReader(PartOrder.Of(tree)).ReadWhole(tree);
        var settings = SettingsReader.Of(SettingsReader.AttributeOf(type, known));
        return new()
        {
            Form = DeclarationForm.Class,
            Namespace = NamespaceOf(type),
            Containers = ContainerReader.Read(type),
            TakenNames = ContainerReader.TakenNames(type, from.TypeArguments),
            Input = input,
            Variable = variable,
            Sources = EquatableArray.Of(sources),
            Tree = whole,
            Parts = EquatableArray.Of(whole is null ? read.Select(ModelReader.ByDelegates) : read),
            Shape = whole is null ? "" : ShapeWriter.Of(whole, read),
            HalfLifeDays = null,
            Rank = settings.Rank,
            HasMinimumCount = settings.HasMinimumCount,
            DoublePrecision = settings.DoublePrecision,
        };
    }

    /// <summary>Parts that code can be emitted for. The leaves of a tree keep their places; parts collected one by one are listed once.</summary>
    private static List<PartModel> Parts(IReadOnlyList<WalkedReading> parts, bool whole, ModelReader models, ReadingLog log)
    {
        var read = new List<PartModel>();
        var shapes = new HashSet<(string, string)>();
        foreach (var part in parts)
        {
            if (models.Read(part) is { } model)
            {
                if (whole || shapes.Add((model.Shape, ModelReader.Code(model)))) read.Add(model);
            }
            else
            {
                log.Add(Unwritable(part.Part, log.Declaration));
            }
        }
        var ambiguous = ModelReader.Ambiguous(read);
        foreach (var part in parts)
            if (models.Read(part) is { } model && ambiguous.Contains(model))
                log.Add(new(FindingCode.NotRead, part.Part.Site ?? part.Part.Main.Syntax.GetLocation(), log.Declaration, $"`{TreeReader.Brief(part.Part.Main.Syntax)}` is written the same in two parts but means different things", "Write one of the two differently, for instance with the class name before the method."));
        read.RemoveAll(ambiguous.Contains);
        return read;
    }

    private static Finding Unwritable(PartReading part, string declaration)
    {
        var nullable = part.Sides.FirstOrDefault(selector => KeyReader.IsNullableValue(selector.Result));
        var (what, remedy) = nullable is null
            ? ($"a type in `{TreeReader.Brief(part.Main.Syntax)}` cannot be named in generated code", "Use a tuple or a record struct instead of an anonymous type, and internal types instead of file-local ones.")
            : ($"`{TreeReader.Brief(nullable.Syntax)}` may be null, and no key is", "Leave out the rows without a value by Where, and take .Value in the selector.");
        return new(FindingCode.NotRead, part.Site ?? part.Main.Syntax.GetLocation(), declaration, what, remedy);
    }

    private static void AddCaptures(PartReading part, ReadingLog log)
    {
        foreach (var selector in part.Selectors)
            if (selector.Captures is [_, ..] captures)
                log.Add(new(FindingCode.Captures, part.Site ?? selector.Syntax.GetLocation(), log.Declaration, TreeReader.Brief(selector.Syntax), string.Join(", ", captures)));
    }

    internal static string NamespaceOf(INamedTypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)) : "";
}
