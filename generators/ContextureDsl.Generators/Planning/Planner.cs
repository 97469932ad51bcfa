using System.Linq;
using ContextureDsl.Compiler.Equality;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Planning;

/// <summary>Model to plan: the passes in their order.</summary>
public static class Planner
{
    /// <summary>What is emitted for a declaration with at least one readable part.</summary>
    public static EmissionPlan Plan(DeclarationModel declaration)
    {
        var alphabets = new AlphabetPass();
        var parts = PartPass.Run(declaration, alphabets);
        var mix = SimplifyMixPass.Run(declaration, parts);
        var stem = NameTable.Pascal(declaration.Containers[declaration.Containers.Count - 1].MetadataName.Split('`')[0]);
        return new()
        {
            Declaration = declaration,
            FullName = HintName.FullNameOf(declaration),
            Stem = stem,
            PlanName = new NameTable([.. declaration.TakenNames]).Take(stem + "Plan"),
            Learned = declaration.Variable is { } variable
                ? $"global::ContextureDsl.Learned<{declaration.Input.Code}, {variable.Code}>"
                : $"global::ContextureDsl.Learned<{declaration.Input.Code}>",
            Sources = SourcePass.Run(declaration),
            Parts = parts,
            KeyStructs = EquatableArray.Of(alphabets.Structs),
            Shares = mix is { IsPlain: true } ? FlattenMixPass.Run(declaration) : EquatableArray<SharePlan>.Empty,
            Mix = mix,
            Mixed = MixedOperatorPass.Run(mix, parts),
            OperatorNote = MixedOperatorPass.WhyNot(mix, parts),
            Block = BlockWidthPass.Run(declaration),
            Decomposes = mix is { IsPlain: true } && !Walks(declaration.Tree!),
        };
    }

    /// <summary>Lazy by itself only adds a diagonal to the counts; other walks, also of lazy steps, are polynomials of the operator.</summary>
    private static bool Walks(ContextModel context) => context switch
    {
        WalkModel walk => walk.Name != "Lazy" || walk.Context is WalkModel || Walks(walk.Context),
        _ => context.Children.Any(Walks),
    };
}
