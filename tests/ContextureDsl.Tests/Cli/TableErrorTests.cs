using ContextureDsl.DuckDb;

namespace ContextureDsl.Tests.Cli;

/// <summary>Every way in which a file can be wrong has its exception, and the message says where.</summary>
public sealed class TableErrorTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void No_file()
    {
        var message = Fails<TableNotFoundException>(folder.PathOf("none.csv"));
        Assert.Contains("none.csv", message, StringComparison.Ordinal);
        Assert.Contains("folder", Fails<TableNotFoundException>(folder.Root), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t.xlsx")]
    [InlineData("t.gz")]
    [InlineData("t.parquet.gz")]
    [InlineData("csv")]
    public void Unknown_extension(string name) =>
        Assert.Contains(".csv, .tsv, .parquet, .csv.gz, .tsv.gz", Fails<TableKindException>(folder.Write(name, "x,a\n1,2\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData("t.csv", "", "is empty")]
    [InlineData("t.tsv", "", "is empty")]
    [InlineData("t.csv", "\nx,a\n1,2\n", "line 1 is blank")]
    public void No_header(string name, string text, string expected) =>
        Assert.Contains(expected, Fails<TableFormatException>(folder.Write(name, text)), StringComparison.Ordinal);

    [Fact]
    public void Header_without_rows()
    {
        Assert.Contains("has no event", Fails<EmptyObservationException>(folder.Write("t.csv", "x,a,w\n")), StringComparison.Ordinal);
        Assert.Contains("All 2 events", Fails<EmptyObservationException>(folder.Write("t.csv", "x,a,w\n1,2,0\n1,3,-0.0\n"), "w"), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_column_lists_what_was_found_and_what_was_meant()
    {
        var path = folder.Write("t.tsv", "user_id:token\titem\tStars\n1\t2\t3\n");

        var failure = Assert.Throws<ColumnNotFoundException>(() => Table.Count(path, new("item", "user_id")));
        Assert.Equal(["user_id:token", "item", "Stars"], failure.Found);
        Assert.Equal("user_id:token", failure.Nearest);
        Assert.Contains("'user_id:token', 'item', 'Stars'", failure.Message, StringComparison.Ordinal);
        Assert.Equal("Stars", Assert.Throws<ColumnNotFoundException>(() => Table.Count(path, new("item", "stars"))).Nearest);
        Assert.Equal("item", Assert.Throws<ColumnNotFoundException>(() => Table.Count(path, new("itme", "Stars"))).Nearest);
        Assert.Null(Assert.Throws<ColumnNotFoundException>(() => Table.Count(path, new("qqqq", "Stars"))).Nearest);
    }

    [Theory]
    [InlineData("t.csv", "x;a\n1;2\n", "separated by ';'")]
    [InlineData("t.csv", "x\ta\n1\t2\n", "name the file .tsv")]
    [InlineData("t.tsv", "x,a\n1,2\n", "name the file .csv")]
    public void Another_delimiter_is_recognised(string name, string text, string expected) =>
        Assert.Contains(expected, Fails<ColumnNotFoundException>(folder.Write(name, text)), StringComparison.Ordinal);

    [Fact]
    public void A_column_that_is_there_twice() =>
        Assert.Contains("2 columns 'x'", Fails<TableFormatException>(folder.Write("t.csv", "x,a,x\n1,2,3\n")), StringComparison.Ordinal);

    [Fact]
    public void Input_and_context_in_one_column() =>
        Assert.Contains("same column 'x'", Assert.Throws<DeclarationException>(() => Table.Count(folder.Write("t.csv", "x,a\n1,2\n"), new("x", "x"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("x,a\n1,2\n\n,2\n", "line 4 has no input: the field 'x'")]
    [InlineData("x,a\n\"1\n1\",2\n3,\n", "line 4 has no context value: the field 'a'")]
    public void Missing_key(string text, string expected) =>
        Assert.Contains(expected, Fails<NullKeyException>(folder.Write("t.csv", text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("-1", "the weight \"-1\"")]
    [InlineData("NaN", "the weight \"NaN\"")]
    [InlineData("inf", "the weight \"inf\"")]
    [InlineData("1e400", "the weight \"1e400\"")]
    [InlineData("many", "the weight \"many\"")]
    [InlineData("\"1,5\"", "the weight \"1,5\"")]
    [InlineData("", "no weight")]
    public void Bad_weight(string weight, string expected)
    {
        var text = $"x,a,w\n\"two\nlines\",2,1\n1,2,{weight}\n1,2,-7\n";
        Assert.Contains($"t.csv', line 4 has {expected} in the field 'w'", Fails<InvalidWeightException>(folder.Write("t.csv", text), "w"), StringComparison.Ordinal);
        Assert.Contains($"t.csv.gz', line 4 has {expected}", Fails<InvalidWeightException>(folder.WriteGzip("t.csv.gz", text), "w"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_weight_in_parquet_names_the_row()
    {
        var path = folder.WriteParquet("t.parquet", "SELECT i AS x, 'u' AS a, CASE WHEN i = 5 THEN 'nan'::DOUBLE ELSE 1 END AS w FROM range(9) r(i)");
        Assert.Contains("t.parquet', row 6 has the weight \"nan\"", Fails<InvalidWeightException>(path, "w"), StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_sum_to_more_than_a_double() =>
        Assert.Contains("sum to more than", Fails<InvalidWeightException>(folder.Write("t.csv", "x,a,w\n1,2,1e308\n1,2,1.5e308\n"), "w"), StringComparison.Ordinal);

    [Fact]
    public void A_pair_that_comes_twice_when_that_is_refused()
    {
        var path = folder.Write("t.csv", "x,a,w\nm,u,0\nm,u,1\nn,u,1\nn,u,1\nm,u,1\n");
        var message = Assert.Throws<DuplicatePairException>(() => Table.Count(path, new("x", "a", "w"), new() { Duplicates = Duplicates.Reject })).Message;
        Assert.Contains("line 5 has the pair (n, u)", message, StringComparison.Ordinal);
        Assert.Contains("line 4 has too", message, StringComparison.Ordinal);
        Assert.Equal(3, Table.Count(folder.Write("t.csv", "x,a\nm,u\nn,u\nm,v\n"), new("x", "a"), new() { Duplicates = Duplicates.Reject }).Table.Pairs);
    }

    [Theory]
    [InlineData("x,a\n1,2\n1\n", "line 3 has 1 field, the header 2 fields")]
    [InlineData("x,a\n\"1\n1\",2\n\n1,2,3\n", "line 5 has 3 fields, the header 2 fields")]
    [InlineData("x,a\n1,2\n1,\"open\n1,2\n", "line 3 has a quote that is not closed")]
    [InlineData("x,a\n1,2\n\"1\"1,2\n", "line 3 has a quote that is not closed")]
    [InlineData("x,a\r\n1,2\n3,4\r\n", "line ends of two kinds")]
    public void Malformed_csv(string text, string expected) =>
        Assert.Contains(expected, Fails<TableFormatException>(folder.Write("t.csv", text)), StringComparison.Ordinal);

    [Fact]
    public void A_malformed_line_far_into_a_file_is_named()
    {
        // Beyond the first buffers of the engine, where it reads with several threads.
        var rows = string.Concat(Enumerable.Range(0, 900_000).Select(i => i % 5 == 0 ? "\"x\ny\",some context\n" : "xxxxx,some context\n"));
        Assert.Contains("line 1080002 has 1 field", Fails<TableFormatException>(folder.Write("t.csv", "x,a\n" + rows + "stop\n" + rows)), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_another_encoding()
    {
        Assert.Contains("line 2 is not UTF-8", Fails<TableFormatException>(folder.Write("t.csv", [.. "x,a\ncaf"u8, 0xE9, .. ",1\n"u8])), StringComparison.Ordinal);
        Assert.Contains("is UTF-16", Fails<TableFormatException>(folder.Write("t.csv", [0xFF, 0xFE, (byte)'x', 0])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_something_else_than_its_name()
    {
        Assert.Contains("is not gzip", Fails<TableFormatException>(folder.Write("t.csv.gz", "x,a\n1,2\n")), StringComparison.Ordinal);
        Assert.Contains("is gzip", Fails<TableFormatException>(folder.WriteGzip("t.csv", "x,a\n1,2\n")), StringComparison.Ordinal);
        Assert.Contains("cannot be read as Parquet", Fails<TableFormatException>(folder.Write("t.parquet", "x,a\n1,2\n")), StringComparison.Ordinal);
        File.Copy(folder.WriteParquet("p.parquet", "SELECT 1 AS x, 2 AS a"), folder.PathOf("p.csv"));
        Assert.Contains("is Parquet", Fails<TableFormatException>(folder.PathOf("p.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_parquet_file_that_is_cut()
    {
        var bytes = File.ReadAllBytes(folder.WriteParquet("p.parquet", "SELECT i AS x, i % 7 AS a FROM range(1000) r(i)"));
        Assert.Contains("cannot be read as Parquet", Fails<TableFormatException>(folder.Write("p.parquet", bytes[..^100])), StringComparison.Ordinal);
        Assert.Contains("cannot be read as Parquet", Fails<TableFormatException>(folder.Write("p.parquet", [])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_file_that_is_cut_or_flipped_anywhere_is_never_counted()
    {
        var whole = Folder.Gzip("x,a\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"{i * 7919 % 101},{i * 31 % 17}\n")));
        for (var cut = 0; cut < whole.Length; cut += 23) Assert.ThrowsAny<ContextureException>(() => Table.Count(folder.Write("t.csv.gz", whole[..cut]), new("x", "a")));
        // Bytes 4 to 9 of the head hold the time, the effort and the system, which nobody checks.
        for (var at = 10; at < whole.Length; at += 29)
        {
            var flipped = whole.ToArray();
            flipped[at] ^= 4;
            Assert.ThrowsAny<ContextureException>(() => Table.Count(folder.Write("t.csv.gz", flipped), new("x", "a")));
        }
        Assert.Contains("damaged or cut short", Fails<TableFormatException>(folder.Write("t.csv.gz", whole[..^8])), StringComparison.Ordinal);
        Assert.Contains("damaged or cut short", Fails<TableFormatException>(folder.Write("t.csv.gz", [.. Folder.Gzip("x,a\n1,2\n"), .. whole[..^9]])), StringComparison.Ordinal);
    }

    [Fact]
    public void Parquet_columns_that_are_no_keys_or_no_weight()
    {
        var path = folder.WriteParquet("t.parquet", "SELECT [1, 2] AS x, {'k': 1} AS s, DATE '2024-01-01' AS w, 'a' AS a");
        Assert.Contains("INTEGER[]", Fails<ColumnTypeException>(path), StringComparison.Ordinal);
        Assert.Throws<ColumnTypeException>(() => Table.Count(path, new("a", "s")));
        Assert.Contains("DATE", Assert.Throws<ColumnTypeException>(() => Table.Count(path, new("a", "w", "w"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_without_meaning()
    {
        var path = folder.Write("t.csv", "x,a\n1,2\n");
        Assert.Throws<DeclarationException>(() => Table.Count(path, new("x", "a"), new() { Threads = 0 }));
        Assert.Throws<DeclarationException>(() => Table.Count(path, new("x", "a"), new() { MinimumCount = 0 }));
        Assert.Contains("\"lots\"", Assert.Throws<DeclarationException>(() => Table.Count(path, new("x", "a"), new() { MemoryLimit = "lots" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_that_does_not_suffice()
    {
        var path = folder.Write("t.csv", "x,a\n" + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"x{i * 7919L % 999983},some longer context value {i}\n")));
        var file = folder.Write("not-a-folder", "");
        Assert.Throws<TableMemoryException>(() => Table.Count(path, new("x", "a"), new() { MemoryLimit = "40MB", TemporaryDirectory = file }));
    }

    [Fact]
    public void Cancelling_stops_the_engine_and_leaves_nothing()
    {
        var path = folder.Write("t.csv", "x,a\n" + string.Concat(Enumerable.Range(0, 2_000_000).Select(i => $"x{i},a{i * 7919L % 999983}\n")));
        using var before = new CancellationTokenSource();
        before.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Table.Count(path, new("x", "a"), cancellationToken: before.Token));
        foreach (var delay in new[] { 5, 60, 300 })
        {
            using var stop = new LateStop(delay);
            var options = new TableOptions { MemoryLimit = "60MB", TemporaryDirectory = folder.Root };
            var failure = Record.Exception(() => Table.Count(path, new("x", "a"), options, cancellationToken: stop.Token));
            Assert.IsAssignableFrom<OperationCanceledException>(failure);
            Assert.Equal(["t.csv"], folder.Files);
        }
    }

    private static string Fails<TException>(string path, string? weight = null)
        where TException : ContextureException => Assert.Throws<TException>(() => Table.Count(path, new("x", "a", weight))).Message;
}
