using System.Numerics.Tensors;

namespace Samples.Probe;

/// <summary>L-BFGS (Nocedal 1980) with a backtracking line search, for smooth convex functions. Deterministic: no random numbers, one thread.</summary>
internal static class LimitedMemoryMinimiser
{
    /// <summary>Pairs of steps and gradient changes that stand for the curvature.</summary>
    private const int Memory = 10;

    /// <summary>Share of the decrease that the slope promises which a step must bring (Armijo).</summary>
    private const double Sufficient = 1e-4;

    /// <summary>Moves the point downhill until no entry of the gradient exceeds the tolerance, no step helps any more, or the iterations are spent.</summary>
    /// <param name="point">Start; overwritten by the minimum.</param>
    /// <param name="value">Value at a point; writes the gradient there.</param>
    /// <param name="tolerance">Largest entry of the gradient accepted.</param>
    /// <param name="iterations">Most iterations.</param>
    public static void Run(double[] point, Func<double[], double[], double> value, double tolerance, int iterations)
    {
        var gradient = new double[point.Length];
        var current = value(point, gradient);
        var history = new Queue<(double[] Step, double[] Change, double Curvature)>();
        for (var iteration = 0; iteration < iterations && TensorPrimitives.MaxMagnitude<double>(gradient) is var largest && Math.Abs(largest) > tolerance; iteration++)
        {
            var direction = Direction(gradient, history);
            var slope = TensorPrimitives.Dot<double>(direction, gradient);
            var length = history.Count == 0 ? 1 / Math.Max(1, TensorPrimitives.Norm<double>(gradient)) : 1;
            var (next, nextGradient, reached) = Search(point, direction, length, current, slope, value);
            if (next is null) return;
            var (step, change) = (Difference(next, point), Difference(nextGradient, gradient));
            var curvature = TensorPrimitives.Dot<double>(step, change);
            if (curvature > 0)
            {
                if (history.Count == Memory) history.Dequeue();
                history.Enqueue((step, change, curvature));
            }
            next.CopyTo(point, 0);
            (gradient, current) = (nextGradient, reached);
        }
    }

    /// <summary>The two-loop recursion: −H·gradient, H being the inverse curvature that the history stands for.</summary>
    private static double[] Direction(double[] gradient, IReadOnlyCollection<(double[] Step, double[] Change, double Curvature)> history)
    {
        var direction = (double[])gradient.Clone();
        var shares = new Stack<double>();
        foreach (var (step, change, curvature) in history.Reverse())
        {
            var share = TensorPrimitives.Dot<double>(step, direction) / curvature;
            shares.Push(share);
            TensorPrimitives.MultiplyAdd(change, -share, direction, direction);
        }
        if (history.Count > 0)
        {
            var last = history.Last();
            TensorPrimitives.Multiply(direction, last.Curvature / TensorPrimitives.SumOfSquares<double>(last.Change), direction);
        }
        foreach (var (step, change, curvature) in history)
            TensorPrimitives.MultiplyAdd(step, shares.Pop() - TensorPrimitives.Dot<double>(change, direction) / curvature, direction, direction);
        TensorPrimitives.Negate(direction, direction);
        return direction;
    }

    private static (double[]? Point, double[] Gradient, double Value) Search(
        double[] point, double[] direction, double length, double current, double slope, Func<double[], double[], double> value)
    {
        var gradient = new double[point.Length];
        for (var halvings = 0; halvings < 40; halvings++, length /= 2)
        {
            var next = new double[point.Length];
            TensorPrimitives.MultiplyAdd(direction, length, point, next);
            var reached = value(next, gradient);
            if (reached <= current + Sufficient * length * slope) return (next, gradient, reached);
        }
        return (null, gradient, current);
    }

    private static double[] Difference(double[] one, double[] other)
    {
        var difference = new double[one.Length];
        TensorPrimitives.Subtract(one, other, difference);
        return difference;
    }
}
