using System.Diagnostics;
using System.Globalization;
using Samples.Probe;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var clock = Stopwatch.StartNew();
var digits = DigitSet.Read();
Digit[] known = [.. digits.Where(digit => digit.Number % 2 == 0)], unknown = [.. digits.Where(digit => digit.Number % 2 == 1)];

var strokes = new Strokes();
var learned = strokes.Learn(known);
var part = learned.Parts[0];
Console.WriteLine($"{known.Length:N0} digits with {part.Variables:N0} kinds of crops at their places, {part.Pairs:N0} distinct pairs; {part.Estimation}");
Console.WriteLine($"spectrum  {string.Join(" ", learned.Spectrum.Values.Take(8).Select(s => s.ToString("F3")))} … {learned.Spectrum.Values[^1]:F3}, {learned.Rank} functions");

var embedded = strokes.EmbedNew(learned, unknown);
float[][] crops = [.. known.Select(digit => learned.Encoder[digit.Number].ToArray())], newCrops = [.. unknown.Select(digit => embedded[digit.Number])];
var components = PrincipalComponents.Fit([.. known.Select(digit => digit.Numbers)], learned.Rank);
float[][] pixels = [.. known.Select(digit => components.Project(digit.Numbers))], newPixels = [.. unknown.Select(digit => components.Project(digit.Numbers))];

Console.WriteLine();
Console.WriteLine($"logistic probe on {learned.Rank} numbers, share of {unknown.Length:N0} new digits that are named rightly");
Console.WriteLine($"  contexture of the crops       {Judge(crops, newCrops):F3}");
Console.WriteLine($"  components of the pixels      {Judge(pixels, newPixels):F3}");
Console.WriteLine();
Console.WriteLine($"{clock.Elapsed.TotalSeconds:F1} s ({strokes.Compilation.Parts[0]})");

// The strength of the penalty is chosen on the last fifth of the known digits; then all of them are fitted.
double Judge(float[][] rows, float[][] newRows)
{
    var labels = Array.ConvertAll(known, digit => digit.Class);
    var cut = rows.Length * 4 / 5;
    var strength = SoftmaxProbe.FitValidated(rows[..cut], labels[..cut], rows[cut..], labels[cut..]).Strength;
    return SoftmaxProbe.Fit(rows, labels, strength).Accuracy(newRows, Array.ConvertAll(unknown, digit => digit.Class));
}
