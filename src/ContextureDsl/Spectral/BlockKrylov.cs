using System.Numerics;
using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>
/// Block power iteration that keeps its iterates: block Lanczos on C = B̃ᵀB̃ or B̃B̃ᵀ, whichever is smaller, never restarted. The driver multiplies, one round at a
/// time; everything else is decided here.
/// <code>
/// while (!krylov.Finished)
/// {
///     if (krylov.OnVariables) { B̃.Apply(krylov.Current, krylov.Half); B̃.ApplyAdjoint(krylov.Half, krylov.Product); }
///     else { B̃.ApplyAdjoint(krylov.Current, krylov.Half); B̃.Apply(krylov.Half, krylov.Product); }
///     krylov.Advance();
/// }
/// </code>
/// </summary>
/// <remarks>
/// <para>
/// One round with the panel Qⱼ and Z = C Qⱼ: Z loses its known couplings to earlier panels and its measured ones to Qⱼ and to panels still waiting, is
/// made orthonormal against the basis, and waits as the next panel. T = QᵀCQ is banded; its eigenpairs (θ, y) give values s = √θ, functions v = Q y and, from
/// the couplings to waiting panels alone, the residual ‖Cv − θv‖/s, which is the two-sided residual of (s, B̃v/s, v).
/// </para>
/// <para>
/// The estimates only say when to look. What decides is <see cref="RayleighRitz{T}"/>: triplets are returned when their residuals, measured with the operator, are within
/// the tolerance; otherwise the iteration goes on.
/// </para>
/// <para>
/// A start block of width 8 can see at most 8 copies of a value. Where that many were found above the last wanted value, a further random panel joins the band
/// and gets as many rounds as the first one had; if it brings a new copy, the wanted values change and the iteration goes on until they have converged.
/// </para>
/// Cost for k basis columns, 4 to 9 times the rank on ordinary spectra: 4 nnz k operations in the products, about k² min(N, M) to stay orthogonal; memory: the basis, k × min(N, M).
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
public sealed class BlockKrylov<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// Columns of <see cref="Current"/>, <see cref="Half"/> and <see cref="Product"/>. Eight needs the fewest products of 8, 16 and 32, and fills a register.
    /// </summary>
    public const int Width = Panels.Width;

    /// <summary>Growth of the loss per round, times the length of Z: measured on spectra between 1e-2 and 1e-6, where it is 0.1 to 0.3.</summary>
    private const double Growth = 0.25;

    private static readonly double Roundoff = OrthonormalPanels<T>.Negligible / 16;

    /// <summary>
    /// Loss of orthogonality that leaves T right: its square is what the eigenvalues notice, and residuals stagnate at a few hundredths of it.
    /// </summary>
    private static readonly double LossAllowed = typeof(T) == typeof(float) ? 2e-5 : 1e-10;

    /// <summary>Largest space that is decomposed whole where the projection was not exact enough: about 30 n³ operations, some seconds.</summary>
    private const int LargestWholeBasis = 512;

    private readonly DeflatedOperator<T> _matrix;
    private readonly SpectralOptions _options;
    private readonly OrthonormalPanels<T> _basis;
    private readonly ProjectedOperator _projected = new();
    private readonly int _wanted;
    private readonly int _largestBasis;
    private readonly ConvergenceSchedule _schedule;
    private int _processed;
    private int _chains = 1;
    private int _chainStart;
    private int _quietUntil;
    private int _failures;
    private bool _fullRounds;
    private double _loss = Roundoff;
    private double _residual = double.NaN;
    private double _next = double.NegativeInfinity;
    private Triplets<T>? _triplets;

    /// <summary>Draws the start block.</summary>
    /// <param name="matrix">B̃.</param>
    /// <param name="options">Rank, tolerance, seed, progress.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rank is not in 1 … min(N, M) − 1.</exception>
    public BlockKrylov(DeflatedOperator<T> matrix, SpectralOptions options)
    {
        Decomposition.CheckRank(matrix, options);
        _matrix = matrix;
        _options = options;
        OnVariables = matrix.Variables <= matrix.Inputs;
        var sides = new Sides<T>(matrix, OnVariables);
        _basis = new OrthonormalPanels<T>(sides.NearConstants, options.Seed, matrix.Threads);
        _wanted = options.Rank - Math.Min(options.Rank, matrix.Components.Count - 1);
        _largestBasis = 24 * _wanted + 512;
        _schedule = new ConvergenceSchedule(_wanted, options.Tolerance, sides.NearConstants.Length, matrix.Work);
        Finished = _wanted == 0;
        if (!Finished) _basis.AppendRandom(CancellationToken.None);
        Half = new Block<T>(Finished ? 0 : sides.FarConstants.Length, Width);
        Product = new Block<T>(Finished ? 0 : sides.NearConstants.Length, Width);
    }

    /// <summary>Whether the iteration lives on the context values (C = B̃ᵀB̃) or on the inputs (C = B̃B̃ᵀ).</summary>
    public bool OnVariables { get; }

    /// <summary>Whether there is a result.</summary>
    public bool Finished { get; private set; }

    /// <summary>The panel to be multiplied.</summary>
    public Block<T> Current => _basis.Blocks[_processed];

    /// <summary>Room for the product with the first factor of C, on the other side.</summary>
    public Block<T> Half { get; }

    /// <summary>Room for C · <see cref="Current"/>.</summary>
    public Block<T> Product { get; private set; }

    /// <summary>Takes <see cref="Product"/> in: one round.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void Advance(CancellationToken cancellationToken)
    {
        Extend(cancellationToken);
        _processed++;
        var exhausted = _processed == _basis.Blocks.Count;
        var full = _basis.Columns >= _largestBasis;
        var columns = Math.Min(_processed * Width, _basis.Columns);
        if (exhausted || full || (columns >= _wanted && _processed >= _quietUntil && _schedule.IsDue(columns))) Look(exhausted, full, columns, cancellationToken);
        _options.Progress?.Report(new LearnProgress("decomposing", _processed, null, _residual));
    }

    /// <summary>The triplets, those of the components included.</summary>
    /// <exception cref="InvalidOperationException">The iteration has not finished.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SpectralResult<T> Result(CancellationToken cancellationToken)
    {
        if (!Finished) throw new InvalidOperationException("The iteration has not finished; call Advance until Finished.");
        return SpectralAssembly.Result(_matrix, _options, _triplets, _next, _processed, cancellationToken);
    }

    // The Lanczos step: Z = C Qⱼ becomes the next waiting panel.
    private void Extend(CancellationToken cancellationToken)
    {
        var current = _processed;
        var waiting = _basis.Blocks.Count;
        var first = _projected.FirstCoupled(current);
        var couplings = new double[(waiting - first) * Panels.Square];
        for (var i = first; i < current; i++)
        {
            if (_projected[current, i] is { } block) Transpose(block, couplings.AsSpan((i - first) * Panels.Square, Panels.Square));
        }

        var measured = Panels.Project(_basis.Blocks, current, waiting, Product, _matrix.Threads, cancellationToken);
        Symmetrise(measured.AsSpan(0, Panels.Square));
        measured.CopyTo(couplings, (current - first) * Panels.Square);
        Panels.Subtract(_basis.Blocks, first, waiting, couplings, Product, _matrix.Threads, cancellationToken);
        var column = new Dictionary<int, double[]>();
        for (var i = current; i < waiting; i++) column[i] = measured.AsSpan((i - current) * Panels.Square, Panels.Square).ToArray();
        if (!_basis.Complete)
        {
            column[waiting] = AppendProduct(current, first, cancellationToken);
            Product = new Block<T>(Product.Rows, Width);
        }

        _projected.Add(column);
    }

    /// <summary>
    /// Two neighbouring rounds out of four orthogonalise against the whole basis, the others against their neighbours. What is lost grows with every round left out, by about the norm of C
    /// divided by the length of what is left of Z: tenfold on ordinary spectra, where it stays below 1e-5 in single precision, but without bound where Z nearly vanishes because the basis is
    /// about to be invariant. Such a round is full as well, and so is every later one once a full round has measured a larger loss than is allowed.
    /// </summary>
    private double[] AppendProduct(int current, int first, CancellationToken cancellationToken)
    {
        var due = _fullRounds || current % 4 >= 2;
        var appended = _basis.Append(Product, Width, due ? 0 : first, Growth * _loss / LossAllowed, null, cancellationToken);
        _loss = appended.Full ? Roundoff : _loss * Math.Max(1, Growth / appended.Length);
        if (due && appended.Loss > LossAllowed) _fullRounds = true;
        return appended.Upper;
    }

    // Ritz values and estimated residuals; if they are good enough, the triplets themselves.
    private void Look(bool exhausted, bool full, int columns, CancellationToken cancellationToken)
    {
        var band = _projected.Leading(_processed, _basis.Columns);
        var firstOpen = FirstOpen();
        var ritz = new BandEigenproblem(band, (_processed - firstOpen) * Width, cancellationToken);
        var roots = Array.ConvertAll(ritz.Values, value => Math.Sqrt(Math.Max(0, value)));
        _residual = LargestResidual(roots, ritz.LastRows, firstOpen);
        var stop = exhausted || full;
        if (!stop && !_schedule.IsReached(columns, band.HalfWidth, _residual)) return;
        if (!stop && MissesCopies(roots))
        {
            AddChain(cancellationToken);
            return;
        }

        var vectors = ritz.Vectors(_wanted, cancellationToken);
        var basis = Panels.Combine(_basis.Blocks, vectors, band.Order, _wanted, _matrix.Threads, cancellationToken);
        var triplets = RayleighRitz<T>.Leading(_matrix, OnVariables, basis, _wanted, _wanted, _options.Seed + 1, cancellationToken);
        if (exhausted && (_basis.Columns <= SmallProblem.LargestSide || (_basis.Columns <= LargestWholeBasis && triplets.Residuals.Max() > _options.Tolerance)))
        {
            // T is known to rounding errors of θ₁ only, which mix small values of s with each other, and a residual within the tolerance does not say which of them it belongs to. The basis is the whole
            // space, so nothing has to be left to T.
            triplets = RayleighRitz<T>.Leading(_matrix, OnVariables, _basis.Blocks, _basis.Columns, _wanted, _options.Seed + 1, cancellationToken);
        }

        var residual = triplets.Residuals.Max();
        var improved = _triplets is null || residual <= 0.5 * _triplets.Residuals.Max();
        if (_triplets is null || residual < _triplets.Residuals.Max()) _triplets = triplets;
        _residual = _triplets.Residuals.Max();
        _next = _wanted < columns ? roots[_wanted] : double.NegativeInfinity;
        if (!improved) _failures++;

        // Three looks without progress: the precision of the storage, not the number of rounds, is the limit.
        Finished = stop || _residual <= _options.Tolerance || _failures == 3;
        if (!Finished) _schedule.Tighten();
    }

    // Panels before this one couple to no waiting panel.
    private int FirstOpen()
    {
        var first = _processed;
        for (var i = _processed; i < _basis.Blocks.Count; i++) first = Math.Min(first, _projected.FirstCoupled(i));
        return first;
    }

    // max over the wanted pairs of ‖Σ over waiting panels of (coupling · last rows of y)‖ / s.
    private double LargestResidual(double[] roots, double[] last, int firstOpen)
    {
        var largest = 0.0;
        var rows = (_processed - firstOpen) * Width;
        for (var pair = 0; pair < _wanted; pair++)
        {
            var sum = 0.0;
            for (var i = _processed; i < _basis.Blocks.Count; i++)
            {
                var part = new double[Width];
                for (var j = firstOpen; j < _processed; j++)
                {
                    if (_projected[i, j] is not { } block) continue;
                    for (var entry = 0; entry < Panels.Square; entry++) part[entry / Width] += block[entry] * last[pair * rows + (j - firstOpen) * Width + entry % Width];
                }

                foreach (var value in part) sum += value * value;
            }

            // θ is known to a rounding error, so s only to its root.
            largest = Math.Max(largest, Math.Sqrt(sum) / Math.Max(roots[pair], Math.Sqrt(OrthonormalPanels<T>.Negligible)));
        }

        return largest;
    }

    // As many equal values as the start blocks can see, all above the next smaller value that is wanted: there may be more of them.
    private bool MissesCopies(double[] roots)
    {
        if (_basis.Complete) return false;
        var seen = _chains * Width;
        var equal = Math.Max(Plateaus.Floor<T>(), Math.Min(_options.Tolerance, 1e-3));
        for (var i = 0; i + seen <= _wanted; i++)
        {
            if (roots[i] - roots[i + seen - 1] > equal) continue;
            var end = i + seen;
            while (end < roots.Length && roots[i] - roots[end] <= equal) end++;
            if (end <= _wanted) return true;
        }

        return false;
    }

    private void AddChain(CancellationToken cancellationToken)
    {
        // The new panels need rounds of their own before they can show a copy: half as many as it took to make all wanted pairs converge.
        var rounds = (_processed - _chainStart) / _chains / 2 + 2;
        var added = _chains;
        for (var i = 0; i < added && !_basis.Complete; i++) _basis.AppendRandom(cancellationToken);
        _chains += added;
        _fullRounds = true;
        _chainStart = _processed;
        _quietUntil = _processed + rounds * _chains;
    }

    private static void Symmetrise(Span<double> square)
    {
        for (var i = 0; i < Width; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var mean = (square[i * Width + j] + square[j * Width + i]) / 2;
                square[i * Width + j] = mean;
                square[j * Width + i] = mean;
            }
        }
    }

    private static void Transpose(double[] square, Span<double> target)
    {
        for (var i = 0; i < Width; i++)
        {
            for (var j = 0; j < Width; j++) target[i * Width + j] = square[j * Width + i];
        }
    }
}
