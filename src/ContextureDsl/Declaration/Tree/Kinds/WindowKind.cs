namespace ContextureDsl.Tree;

/// <summary>A token is seen with the tokens around it: P⁺(x, a) is proportional to the weight of all places where a stands near x.</summary>
public sealed class WindowKind<TToken> : Kind<IEnumerable<TToken>, None, TToken>
    where TToken : notnull
{
    private const int LongestDiscount = 1 << 16;

    /// <exception cref="DeclarationException">The window is empty, or a weight is negative or not finite, or all are zero.</exception>
    internal WindowKind(string step, int before, int after, Func<int, double>? discount = null)
    {
        if (before < 0 || after < 0 || (before == 0 && after == 0))
            throw new DeclarationException(FormattableString.Invariant($"{step} reaches {before} tokens back and {after} ahead. A window reaches at least one token in some direction and no negative number in any. Correct the radius."));
        Before = before;
        After = after;
        if (discount is not null) Weights = Weighed(step, Math.Max(before, after), discount);
    }

    /// <summary>How many tokens before x are seen.</summary>
    public int Before { get; }

    /// <summary>How many tokens after x are seen.</summary>
    public int After { get; }

    /// <inheritdoc/>
    public override Estimation Estimation => Estimation.Counted;

    /// <summary>The weight of a pair at distance 1, 2, …; null where all weigh 1.</summary>
    internal double[]? Weights { get; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IKindVisitor<TResult> visitor) => visitor.Visit(this);

    private static double[] Weighed(string step, int reach, Func<int, double> discount)
    {
        if (reach > LongestDiscount)
            throw new DeclarationException(FormattableString.Invariant($"Discount of {step} would be asked for {reach} distances. A window with a discount reaches at most {LongestDiscount} tokens. Declare a smaller one: what weighs almost nothing can be left out."));
        var weights = new double[reach];
        for (var distance = 1; distance <= reach; distance++)
        {
            var weight = weights[distance - 1] = discount(distance);
            if (!(weight >= 0) || double.IsInfinity(weight))
                throw new DeclarationException(FormattableString.Invariant($"Discount of {step} gives the weight {weight} at distance {distance}. Weights are finite and not negative. Correct the discount, for instance to distance => 1.0 / distance."));
        }
        return weights.AsSpan().ContainsAnyExcept(0.0)
            ? weights
            : throw new DeclarationException(FormattableString.Invariant($"Discount of {step} gives the weight 0 at all distances from 1 to {reach}, so no pair would count. Give some distance a positive weight."));
    }
}
