using System.Globalization;

namespace ContextureDsl.Cli;

/// <summary>A mix, and advice on one, for people.</summary>
internal static class MixReport
{
    private const int ShownValues = 4;

    /// <summary>What was learnt: the parts, how far they speak of the same inputs, and the spectrum.</summary>
    public static void Write(TextWriter output, MixRequest request, Learned<string> learned, TimeSpan elapsed)
    {
        output.WriteLine(Text($"{request.Operation.ToString().ToLowerInvariant()} mix of {request.Parts.Count} contexts of {string.Join(" or ", request.Parts.Select(part => part.Columns.Input).Distinct())}"));
        output.WriteLine();
        WriteParts(output, request, learned);
        output.WriteLine();
        var (overlap, spectrum) = (learned.Overlap, learned.Spectrum);
        TextReport.Line(output, "inputs", overlap.Inputs, "of all parts together");
        TextReport.Line(output, "shared", overlap.Shared, Text($"seen by every part: {100.0 * overlap.Shared / overlap.Inputs:G3} %"));
        if (overlap.LeftOut > 0) TextReport.Line(output, "left out", overlap.LeftOut, "that not every part saw (--population, --unseen)");
        TextReport.Line(output, "components", spectrum.Components, spectrum.SingletonPairs > 0 ? Text($"of which {spectrum.SingletonPairs:N0} are one pair that occurs with nothing else") : "");
        TextReport.WriteSetAside(output, learned.SetAside);
        output.WriteLine();
        TextReport.WriteSpectrum(output, spectrum);
        output.WriteLine();
        TextReport.WriteNotes(output, spectrum, elapsed);
    }

    /// <summary>What was tried, best last word first: the table of candidates and the sentence.</summary>
    public static void Write(TextWriter output, MixAdvice advice)
    {
        var formula = Math.Max("candidate".Length, advice.Candidates.Max(candidate => candidate.Formula.Length));
        var columns = advice.Parts.Select(part => Math.Max(6, part.Name.Length)).ToArray();
        output.WriteLine(Text($"  {"candidate".PadRight(formula)}     AUC          {string.Join("  ", advice.Parts.Select((part, j) => part.Name.PadLeft(columns[j])))}   s1, s2, ...").TrimEnd());
        foreach (var candidate in advice.Candidates) output.WriteLine(Text($"{(candidate == advice.Chosen ? '*' : ' ')} {candidate.Formula.PadRight(formula)}   {Found(candidate, columns)}").TrimEnd());
        output.WriteLine();
        output.WriteLine(advice.Reason);
        foreach (var candidate in advice.Candidates.Where(candidate => candidate.Failure is not null)) output.WriteLine($"{candidate.Formula} could not be learnt without what was held out: {candidate.Failure}");
    }

    private static string Found(AdvisedMix candidate, int[] columns)
    {
        if (candidate.Failure is not null) return "not learnt";
        var parts = string.Join("  ", candidate.Recognition.Select((one, j) => Text($"{one:F3}").PadLeft(columns[j])));
        var values = string.Join(' ', candidate.SingularValues.Take(ShownValues).Select(value => Text($"{value:F3}")));
        return Text($"{candidate.Score:F3} +- {candidate.StandardError:F3}  {parts}   {values}");
    }

    private static void WriteParts(TextWriter output, MixRequest request, Learned<string> learned)
    {
        var name = Math.Max("part".Length, learned.Parts.Max(part => part.Name.Length));
        output.WriteLine(Text($"  {"part".PadRight(name)}    share      inputs    contexts         pairs  file"));
        foreach (var (part, asked) in learned.Parts.Zip(request.Mixed))
        {
            output.WriteLine(Text($"  {part.Name.PadRight(name)}   {part.Share,6:F3}  {part.Inputs,10:N0}  {part.Variables,10:N0}  {part.Pairs,12:N0}  {asked.File}"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
