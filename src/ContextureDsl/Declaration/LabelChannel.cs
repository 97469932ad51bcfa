namespace ContextureDsl;

/// <summary>Makes channels from the true label to the label that is shown.</summary>
public static class LabelChannel
{
    /// <summary>A K × K channel: row i holds the probabilities with which the true label i is shown as each of the labels, in their order.</summary>
    /// <param name="labels">The K labels, each once.</param>
    /// <param name="rows">K rows of K probabilities; each row sums to one within 1e-6.</param>
    /// <exception cref="DeclarationException">A label stands there twice; the matrix is not K × K; a probability is negative or not finite; a row does not sum to one.</exception>
    /// <remarks>The spectrum of a label context through a channel is that of the channel as a joint law with the labels' frequencies as P_X: K − 1 functions whatever the inputs.</remarks>
    public static LabelChannel<TLabel> Of<TLabel>(ReadOnlySpan<TLabel> labels, params ReadOnlySpan<double[]> rows)
        where TLabel : notnull => new(labels, rows);
}
