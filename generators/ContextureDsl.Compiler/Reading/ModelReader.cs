using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ContextureDsl.Compiler.Equality;
using ContextureDsl.Compiler.Model;
using Microsoft.CodeAnalysis;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Turns the parts that were read into text that outlives the compilation.</summary>
internal sealed class ModelReader
{
    private readonly TypeReader types;
    private readonly KeyReader keys;
    private readonly SelectorModelReader selectors;
    private readonly PartNames names = new();
    private readonly Dictionary<WalkedReading, PartModel?> models = [];
    private readonly IReadOnlyList<SourceModel> sources;

    public ModelReader(Compilation compilation, INamedTypeSymbol declaring, TypeReader types, IReadOnlyList<SourceModel> sources)
    {
        this.types = types;
        this.sources = sources;
        keys = new(compilation, declaring, types);
        selectors = new(compilation, declaring, types);
    }

    /// <summary>The part, or null where one of its types cannot be named from emitted code.</summary>
    public PartModel? Read(WalkedReading walked)
    {
        if (!models.TryGetValue(walked, out var model)) models.Add(walked, model = walked.Part is ObservedReading observed ? Build(observed, walked) : Build((KindReading)walked.Part, walked));
        return model;
    }

    /// <summary>
    /// The parts that one shape would stand for although their code differs: equal texts that bind to different symbols. Which of them a run-time tree means
    /// cannot be told from the shape, so none may be compiled.
    /// </summary>
    public static ImmutableHashSet<PartModel> Ambiguous(IReadOnlyList<PartModel> parts)
    {
        var ambiguous = ImmutableHashSet.CreateBuilder<PartModel>();
        foreach (var twins in parts.GroupBy(part => part.Shape))
            if (twins.Select(Code).Distinct().Skip(1).Any()) ambiguous.UnionWith(twins);
        return ambiguous.ToImmutable();
    }

    /// <summary>What the selectors of a part mean, where they are inlined; those that are not run the real tree's delegates.</summary>
    public static string Code(PartModel part) =>
        string.Join("\n", part.Filters.Concat(Sides(part)).Concat(new[] { part.Weight, (part as ObservedModel)?.Time }.OfType<SelectorModel>()).Select(selector => selector.Inlined ?? ""));

    private static IEnumerable<SelectorModel> Sides(PartModel part) => part switch
    {
        ObservedModel observed => [observed.Input, observed.Variable],
        KindModel { Second: { } second } kind => [kind.First, second],
        _ => [((KindModel)part).First],
    };

    /// <summary>
    /// The same part with nothing inlined. Where the whole is not known, a part of the real tree may come from code that was not read: its texts can be equal and
    /// still mean something else there (another method of the same name, another constant, another checked context), so only its own delegates can say what it means.
    /// </summary>
    public static PartModel ByDelegates(PartModel part)
    {
        var delegated = part with
        {
            Filters = EquatableArray.Of(part.Filters.Select(ByDelegate)),
            Weight = part.Weight is { } weight ? ByDelegate(weight) : null,
        };
        return delegated switch
        {
            ObservedModel observed => observed with { Input = ByDelegate(observed.Input), Variable = ByDelegate(observed.Variable), Time = observed.Time is { } time ? ByDelegate(time) : null },
            KindModel kind => kind with { First = ByDelegate(kind.First), Second = kind.Second is { } second ? ByDelegate(second) : null },
            _ => delegated,
        };
    }

    private static SelectorModel ByDelegate(SelectorModel selector) =>
        selector.Inlined is null ? selector : selector with { Inlined = null, Delegated = "the declaration is not known as a whole" };

    private ObservedModel? Build(ObservedReading part, WalkedReading walked)
    {
        var rows = part.Input.Rows;
        if (rows.Source >= sources.Count || !types.CanName(rows.Row)) return null;
        var filters = rows.Filters.Select(filter => selectors.Read(filter)).ToList();
        var input = selectors.Read(part.Input.Selector);
        var variable = selectors.Read(part.Variable);
        var weight = part.Weight is null ? null : selectors.Read(part.Weight);
        var time = part.Time is null ? null : selectors.Read(part.Time);
        if (filters.Contains(null) || input is null || variable is null || keys.Read(part.Input.Selector.Result) is not { } inputKey || keys.Read(part.Variable.Result) is not { } variableKey) return null;
        var predicates = EquatableArray.Of(filters.Select(filter => filter!));
        return new()
        {
            Name = names.Next(walked),
            Source = rows.Source,
            Filters = predicates,
            Input = input,
            InputMany = part.Input.Many,
            InputKey = inputKey,
            Variable = variable,
            VariableMany = part.Many,
            VariableKey = variableKey,
            Weight = weight,
            Time = time,
            HasMinimumCount = part.HasMinimumCount,
            Shape = ShapeWriter.OfObserved(sources[rows.Source], predicates, input, part.Input.Many, variable, part.Many, weight, time),
        };
    }

    private KindModel? Build(KindReading part, WalkedReading walked)
    {
        var rows = part.Rows;
        if (rows.Source >= sources.Count || !types.CanName(rows.Row) || types.Read(part.Input) is not { } input) return null;
        var read = part.Selectors.ToDictionary(selector => selector, selectors.Read);
        if (read.ContainsValue(null) || part.Sides.Count() is 0 or > 2) return null;
        var filters = EquatableArray.Of(rows.Filters.Select(filter => read[filter]!));
        var sides = part.Sides.Select(side => read[side]!).ToList();
        var weight = part.Weight is null ? null : read[part.Weight];
        var steps = part.Chain.Steps.Select(step => (step.Name, (IReadOnlyList<SelectorModel>)[.. step.Selectors.Select(selector => read[selector]!)]));
        return new()
        {
            Name = names.Next(walked),
            Source = rows.Source,
            Filters = filters,
            Steps = string.Join(".", part.Chain.Steps.Select(step => step.Name)),
            Input = input,
            First = sides[0],
            Second = sides.Count > 1 ? sides[1] : null,
            Weight = weight,
            Shape = ShapeWriter.OfKind(sources[rows.Source], filters, part.Key is { } key ? read[key] : null, steps, weight),
        };
    }
}
