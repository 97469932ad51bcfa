using System.Numerics;
using ContextureDsl.Association;
using ContextureDsl.Kernels;

namespace ContextureDsl.Mixing;

/// <summary>
/// The functions gₖ of the parts that a new input meets first: s μ(x) = Σₖ Σₐ Rₖ(a|x) gₖ(a). For a part that is mixed in with the share w it is w ν; for the first factor of a convolution it is what the
/// rest of the convolution makes of ν.
/// </summary>
internal sealed class EntrySums<T>(JointDistribution parts, int width)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double[]?[] _sums = new double[parts.Parts.Count][];

    /// <summary>gₖ, M × width; null where no input meets the part first.</summary>
    public double[]? Of(int part) => _sums[part];

    /// <summary>Adds scale · y / √q, y in the coordinates of B.</summary>
    public void Add(int part, Block<T> block, int start, double scale)
    {
        var marginal = parts.Parts[part].VariableMarginal;
        var sums = _sums[part] ??= new double[Observation.ArrayLimit.Checked((long)marginal.Length * width, "functions of new inputs")];
        for (var a = 0; a < marginal.Length; a++)
        {
            var factor = scale / Math.Sqrt(marginal[a]);
            for (var i = 0; i < width; i++) sums[a * width + i] += factor * double.CreateTruncating(block.Values[(start + a) * width + i]);
        }
    }
}
