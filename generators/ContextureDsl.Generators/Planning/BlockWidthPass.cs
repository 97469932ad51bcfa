using System.Globalization;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Planning;

/// <summary>
/// Chooses the width of the blocks and the registers that hold one of their rows. Eight columns need the fewest products over all ranks that were measured (16 take
/// a quarter more, 32 twice as many). Eight floats are one 256-bit register; eight doubles are two, which were no slower than one of 512 bits where the
/// processor has those, and are right everywhere else.
/// </summary>
public static class BlockWidthPass
{
    /// <summary>Columns of a block.</summary>
    public const int Width = 8;

    /// <summary>The blocks of a declaration that was read as a whole.</summary>
    public static BlockPlan? Run(DeclarationModel declaration)
    {
        if (declaration.Tree is null) return null;
        var rank = declaration.Rank is { } declared ? "rank " + declared.ToString(CultureInfo.InvariantCulture) : "automatic rank";
        return declaration.DoublePrecision
            ? new(Width, "double", 2, $"{rank}, double storage: a row of a block is 8 doubles in two 256-bit registers")
            : new(Width, "float", 1, $"{rank}, single storage: a row of a block is 8 floats in one 256-bit register");
    }
}
