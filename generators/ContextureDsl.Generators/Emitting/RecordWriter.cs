using System.Text;
using ContextureDsl.Compiler.Model;
using ContextureDsl.Generators.Planning;

namespace ContextureDsl.Generators.Emitting;

/// <summary>Writes the class that a record in attribute form stands for, in the fluent form in which a person would write it, and the static Learn.</summary>
public static class RecordWriter
{
    /// <summary>The members of the record.</summary>
    public static void Write(SourceWriter writer, EmissionPlan plan)
    {
        var declaration = plan.Declaration;
        var source = plan.Sources[0];
        var types = $"{declaration.Input.Code}, {declaration.Variable!.Code}";
        writer.Write($"/// <summary>What the attributes of <see cref=\"{Reference(declaration)}\"/> declare, in fluent form: copy it into a class of your own to go on from there.</summary>");
        writer.Write(Code.Generated);
        writer.Write(declaration.SettingsText.Length == 0 ? "[global::ContextureDsl.Contexture]" : $"[global::ContextureDsl.Contexture({declaration.SettingsText})]");
        using (writer.Block($"{declaration.Access} {(declaration.HidesInherited ? "new " : "")}sealed class Contexture : global::ContextureDsl.Contexture<{types}>.From<{source.Row}>"))
        {
            writer.Write("/// <inheritdoc/>");
            writer.Write($"protected override global::ContextureDsl.Context<{types}> Define(global::ContextureDsl.Events<{source.Row}> {source.Parameter}) =>");
            writer.Deeper(Fluent((ObservedModel)plan.Parts[0].Model, source.Parameter, declaration.HalfLifeDays) + ";").Blank();
            PlanWriter.WriteProperty(writer, plan);
            PlanWriter.Write(writer.Blank(), plan);
        }
        new LearnWriter(plan).WriteStatics(writer);
    }

    private static string Fluent(ObservedModel observed, string source, string? halfLifeDays)
    {
        var text = new StringBuilder();
        text.Append($"{source}.Input({observed.Input.Text})\n    .Context({observed.Variable.Text})");
        if (observed.Weight is { } weight) text.Append($"\n    .Weight({weight.Text})");
        if (observed.Time is { } time)
            text.Append($"\n    .Time({time.Text}{(halfLifeDays is null ? "" : $", global::System.TimeSpan.FromDays({halfLifeDays})")})");
        return text.ToString();
    }

    /// <summary>A documentation reference writes type arguments in braces.</summary>
    private static string Reference(DeclarationModel declaration) =>
        declaration.Containers[declaration.Containers.Count - 1].Name.Replace('<', '{').Replace('>', '}');
}
