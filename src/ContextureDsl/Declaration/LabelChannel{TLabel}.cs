using System.Globalization;

namespace ContextureDsl;

/// <summary>The probabilities with which a true label is shown as another one. Immutable; made by <see cref="LabelChannel"/>.</summary>
public sealed class LabelChannel<TLabel>
    where TLabel : notnull
{
    private const double Slack = 1e-6;

    private readonly Dictionary<TLabel, int> numbers = [];
    private readonly double[] probabilities;

    internal LabelChannel(ReadOnlySpan<TLabel> labels, ReadOnlySpan<double[]> rows)
    {
        Labels = labels.ToArray();
        if (labels.Length < 2) throw new DeclarationException($"LabelChannel.Of has {labels.Length} labels. Two or more are needed, or there is nothing to mistake.");
        foreach (var label in Labels)
            if (!numbers.TryAdd(label, numbers.Count)) throw new DeclarationException($"LabelChannel.Of has the label {label} twice. Give each label once, in the order of the rows.");
        if (rows.Length != labels.Length) throw new DeclarationException(FormattableString.Invariant($"LabelChannel.Of has {labels.Length} labels and {rows.Length} rows. Give one row of probabilities for each label."));
        probabilities = new double[labels.Length * labels.Length];
        for (var truth = 0; truth < rows.Length; truth++) TakeRow(truth, rows[truth]);
    }

    /// <summary>The labels, in the order of rows and columns.</summary>
    public IReadOnlyList<TLabel> Labels { get; }

    /// <summary>The probability with which a true label is shown as another one.</summary>
    /// <exception cref="KeyNotFoundException">The channel does not have one of them.</exception>
    public double this[TLabel truth, TLabel shown] => Row(numbers[truth])[numbers[shown]];

    /// <summary>The labels and rows; the same text for equal channels.</summary>
    public override string ToString() =>
        string.Join("; ", Labels.Select((label, truth) => $"{label}: {string.Join(", ", Row(truth).ToArray().Select(probability => probability.ToString("R", CultureInfo.InvariantCulture)))}"));

    internal bool TryNumber(TLabel label, out int number) => numbers.TryGetValue(label, out number);

    internal ReadOnlySpan<double> Row(int truth) => probabilities.AsSpan(truth * Labels.Count, Labels.Count);

    private void TakeRow(int truth, double[] row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var count = Labels.Count;
        if (row.Length != count) throw Wrong(truth, FormattableString.Invariant($"has {row.Length} probabilities for {count} labels. The channel is square"));
        var sum = 0.0;
        foreach (var probability in row)
        {
            if (!(probability >= 0) || double.IsInfinity(probability)) throw Wrong(truth, FormattableString.Invariant($"has the probability {probability}. Probabilities are finite and not negative"));
            sum += probability;
        }
        if (!(Math.Abs(sum - 1) <= Slack)) throw Wrong(truth, FormattableString.Invariant($"sums to {sum}. Something is shown of every label, so a row sums to 1 within {Slack}"));
        for (var shown = 0; shown < count; shown++) probabilities[(truth * count) + shown] = row[shown] / sum;
    }

    private DeclarationException Wrong(int truth, string what) => new($"The row of the label {Labels[truth]} of LabelChannel.Of {what}. Correct the row.");
}
