using System.Globalization;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Planning;

/// <summary>
/// Chooses the width of the blocks. Eight columns need the fewest products over all ranks that were measured (16 took a quarter more, 32 twice as many), and
/// one row of eight floats is one 256-bit register, of eight doubles one 512-bit register, in which a sparse row is summed without touching memory.
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
            ? new(Width, "double", "Vector512", $"{rank}, double storage: a row of a block is 8 doubles, one Vector512, summed in a register over a sparse row")
            : new(Width, "float", "Vector256", $"{rank}, single storage: a row of a block is 8 floats, one Vector256, summed in a register over a sparse row");
    }
}
