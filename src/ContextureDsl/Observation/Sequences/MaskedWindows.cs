using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>Distinct windows of tokens with their weights, and the law of what a mask leaves visible of each.</summary>
/// <remarks>The law is written down once for each distinct window, when all rows were read: the order of the rows changes numbers, never probabilities.</remarks>
/// <param name="tokens">The tokens.</param>
/// <param name="pairs">Takes the pairs.</param>
internal sealed class MaskedWindows<TToken>(TokenNumbers<TToken> tokens, WeighedPairs pairs)
    where TToken : notnull
{
    private readonly NumberSequences windows = new();
    private readonly Occurrences places = new();
    private readonly List<double> weights = [];

    /// <summary>The distinct windows.</summary>
    public NumberSequences Windows => windows;

    /// <summary>Takes a window of the accepted row.</summary>
    /// <param name="window">Token numbers; −1 where there is none.</param>
    public void Add(ReadOnlySpan<int> window)
    {
        var number = windows.Number(window);
        if (number == weights.Count) weights.Add(0);
        weights[number] += pairs.Weight;
        places.Add(number);
    }

    /// <summary>Appends the pairs of all windows.</summary>
    /// <param name="law">The law of the mask.</param>
    /// <param name="length">Places that the mask speaks of.</param>
    /// <param name="estimation">Enumerated or sampled.</param>
    /// <param name="inputOf">Window to input number.</param>
    /// <param name="spread">The mask over all places of a window.</param>
    /// <returns>What the context numbers stand for.</returns>
    public MaskedPatterns<TToken> Append(MaskLaw law, int length, Estimation estimation, Func<int, int> inputOf, Func<ulong, ulong> spread)
    {
        var patterns = new MaskedPatterns<TToken>(tokens);
        var enumerated = estimation.Mode == EstimationMode.Enumerated ? law.Enumerate(length) : null;
        for (var window = 0; window < windows.Count; window++)
        {
            var (input, weight, count) = (inputOf(window), weights[window], places.Of(window));
            pairs.CountInput(input, count);
            if (enumerated is not null)
                foreach (var (visible, probability) in enumerated) One(input, window, spread(visible), weight * probability, count);
            else
            {
                var content = tokens.Content(windows[window]);
                for (var draw = 0; draw < estimation.Draws; draw++)
                    One(input, window, spread(law.Drawn(length, Draw.Of(estimation.Seed, content, draw))), weight / estimation.Draws, count);
            }
        }
        return patterns;

        void One(int input, int window, ulong visible, double weight, long count)
        {
            var pattern = patterns.Placed(windows[window], visible);
            pairs.Append(input, pattern, weight);
            pairs.CountVariable(pattern, count);
        }
    }
}
