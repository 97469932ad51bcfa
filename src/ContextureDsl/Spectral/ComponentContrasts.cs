namespace ContextureDsl.Spectral;

/// <summary>
/// The functions of the singular value 1 other than the constant: orthonormal under the masses of the components and orthogonal to the constant. Function k sets component k + 1 against all
/// heavier ones (a weighted Helmert basis): √(m/(S(S+m))) on those, −√(S/(m(S+m))) on it, zero on the lighter ones, where m is its mass and S theirs.
/// </summary>
internal sealed class ComponentContrasts
{
    private readonly double[] _heavier;
    private readonly double[] _own;

    /// <summary>The first contrasts.</summary>
    /// <param name="mass">Masses of the components, descending.</param>
    /// <param name="count">How many, at most one less than components.</param>
    public ComponentContrasts(double[] mass, int count)
    {
        _heavier = new double[count];
        _own = new double[count];
        var before = mass[0];
        for (var k = 0; k < count; k++)
        {
            var own = mass[k + 1];
            _heavier[k] = Math.Sqrt(own / (before * (before + own)));
            _own[k] = -Math.Sqrt(before / (own * (before + own)));
            before += own;
        }
    }

    /// <summary>How many functions.</summary>
    public int Count => _heavier.Length;

    /// <summary>Function k on a component.</summary>
    public double this[int k, int component] => component <= k ? _heavier[k] : component == k + 1 ? _own[k] : 0;
}
