using System.Numerics;
using ContextureDsl.Association;
using ContextureDsl.Kernels;

namespace ContextureDsl.Mixing;

/// <summary>
/// The functions gₖ of the parts that a new input meets first: s μ(x) = Σₖ Σₐ Rₖ(a|x) gₖ(a). For a part that is mixed in with the share w it is w ν; for the first factor of a convolution it is what the
/// rest of the convolution makes of ν.
/// </summary>
/// <remarks>Panel by panel, so that nothing is held that is wider than the blocks of the iteration.</remarks>
/// <param name="parts">The parts.</param>
/// <param name="rank">d.</param>
internal sealed class EntrySums<T>(JointDistribution parts, int rank)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double[]?[] _sums = new double[parts.Parts.Count][];

    /// <summary>The function of the first column of the blocks to come; columns beyond the last function are not looked at.</summary>
    public int First { get; set; }

    /// <summary>gₖ, M × d; null where no input meets the part first.</summary>
    public double[]? Of(int part) => _sums[part];

    /// <summary>Adds scale · y / √q, y in the coordinates of B.</summary>
    public void Add(int part, Block<T> block, int start, double scale)
    {
        var marginal = parts.Parts[part].VariableMarginal;
        var sums = _sums[part] ??= new double[Observation.ArrayLimit.Checked((long)marginal.Length * rank, "functions of new inputs")];
        for (var a = 0; a < marginal.Length; a++)
        {
            var factor = scale / Math.Sqrt(marginal[a]);
            for (var i = 0; i < block.Width && First + i < rank; i++) sums[a * rank + First + i] += factor * double.CreateTruncating(block.Values[(start + a) * block.Width + i]);
        }
    }
}
