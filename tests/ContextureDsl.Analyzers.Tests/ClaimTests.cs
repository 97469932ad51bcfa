namespace ContextureDsl.Analyzers.Tests;

/// <summary>What the rules claim of a declaration is what the interpreter computes for it on rows that are drawn at random.</summary>
public class ClaimTests
{
    /// <summary>Few values in every column, so that inputs share contexts wherever a context lets them.</summary>
    private const string Learning = """
        public static class Check
        {
            public static double[] Learn()
            {
                var random = new Random(11);
                var rows = Enumerable.Range(0, 80).Select(_ => new Order(
                    random.Next(12), Id(random), (char)('a' + random.Next(6)) + new string('x', random.Next(3)), Id(random), 1 + random.Next(3), DateTimeOffset.UnixEpoch.AddHours(random.Next(40)), DateTime.UnixEpoch.AddDays(random.Next(200)),
                    (short)random.Next(5), random.Next(6), random.Next(2) == 0, (Genre)random.Next(2), new StoreHour(random.Next(4), random.Next(4))) { Note = "note" + random.Next(4), Pair = (random.Next(4), "b" + random.Next(4)) }).ToList();
                var learned = new Sample(3, new Random(5), TimeProvider.System).Learn(rows, new LearnOptions { RarePairs = RarePairs.Keep });
                return [learned.Encoder.Count, learned.Spectrum.Components, learned.Spectrum.TotalChiSquared!.Value];
            }
            private static Guid Id(Random random) => new(random.Next(9), 0, 0, new byte[8]);
        }
        """;

    public static TheoryData<string, string> Identities() => Contexts(IdentityContextTests.Fires(), _ => true);

    public static TheoryData<string, string> Constants() =>
        Contexts(IndependentContextTests.Fires(), words => words is "is the same for every event" or "there is nothing to learn");

    [Theory]
    [MemberData(nameof(Identities))]
    public void Where_the_variable_determines_the_input_every_singular_value_is_one(string key, string context)
    {
        var values = Learn(key, context);
        var (inputs, components, chiSquared) = (values[0], values[1], values[2]);

        // One component per input: the singular value 1 has full multiplicity. χ² = Σ sᵢ² says it again, up to the rounding of its sum.
        Assert.True(inputs >= 2);
        Assert.Equal(inputs, components);
        Assert.Equal(inputs - 1, chiSquared, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Constants))]
    public void Where_the_variable_is_constant_there_is_nothing_but_the_constant_function(string key, string context)
    {
        try
        {
            Assert.Equal(0, Learn(key, context)[2], 1e-9);
        }
        catch (System.Reflection.TargetInvocationException failed) when (failed.InnerException is DegenerateContextException)
        {
            // One distinct value on a side: the library says the same in its own words.
        }
    }

    private static TheoryData<string, string> Contexts(TheoryData<string, string, string> rows, Func<string, bool> isWanted)
    {
        var contexts = new TheoryData<string, string>();
        foreach (var row in rows)
            if (isWanted((string)row[2])) contexts.Add((string)row[0], (string)row[1]);
        return contexts;
    }

    private static double[] Learn(string key, string context)
    {
        var source = Snippet.InDefine($"return {context};", Learning).Replace("TKEY", key, StringComparison.Ordinal);
        return (double[])Snippet.Load(source).GetType("Shop.Check")!.GetMethod("Learn")!.Invoke(null, null)!;
    }
}
