using ContextureDsl.DuckDb;
using ContextureDsl.Observation;
using CsCheck;

namespace ContextureDsl.Tests.Cli;

/// <summary>Counting a file: the same counts from every format, in the order of the file, whatever the number of threads.</summary>
public sealed class TableTests : IDisposable
{
    private const string Ratings = "user,movie,stars\nann,Heat,2\nbob,Heat,0.5\nann,Alien,1\nann,Heat,3\ncid,Alien,0\n";

    private static readonly TableColumns Columns = new("movie", "user", "stars");

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_csv_file_is_counted_in_the_order_of_its_rows()
    {
        var part = Table.Count(folder.Write("ratings.csv", Ratings), Columns);

        Assert.Equal(["Heat", "Alien"], part.Inputs.Values);
        Assert.Equal(["ann", "bob"], part.Variables.Values);
        Assert.Equal([("Heat", "ann", 5), ("Heat", "bob", 0.5), ("Alien", "ann", 1)], Pairs(part));
        Assert.Equal(5, part.Summary.Rows);
        Assert.Equal(4, part.Summary.Events);
        Assert.Equal(1, part.Summary.Weightless);
    }

    [Fact]
    public void Every_format_gives_the_same_counts()
    {
        var expected = Pairs(Table.Count(folder.Write("t.csv", Ratings), Columns));
        var tabs = Ratings.Replace(',', '\t');
        var csv = folder.PathOf("t.csv").Replace("'", "''", StringComparison.Ordinal);

        Assert.Equal(expected, Pairs(Table.Count(folder.Write("t.tsv", tabs), Columns)));
        Assert.Equal(expected, Pairs(Table.Count(folder.WriteGzip("t.csv.gz", Ratings), Columns)));
        Assert.Equal(expected, Pairs(Table.Count(folder.WriteGzip("t.tsv.gz", tabs), Columns)));
        Assert.Equal(expected, Pairs(Table.Count(folder.WriteGzip("members.csv.gz", Ratings[..20], Ratings[20..]), Columns)));
        Assert.Equal(expected, Pairs(Table.Count(folder.WriteParquet("t.parquet", $"SELECT * FROM read_csv('{csv}')"), Columns)));
        Assert.Equal(expected, Pairs(Table.Count(folder.Write("bom.csv", "\uFEFF" + Ratings.Replace("\n", "\r\n", StringComparison.Ordinal)), Columns)));
    }

    [Fact]
    public void A_key_is_the_text_of_its_field_and_nothing_is_guessed()
    {
        var part = Table.Count(folder.Write("t.csv", "x,a\n007,2024-01-01\n7,NULL\n7.0,\"\"\n#7,\" NULL\"\n\"7,\"\"8\"\"\nnine\",true\n"), new("x", "a"));

        Assert.Equal(["007", "7", "7.0", "#7", "7,\"8\"\nnine"], part.Inputs.Values);
        Assert.Equal(["2024-01-01", "NULL", "", " NULL", "true"], part.Variables.Values);
    }

    [Fact]
    public void A_tsv_file_has_no_quotes()
    {
        var part = Table.Count(folder.Write("t.tsv", "x\ta\nthe \"best\"\t\"unclosed\nthe \"best\"\tO'Neil\n"), new("x", "a"));

        Assert.Equal(["the \"best\""], part.Inputs.Values);
        Assert.Equal(["\"unclosed", "O'Neil"], part.Variables.Values);
    }

    [Fact]
    public void Parquet_keys_of_any_plain_type_are_text()
    {
        var path = folder.WriteParquet("t.parquet", "SELECT i AS x, DATE '2024-02-29' AS a, 0.25::FLOAT AS w FROM range(2) r(i) UNION ALL SELECT 1, DATE '2024-03-01', 2");

        Assert.Equal([("0", "2024-02-29", 0.25), ("1", "2024-02-29", 0.25), ("1", "2024-03-01", 2)], Pairs(Table.Count(path, new("x", "a", "w"))));
    }

    [Fact]
    public void A_name_with_wildcards_and_quotes_is_one_file()
    {
        folder.Write("data1.csv", "x,a\nwrong,wrong\n");
        var path = folder.Write("it's [data]1.csv", "x,a\nright,1\n");

        Assert.Equal(["right"], Table.Count(path, new("x", "a")).Inputs.Values);
    }

    [Fact]
    public void Columns_are_found_by_exact_name_among_any_names()
    {
        var path = folder.Write("t.csv", "a,A,\"a \"\"b\"\"\",,c0\n1,2,3,4,5\n");

        Assert.Equal(["a", "A", "a \"b\"", "", "c0"], Table.Columns(path));
        Assert.Equal([("2", "3", 1)], Pairs(Table.Count(path, new("A", "a \"b\""))));
        Assert.Equal([("5", "1", 4)], Pairs(Table.Count(path, new("c0", "a", ""))));
    }

    [Theory]
    [InlineData(Duplicates.Sum, 6.5)]
    [InlineData(Duplicates.Once, 2)]
    [InlineData(Duplicates.Largest, 2.5)]
    [InlineData(Duplicates.Mean, 1.625)]
    public void Duplicate_pairs_mean_what_is_asked(Duplicates duplicates, double expected)
    {
        var path = folder.Write("t.csv", "x,a,w\nm,u,0\nm,u,2\nm,u,1\nn,u,1\nm,u,2.5\nm,u,1\n");

        Assert.Equal(("m", "u", expected), Pairs(Table.Count(path, new("x", "a", "w"), new() { Duplicates = duplicates }))[0]);
    }

    [Fact]
    public void The_minimum_count_counts_rows_and_says_what_it_left_out()
    {
        var part = Table.Count(folder.Write("t.csv", "x,a\nm,u\nm,u\nm,v\nn,u\nn,w\no,w\n"), new("x", "a"), new() { MinimumCount = 2 });

        Assert.Equal([("m", "u", 2), ("n", "u", 1), ("n", "w", 1)], Pairs(part));
        Assert.Equal(1, part.Summary.RareInputs);
        Assert.Equal(1, part.Summary.RareVariables);
        Assert.Equal(6, part.Summary.Events);
    }

    [Fact]
    public void Counting_a_file_is_counting_its_rows()
    {
        // Weights are multiples of 1/8, so that sums are exact in any order and the tables must be equal to the bit.
        var rows = Gen.Select(Gen.String[Gen.Char["ab,\"é \n"], 1, 3], Gen.Int[0, 9], Gen.Int[0, 16]).Array[1, 60];
        Gen.Select(rows, Gen.Enum<Duplicates>(), Gen.Int[1, 3]).Sample((events, duplicates, minimum) =>
        {
            if (duplicates == Duplicates.Reject) duplicates = Duplicates.Sum;
            var lines = events.Select(row => FormattableString.Invariant($"\"{row.Item1.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{row.Item2},{row.Item3 / 8.0}"));
            var path = folder.Write("rows.csv", "x,a,w\n" + string.Join('\n', lines));
            var scope = new CountScope(duplicates, null, minimum, minimum, "rows", "x", "a", "w");
            var inputs = new HashAlphabet<string, StringKeys>();
            var variables = new HashAlphabet<string, StringKeys>();
            var counter = new PairAccumulator<string, string>(inputs, variables, scope);
            for (var i = 0; i < events.Length; i++)
                if (counter.Accepts(events[i].Item3 / 8.0, i)) counter.Add(inputs.Number(events[i].Item1), variables.Number(FormattableString.Invariant($"{events[i].Item2}")));
            Func<ObservedPart<string, string>> expected = () => (ObservedPart<string, string>)counter.Finish();
            Func<ObservedPart<string, string>> actual = () => Table.Count(path, new("x", "a", "w"), new() { Duplicates = duplicates, MinimumCount = minimum, Threads = 1 });
            Assert.Equal(Outcome(expected), Outcome(actual));
        }, iter: 60, threads: 1);
    }

    [Fact]
    public void The_bits_do_not_depend_on_threads_or_memory()
    {
        // Enough rows for several row groups (122880 each) of the engine, with weights whose sums are inexact.
        var path = folder.Write("many.csv", "x,a,w\n" + string.Concat(Enumerable.Range(0, 300_000).Select(i => FormattableString.Invariant($"x{i * 7919 % 1009},a{i * 104729 % 499},{0.1 * (1 + i % 13)}\n"))));
        var one = Table.Count(path, new("x", "a", "w"), new() { Threads = 1 });
        var three = Table.Count(path, new("x", "a", "w"), new() { Threads = 3, MemoryLimit = "64MB", TemporaryDirectory = folder.Root });

        Assert.Equal(one.Inputs.Values, three.Inputs.Values);
        Assert.Equal(one.Variables.Values, three.Variables.Values);
        Assert.Equal(one.Table.Columns, three.Table.Columns);
        Assert.Equal(one.Table.Weights, three.Table.Weights);
        Assert.Equal("x0", one.Inputs[0]);
        Assert.Equal("x" + (7919 % 1009), one.Inputs[1]);
        Assert.Equal(["many.csv"], folder.Files);
    }

    [Fact]
    public void Progress_is_told()
    {
        var stages = new Inline();

        Table.Count(folder.Write("ratings.csv", Ratings), Columns, progress: stages);

        Assert.Equal(["reading ratings.csv", "counting ratings.csv"], stages.Seen.Distinct());
    }

    private static List<(string Input, string Variable, double Weight)> Pairs(ObservedPart<string, string> part)
    {
        var pairs = new List<(string, string, double)>();
        for (var x = 0; x < part.Table.Inputs; x++)
            for (var i = part.Table.RowOffsets[x]; i < part.Table.RowOffsets[x + 1]; i++)
                pairs.Add((part.Inputs[x], part.Variables[part.Table.Columns[i]], part.Table.Weights[i]));
        return pairs;
    }

    private static string Outcome(Func<ObservedPart<string, string>> count)
    {
        try
        {
            var part = count();
            return FormattableString.Invariant($"{string.Join('|', Pairs(part))} {part.Summary}");
        }
        catch (EmptyObservationException empty)
        {
            return FormattableString.Invariant($"nothing {empty.Summary}");
        }
    }

    private sealed class Inline : IProgress<LearnProgress>
    {
        public List<string> Seen { get; } = [];

        public void Report(LearnProgress value)
        {
            lock (Seen) Seen.Add(value.Stage);
        }
    }
}
