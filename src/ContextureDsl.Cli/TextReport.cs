using System.Globalization;

namespace ContextureDsl.Cli;

/// <summary>An inspection for people.</summary>
internal static class TextReport
{
    private const int LabelWidth = 14;
    private const int NumberWidth = 12;
    private const int BarWidth = 40;

    /// <summary>So many values are listed one by one; of more, the first and the last ones.</summary>
    private const int LongestList = 24;
    private const int ListStart = 20;

    /// <summary>Everything that <c>inspect</c> says.</summary>
    public static void Write(TextWriter output, Inspection inspection)
    {
        WriteSizes(output, inspection);
        output.WriteLine();
        WriteSpectrum(output, inspection.Learned.Spectrum);
        output.WriteLine();
        WriteNotes(output, inspection.Learned.Spectrum, inspection.Elapsed);
    }

    /// <summary>What <c>learn</c> says when the file is there.</summary>
    public static void WriteSaved(TextWriter output, Inspection inspection, EmbeddingTarget target)
    {
        WriteSizes(output, inspection);
        output.WriteLine();
        WriteFile(output, inspection.Learned, target.Side == EmbeddingSide.Input ? inspection.Learned.Encoder.Count : inspection.Learned.Variables.Count, target);
    }

    /// <summary>What is said of the file that was written.</summary>
    public static void WriteFile(TextWriter output, Learned<string> learned, int count, EmbeddingTarget target)
    {
        output.WriteLine(Text($"wrote {target.Path}: {count:N0} vectors of {learned.Rank} numbers, s1 = {learned.Spectrum.Values[0]:F4}, s{learned.Rank} = {learned.Spectrum.Values[^1]:F4}"));
        if (target.Labels is { } labels) output.WriteLine(Text($"wrote {labels}: their labels, one a line"));
        if (!learned.Spectrum.Converged) output.WriteLine(NotConverged(learned.Spectrum));
        if (learned.Spectrum.CutsPlateau) output.WriteLine(CutsPlateau(learned.Spectrum));
    }

    private static void WriteSizes(TextWriter output, Inspection inspection)
    {
        var (request, found, learned) = (inspection.Request, inspection.Found, inspection.Learned);
        var summary = learned.Parts[0].Summary;
        output.WriteLine(Text($"{request.File}: {request.Columns.Input} with {request.Columns.Variable}{(request.Columns.Weight is { } weight ? $", weighted by {weight}" : "")}"));
        output.WriteLine();
        Line(output, "events", summary.Events, summary.Weightless > 0 ? Text($"rows; {summary.Weightless:N0} more have weight zero and count as not there") : "rows");
        Line(output, "inputs", found.Inputs, LeftOut(summary.RareInputs, request));
        Line(output, "contexts", found.Variables, LeftOut(summary.RareVariables, request));
        Line(output, "pairs", found.Pairs, Text($"distinct, {learned.Parts[0].Estimation}: {100.0 * found.Pairs / ((double)found.Inputs * found.Variables):G3} % of the table is filled"));
        Line(output, "components", found.Components, found.SingletonPairs > 0 ? Text($"of which {found.SingletonPairs:N0} are one pair that occurs with nothing else") : "");
        WriteSetAside(output, learned.SetAside);
    }

    /// <summary>What is left out as rare; nothing where that is nothing.</summary>
    public static void WriteSetAside(TextWriter output, SetAside aside)
    {
        if (aside.Components > 0)
            Line(output, "set aside", aside.Components, Text($"tiny components: {aside.Inputs:N0} inputs, {aside.Variables:N0} contexts, {aside.Pairs:N0} pairs, {100 * aside.Mass:G3} % of the weight (--rare-pairs keep keeps them)"));
    }

    /// <summary>The singular values.</summary>
    public static void WriteSpectrum(TextWriter output, Spectrum spectrum)
    {
        output.WriteLine(spectrum is { TotalChiSquared: { } total, ExplainedShare: { } share }
            ? Text($"chi-squared {total:G6}; the {spectrum.Values.Count} singular values below hold {100 * share:G3} % of it")
            : Text($"chi-squared not known: the law of such a mix is never written down; the {spectrum.Values.Count} largest singular values are"));
        output.WriteLine();
        for (var i = 0; i < spectrum.Values.Count; i++)
        {
            if (spectrum.Values.Count > LongestList && i == ListStart)
            {
                i = spectrum.Values.Count - (LongestList - ListStart - 1);
                output.WriteLine("   ...");
            }
            var value = spectrum.Values[i];
            output.WriteLine(Text($"{Text($"s{i + 1}"),5}  {value:F6}  {new string('#', (int)Math.Round(BarWidth * value))}").TrimEnd());
        }
        output.WriteLine();
        output.WriteLine(Text($"largest residual {spectrum.Residuals.Max():0.0e+00} after {spectrum.Iterations} rounds{(spectrum.Iterations == 0 ? " (small enough to decompose directly)" : "")}"));
    }

    /// <summary>What is to be known of the functions.</summary>
    public static void WriteNotes(TextWriter output, Spectrum spectrum, TimeSpan elapsed)
    {
        if (!spectrum.Converged) output.WriteLine(NotConverged(spectrum));
        foreach (var plateau in spectrum.Plateaus)
        {
            var (start, length) = plateau.GetOffsetAndLength(spectrum.Values.Count);
            output.WriteLine(Text($"s{start + 1} to s{start + length} are equal: their functions are defined up to rotation among themselves only."));
        }
        if (spectrum.CutsPlateau) output.WriteLine(CutsPlateau(spectrum));
        output.WriteLine("The constant function (singular value 1) is left out. Functions have mean 0 and variance 1 under P_X, the share of each input in the weight; their signs are a convention.");
        output.WriteLine(Text($"{elapsed.TotalSeconds:F2} s"));
    }

    private static string LeftOut(int count, TableRequest request) => count == 0 ? "" : Text($"{count:N0} more are in fewer than {request.Counting.MinimumCount} rows, or with nothing else left");

    private static string NotConverged(Spectrum spectrum) =>
        Text($"NOT CONVERGED: the largest residual is {spectrum.Residuals.Max():0.0e+00}. Use --precision double, a larger --tolerance or a smaller --rank.");

    private static string CutsPlateau(Spectrum spectrum) =>
        Text($"s{spectrum.Values.Count} equals the next singular value, which is not kept: the functions kept are one choice among many. Another --rank avoids that.");

    /// <summary>A number with its label and a remark.</summary>
    public static void Line(TextWriter output, string label, long number, string remark) =>
        output.WriteLine(("  " + label.PadRight(LabelWidth) + number.ToString("N0", CultureInfo.InvariantCulture).PadLeft(NumberWidth) + "  " + remark).TrimEnd());

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
