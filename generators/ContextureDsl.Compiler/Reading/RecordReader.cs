using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using ContextureDsl.Compiler.Equality;
using ContextureDsl.Compiler.Findings;
using ContextureDsl.Compiler.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Reads a record with attributes on its properties: the class that the generator writes for it in fluent form.</summary>
internal static class RecordReader
{
    /// <summary>The parameter of the lambdas in the generated class, which is also the canonical one.</summary>
    private const string Row = "row";

    public static DeclarationReading Read(INamedTypeSymbol type, RecordMembers members, Compilation compilation, KnownSymbols known, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var log = new ReadingLog(type.Name);
        foreach (var finding in ContainerReader.Check(type, fatal: true)) log.Add(finding);
        foreach (var finding in Check(type, members, compilation, known)) log.Add(finding);
        var model = log.Findings.IsEmpty ? Model(type, members, compilation, known) : null;
        return new(model, null, [], log.Findings);
    }

    private static IEnumerable<Finding> Check(INamedTypeSymbol type, RecordMembers members, Compilation compilation, KnownSymbols known)
    {
        if (members.Inputs.IsEmpty)
            yield return Ambiguous(type, ContainerReader.Location(type), "no property is marked [Input], so nothing gets a vector", "Mark the property that identifies what is learnt about.");
        if (members.Variables.IsEmpty)
            yield return Ambiguous(type, ContainerReader.Location(type), "no property is marked [ContextVariable], so the input is seen with nothing", "Mark the property that it is seen with, such as a basket, a user or a label.");
        foreach (var (marked, name, remedy) in new[]
        {
            (members.Inputs, "Input", "Keep one; two inputs are one composite key, or two declarations."),
            (members.Variables, "ContextVariable", "Whether both at once or one of the two is meant changes the spectrum: write a class with Define, with a tuple for both at once or Mix.Convex for one of the two."),
            (members.Weights, "Weight", "Keep one, or compute the product in a property."),
            (members.Times, "Time", "Keep one."),
        })
            foreach (var extra in marked.Skip(1))
                yield return Ambiguous(type, extra.Syntax.GetLocation(), $"[{name}] is on `{marked[0].Property.Name}` and on `{extra.Property.Name}`", remedy);
        foreach (var variable in members.Variables)
            if (members.Inputs.Any(input => SymbolEqualityComparer.Default.Equals(input.Property, variable.Property)))
                yield return Ambiguous(type, variable.Syntax.GetLocation(), $"[Input] and [ContextVariable] are both on `{variable.Property.Name}`, which is then seen with itself and every singular value is one", "Mark another property [ContextVariable], one that different inputs share.");
        foreach (var weight in members.Weights)
            if (!compilation.ClassifyConversion(weight.Property.Type, compilation.GetSpecialType(SpecialType.System_Double)).IsNumeric && weight.Property.Type.SpecialType != SpecialType.System_Double)
                yield return Ambiguous(type, weight.Syntax.GetLocation(), $"[Weight] is on `{weight.Property.Name}`, which is no number", "Mark a number: how much the row counts.");
        foreach (var time in members.Times)
            if (!KnownSymbols.Same(time.Property.Type, known.Time))
                yield return Ambiguous(type, time.Syntax.GetLocation(), $"[Time] is on `{time.Property.Name}`, which is no DateTimeOffset", "Make it a DateTimeOffset: a DateTime would be read in the time zone of the machine.");
        if (type.GetMembers("Contexture").FirstOrDefault(member => !IsGenerated(member)) is { } own)
            yield return Ambiguous(type, own.Locations.FirstOrDefault() ?? ContainerReader.Location(type), $"`{type.Name}` has a member `Contexture`, which is the name of the class that is generated in it", "Give the member another name, or write a class with Define.");
        foreach (var key in members.Inputs.Concat(members.Variables))
            if (KeyReader.IsNullableValue(key.Property.Type))
                yield return Ambiguous(type, key.Syntax.GetLocation(), $"`{key.Property.Name}` may be null, and no key is", "Make it a type without null, or write a class with Define that leaves out the rows without a value.");
        foreach (var member in members.Inputs.Concat(members.Variables).Concat(members.Weights).Concat(members.Times))
            if (member.Property.GetMethod is not { } getter || !compilation.IsSymbolAccessibleWithin(getter, type))
                yield return Ambiguous(type, member.Syntax.GetLocation(), $"`{member.Property.Name}` cannot be read from inside of `{type.Name}`", "Give it a getter that is not private to its base type.");
    }

    /// <summary>An analyzer sees the generated class as a member like any other.</summary>
    private static bool IsGenerated(ISymbol member) => member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "GeneratedCodeAttribute");

    private static Finding Ambiguous(INamedTypeSymbol type, Location location, string what, string remedy) =>
        new(FindingCode.AmbiguousForm, location, type.Name, what, remedy) { Fatal = true };

    private static DeclarationModel? Model(INamedTypeSymbol type, RecordMembers members, Compilation compilation, KnownSymbols known)
    {
        var types = new TypeReader(compilation, type);
        var keys = new KeyReader(compilation, type, types);
        var (input, variable) = (members.Inputs[0].Property, members.Variables[0].Property);
        if (types.Read(type) is not { } row || keys.Read(input.Type) is not { } inputKey || keys.Read(variable.Type) is not { } variableKey) return null;
        var source = new SourceModel(0, "rows", row);
        var inputSelector = Selector(input, inputKey.Type, null);
        var variableSelector = Selector(variable, variableKey.Type, null);
        var weight = members.Weights.IsEmpty ? null : Selector(members.Weights[0].Property, types.Read(compilation.GetSpecialType(SpecialType.System_Double)), CastOf(members.Weights[0].Property, compilation));
        var time = members.Times.IsEmpty || known.Time is null ? null : Selector(members.Times[0].Property, types.Read(known.Time), null);
        var part = new ObservedModel
        {
            Name = CSharpName.Pascal(variable.Name) ?? "Part",
            Source = 0,
            Filters = EquatableArray<SelectorModel>.Empty,
            Input = inputSelector,
            InputMany = false,
            InputKey = inputKey,
            Variable = variableSelector,
            VariableMany = false,
            VariableKey = variableKey,
            Weight = weight,
            Time = time,
            Shape = ShapeWriter.OfObserved(source, [], inputSelector, false, variableSelector, false, weight, time),
        };
        var attribute = SettingsReader.AttributeOf(type, known);
        var settings = SettingsReader.Of(attribute);
        return new()
        {
            Form = DeclarationForm.Record,
            Namespace = ClassReader.NamespaceOf(type),
            Containers = ContainerReader.Read(type),
            TakenNames = ContainerReader.TakenNames(type, [type]),
            Input = inputKey.Type,
            Variable = variableKey.Type,
            Sources = EquatableArray.Of([source]),
            Tree = new LeafModel(0, 0),
            Parts = EquatableArray.Of<PartModel>([part]),
            Shape = part.Shape,
            HalfLifeDays = members.Times.IsEmpty ? null : HalfLife(members.Times[0].Attribute),
            HidesInherited = Inherits(type, known),
            Access = Reach.Of(type, input.Type, variable.Type),
            SettingsText = SettingsReader.ArgumentsOf(attribute),
            Rank = settings.Rank,
            DoublePrecision = settings.DoublePrecision,
        };
    }

    private static bool Inherits(INamedTypeSymbol type, KnownSymbols known)
    {
        for (var inherited = type.BaseType; inherited is not null; inherited = inherited.BaseType)
            if (SettingsReader.AttributeOf(inherited, known) is not null) return true;
        return false;
    }

    private static SelectorModel Selector(IPropertySymbol property, TypeModel? result, string? cast)
    {
        var body = $"{cast}{Row}.{CSharpName.Escape(property.Name)}";
        return new($"{Row} => {body}", result!, body, null);
    }

    /// <summary>A decimal is a weight too, but only an explicit conversion makes it a double.</summary>
    private static string? CastOf(IPropertySymbol weight, Compilation compilation) =>
        compilation.ClassifyConversion(weight.Type, compilation.GetSpecialType(SpecialType.System_Double)).IsImplicit ? null : "(double)";

    private static string? HalfLife(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
            if (argument is { Key: "HalfLifeDays", Value.Value: double days } && days != 0) return CSharpLiteral.Of(days);
        return null;
    }
}
