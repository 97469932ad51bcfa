using ContextureDsl;
using Samples.Probe;

/// <summary>One division of the numerals: those that teach have their digits, the others show their pixels only.</summary>
public sealed class Split
{
    private const int Taught = 1000;
    private const int Validation = 200;
    private const int Neighbours = 10;

    private readonly Numeral[] validation;
    private readonly Numeral[] judged;

    /// <summary>Divides at random, by the seed only.</summary>
    public Split(Numeral[] numerals, int seed)
    {
        var order = (Numeral[])numerals.Clone();
        new Random(seed).Shuffle(order);
        Teaching = order[..Taught];
        validation = order[Taught..(Taught + Validation)];
        judged = order[(Taught + Validation)..];
    }

    /// <summary>What the experiment is, in a sentence.</summary>
    public static string Describe(int numerals) =>
        FormattableString.Invariant($"{Taught} teach with their digits, {Validation} choose the penalty of the probe, {numerals - Taught - Validation} are judged by their pixels alone");

    /// <summary>The numerals that teach.</summary>
    public Numeral[] Teaching { get; }

    /// <summary>The others as the encoder sees them: without their digits.</summary>
    private IEnumerable<Numeral> Unlabelled => validation.Concat(judged).Select(numeral => numeral with { Digit = null });

    /// <summary>Judges a context whose variable is known.</summary>
    public double Judge<TVariable>(Contexture<int, TVariable>.From<Numeral> declaration)
        where TVariable : notnull
    {
        var learned = declaration.Learn(Teaching);
        return Judge(learned, declaration.EmbedNew(learned, Unlabelled));
    }

    /// <summary>Judges a mix.</summary>
    public double Judge(Contexture<int>.From<Numeral> declaration)
    {
        var learned = declaration.Learn(Teaching);
        return Judge(learned, declaration.EmbedNew(learned, Unlabelled));
    }

    /// <summary>The share of the judged numerals whose digit a logistic probe on these features gets right.</summary>
    public double Judge(Func<Numeral, float[]> features)
    {
        float[][] Rows(Numeral[] numerals) => Array.ConvertAll(numerals, numeral => features(numeral));
        var probe = SoftmaxProbe.FitValidated(Rows(Teaching), Digits(Teaching), Rows(validation), Digits(validation));
        return probe.Accuracy(Rows(judged), Digits(judged));
    }

    /// <summary>The share that the digits of the ten nearest teaching numerals get right by themselves, without encoder and probe.</summary>
    public double JudgeVote() => judged.Average(numeral => Vote(numeral) == numeral.Digit ? 1.0 : 0);

    private double Judge(Learned<int> learned, NewInputs<int> others) =>
        Judge(numeral => learned.Encoder.Contains(numeral.Id) ? learned.Encoder[numeral.Id].ToArray() : others[numeral.Id]);

    private int Vote(Numeral numeral) =>
        Teaching.OrderBy(other => Distance(numeral, other)).Take(Neighbours).GroupBy(other => other.Digit!.Value).OrderByDescending(group => group.Count()).First().Key;

    private static double Distance(Numeral one, Numeral other) => one.Pixels.Zip(other.Pixels, (x, y) => (x - y) * (x - y)).Sum();

    private static int[] Digits(Numeral[] numerals) => Array.ConvertAll(numerals, numeral => numeral.Digit!.Value);
}
