namespace ContextureDsl.Tree;

/// <summary>How the numbers of an input are corrupted.</summary>
public sealed record Corruption
{
    /// <exception cref="DeclarationException">The rate is no probability; there is not even one draw.</exception>
    internal Corruption(string step, double rate, Replacement replacement, int draws, long seed)
    {
        if (!(rate is >= 0 and <= 1)) throw new DeclarationException(FormattableString.Invariant(
            $"{step} has rate: {rate}. It is the probability that a column is replaced, so it lies between 0 and 1: 0 leaves every input as it is, 1 leaves nothing of it. 0.2 to 0.6 is usual."));
        Step = step;
        Rate = rate;
        Replacement = replacement;
        Drawn = Estimation.Sampled(draws, seed);
    }

    /// <summary>The name of the step.</summary>
    public string Step { get; }

    /// <summary>The probability that a column is replaced.</summary>
    public double Rate { get; }

    /// <summary>What it gets.</summary>
    public Replacement Replacement { get; }

    /// <summary>Draws and seed, where views are drawn.</summary>
    public Estimation Drawn { get; }
}
