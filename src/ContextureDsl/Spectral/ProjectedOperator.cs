namespace ContextureDsl.Spectral;

/// <summary>T = Qᵀ C Q in blocks of 8 × 8, as far as it has been computed: block (i, j), i ≥ j, couples the panels i and j.</summary>
/// <remarks>
/// Panel j couples to the panels that were waiting when it met C, and to the one that came of it. With one panel waiting at a time this is block tridiagonal, and since the
/// couplings to new panels are upper triangular, a band of half-width 8; every further start panel widens it by 8.
/// </remarks>
internal sealed class ProjectedOperator
{
    private readonly List<Dictionary<int, double[]>> _columns = [];

    /// <summary>The first panel that couples to panel i; i itself if there is none before it.</summary>
    public int FirstCoupled(int i)
    {
        for (var j = 0; j < Math.Min(i, _columns.Count); j++)
        {
            if (_columns[j].ContainsKey(i)) return j;
        }

        return i;
    }

    /// <summary>Block (i, j), i ≥ j; null where the panels do not couple.</summary>
    public double[]? this[int i, int j] => _columns[j].GetValueOrDefault(i);

    /// <summary>Adds the blocks of the next panel, keyed by row.</summary>
    public void Add(Dictionary<int, double[]> column) => _columns.Add(column);

    /// <summary>The part over the first panels.</summary>
    /// <param name="panels">How many panels.</param>
    /// <param name="columns">Columns of the basis: missing ones at the end get the value −1, which no singular value has, so that they rank last.</param>
    public BandMatrix Leading(int panels, int columns)
    {
        var entries = Entries(panels).ToList();
        var band = new BandMatrix(panels * Panels.Width, entries.Max(entry => entry.Row - entry.Column));
        foreach (var (row, column, value) in entries) band[row, column] = value;
        for (var column = columns; column < band.Order; column++) band[column, column] = -1;
        return band;
    }

    // The lower triangle without its zeros, the diagonal always.
    private IEnumerable<(int Row, int Column, double Value)> Entries(int panels)
    {
        for (var j = 0; j < panels; j++)
        {
            foreach (var (i, block) in _columns[j])
            {
                for (var entry = 0; entry < Panels.Square && i < panels; entry++)
                {
                    int row = i * Panels.Width + entry / Panels.Width, column = j * Panels.Width + entry % Panels.Width;
                    if (row == column || (row > column && block[entry] != 0)) yield return (row, column, block[entry]);
                }
            }
        }
    }
}
