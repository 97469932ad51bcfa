using System.Numerics;
using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>
/// An orthonormal basis that grows panel by panel: orthogonal to the component constants of its side, to itself, and never short of a direction while the space has
/// one left. A column that depends on the others is replaced by a random direction; when the space is exhausted, columns are missing (zero) at the end.
/// </summary>
/// <remarks>
/// The rule is CholQR, projection, CholQR (Stathopoulos and Wu 2002; "twice is enough", Giraud, Langou, Rozložník 2005), with Gram matrices in double, and a slow
/// exact path, column by column, for panels that are close to dependent.
/// </remarks>
internal sealed class OrthonormalPanels<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// A column shorter than this is rounding, for operators of norm at most 1, whose products carry errors of a few units in the last place.
    /// </summary>
    public static readonly double Negligible = 16 * double.CreateTruncating(T.BitIncrement(T.One) - T.One);

    /// <summary>
    /// Least squared sine between a column and the span of those before it for which CholQR is used: CholQR loses the square of the condition, and the second
    /// one repairs a loss up to about the square root of the precision.
    /// </summary>
    private static readonly double SmallestPivot = typeof(T) == typeof(float) ? 1e-7 : 1e-10;

    private readonly ComponentConstants<T> _constants;
    private readonly SeededNumbers _random;
    private readonly int _threads;
    private readonly List<Block<T>> _panels = [];

    /// <summary>An empty basis.</summary>
    public OrthonormalPanels(ComponentConstants<T> constants, long seed, int threads)
    {
        _constants = constants;
        _random = new SeededNumbers(seed);
        _threads = threads;
    }

    /// <summary>The panels.</summary>
    public IReadOnlyList<Block<T>> Blocks => _panels;

    /// <summary>Columns that are there; those missing at the end of the last panel are not counted.</summary>
    public int Columns { get; private set; }

    /// <summary>Dimension of the space: everything orthogonal to the constants.</summary>
    public int Dimension => _constants.Length - _constants.Count;

    /// <summary>Whether the basis spans the whole space.</summary>
    public bool Complete => Columns >= Dimension;

    /// <summary>Appends random directions, as many as fit.</summary>
    public void AppendRandom(CancellationToken cancellationToken)
    {
        var panel = new Block<T>(_constants.Length, Panels.Width);
        _random.Fill(panel);
        Append(panel, Math.Min(Panels.Width, Dimension - Columns), 0, 0, null, cancellationToken);
    }

    /// <summary>Takes over a panel Z and makes it the next panel Q: Z = (earlier panels) · coefficients + Q · upper.</summary>
    /// <param name="panel">Z; overwritten by Q.</param>
    /// <param name="columns">How many of its columns count; the others become zero.</param>
    /// <param name="first">The first panel that is projected out in the first round, where that is enough; later rounds and the slow path always take all.</param>
    /// <param name="leastLength">If some column is shorter than this after the columns before it were removed, the first round takes all panels too.</param>
    /// <param name="coefficients">Where the coefficients of earlier panels are added, 64 numbers per panel; null if nobody asks.</param>
    /// <param name="cancellationToken">Looked at before every range of work.</param>
    public Appended Append(Block<T> panel, int columns, int first, double leastLength, double[]? coefficients, CancellationToken cancellationToken)
    {
        var upper = new double[Panels.Square];
        for (var i = 0; i < columns; i++) upper[i * Panels.Width + i] = 1;
        var loss = 0.0;
        var length = 0.0;
        var sound = columns <= Dimension - Columns;
        if (sound) sound = CholeskyQr.TryApply(panel, columns, SmallestPivot, Negligible, upper, _threads, cancellationToken, out length);
        if (!sound || length < leastLength) first = 0;
        for (var round = 0; sound; round++)
        {
            var from = round == 0 ? first : 0;
            var projection = Panels.Project(_panels, from, _panels.Count, panel, _threads, cancellationToken);
            if (round == 0) loss = projection.Length == 0 ? 0 : projection.Max(Math.Abs);
            Panels.Subtract(_panels, from, _panels.Count, projection, panel, _threads, cancellationToken);
            _constants.Remove(panel, _threads, cancellationToken);
            if (coefficients is not null) AddProducts(projection, from, upper, coefficients);
            sound = CholeskyQr.TryApply(panel, columns, SmallestPivot, Negligible, upper, _threads, cancellationToken, out var shrinkage);

            // A column that lost less than half its length kept its direction: its projections are at rounding level now.
            if (sound && shrinkage >= 0.5) break;
            if (round == 3) sound = false;
        }

        Columns += sound ? columns : AppendColumns(panel, columns, upper, coefficients, cancellationToken);
        _panels.Add(panel);
        return new Appended(upper, first == 0, length, loss);
    }

    /// <summary>What became of a panel Z.</summary>
    /// <param name="Upper">The triangular factor.</param>
    /// <param name="Full">Whether the panel is orthogonal to the whole basis within rounding, not only to the last panels.</param>
    /// <param name="Length">The shortest column of Z after those before it were removed; zero if the panel was taken column by column.</param>
    /// <param name="Loss">The largest projection met in the first round: what had been lost of orthogonality.</param>
    public readonly record struct Appended(double[] Upper, bool Full, double Length, double Loss);

    /// <summary>The slow path: Gram–Schmidt column by column in double, replacing what is dependent. Gives how many columns are there.</summary>
    private int AppendColumns(Block<T> panel, int columns, double[] upper, double[]? coefficients, CancellationToken cancellationToken)
    {
        var own = new double[Panels.Square];
        var vector = new double[panel.Rows];
        var done = 0;
        for (; done < columns && Columns + done < Dimension; done++)
        {
            ReadColumn(panel, done, vector);
            var length = Orthogonalise(panel, done, vector, own, upper, coefficients, cancellationToken);
            own[done * Panels.Width + done] = length;
            while (length == 0)
            {
                _random.Fill(vector);
                length = Orthogonalise(panel, done, vector, null, upper, null, cancellationToken);
            }

            for (var x = 0; x < vector.Length; x++) panel.Values[x * Panels.Width + done] = T.CreateTruncating(vector[x]);
        }

        // The space is exhausted: what is left of the other columns lies in the span of the finished ones.
        for (var column = done; column < columns; column++)
        {
            ReadColumn(panel, column, vector);
            var within = RemovePanel(panel, done, vector);
            for (var row = 0; row < done; row++) own[row * Panels.Width + column] = within[row];
        }

        for (var x = 0; x < vector.Length; x++) panel.Values.AsSpan(x * Panels.Width + done, Panels.Width - done).Clear();
        SquareMatrix.MultiplyLeft(own, upper);
        return done;
    }

    /// <summary>
    /// Makes a vector orthogonal to the constants, to all panels and to the finished columns of the current one, and normalises it. Gives its length before the
    /// normalisation, or zero where nothing but rounding was left.
    /// </summary>
    private double Orthogonalise(Block<T> panel, int done, double[] vector, double[]? own, double[] upper, double[]? coefficients, CancellationToken cancellationToken)
    {
        var before = Norm(vector);
        while (before > Negligible)
        {
            _constants.Remove(vector);
            for (var i = 0; i < _panels.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var h = RemovePanel(_panels[i], Panels.Width, vector);
                if (coefficients is null) continue;
                for (var row = 0; row < Panels.Width; row++)
                {
                    for (var column = 0; column < Panels.Width; column++) coefficients[i * Panels.Square + row * Panels.Width + column] += h[row] * upper[done * Panels.Width + column];
                }
            }

            var within = RemovePanel(panel, done, vector);
            if (own is not null)
            {
                for (var row = 0; row < done; row++) own[row * Panels.Width + done] += within[row];
            }

            var after = Norm(vector);
            if (after >= 0.5 * before)
            {
                for (var x = 0; x < vector.Length; x++) vector[x] /= after;
                return after;
            }

            before = after;
        }

        return 0;
    }

    private static void ReadColumn(Block<T> panel, int column, double[] vector)
    {
        for (var x = 0; x < vector.Length; x++) vector[x] = double.CreateTruncating(panel.Values[x * Panels.Width + column]);
    }

    private static double[] RemovePanel(Block<T> panel, int columns, double[] vector)
    {
        var h = new double[Panels.Width];
        for (var x = 0; x < vector.Length; x++)
        {
            var row = panel.Values.AsSpan(x * Panels.Width, columns);
            for (var column = 0; column < row.Length; column++) h[column] += double.CreateTruncating(row[column]) * vector[x];
        }

        for (var x = 0; x < vector.Length; x++)
        {
            var row = panel.Values.AsSpan(x * Panels.Width, columns);
            for (var column = 0; column < row.Length; column++) vector[x] -= double.CreateTruncating(row[column]) * h[column];
        }

        return h;
    }

    private static double Norm(double[] vector)
    {
        var sum = 0.0;
        foreach (var value in vector) sum += value * value;
        return Math.Sqrt(sum);
    }

    private static void AddProducts(double[] projection, int from, double[] upper, double[] coefficients)
    {
        for (var i = 0; i < projection.Length / Panels.Square; i++)
        {
            SquareMatrix.AddProduct(projection.AsSpan(i * Panels.Square, Panels.Square), upper, coefficients.AsSpan((from + i) * Panels.Square, Panels.Square));
        }
    }
}
