using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ContextureDsl.Tests.Cli;

/// <summary><c>contexture inspect</c>.</summary>
public sealed class InspectTests : IDisposable
{
    /// <summary>Two blocks that share a context value, and one pair apart.</summary>
    private const string Blocks = "x,a,w\nm,u,4\nm,v,3\nn,u,3\nn,v,5\no,v,1\no,y,6\np,y,5\np,z,7\np,z,1\nq,y,0\nlonely,nobody,0.25\n";

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> PublishedTables => [.. JsonDocument.Parse(File.ReadAllText(Fixture("reference.json"))).RootElement.EnumerateObject().Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(PublishedTables))]
    public void Singular_values_are_those_of_correspondence_analysis(string name)
    {
        var reference = JsonDocument.Parse(File.ReadAllText(Fixture("reference.json"))).RootElement.GetProperty(name);
        var path = folder.Write(name + ".csv", LongFormat(File.ReadAllLines(Fixture(name + ".csv"))));

        var json = Inspect(path, "--input", "row", "--context", "column", "--weight", "count", "--rare-pairs", "keep", "--precision", "double");

        // The reference is printed with 15 digits and agrees between implementations to 1e-10, which is what is asked for.
        var expected = Numbers(reference, "singularValues");
        var values = Numbers(json, "singularValues");
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < values.Length; i++) Assert.Equal(expected[i], values[i], 1e-10);
        Assert.Equal(reference.GetProperty("chiSquare").GetDouble() / reference.GetProperty("total").GetDouble(), json.GetProperty("chiSquared").GetDouble(), 1e-10);
        Assert.Equal(1, json.GetProperty("explainedShare").GetDouble(), 1e-9);
        Assert.All(Numbers(json, "residuals"), residual => Assert.InRange(residual, 0, 1e-10));
    }

    [Fact]
    public void Json_has_every_field_and_rare_pairs_are_set_aside()
    {
        var json = Inspect(folder.Write("t.csv", Blocks), "--input", "x", "--context", "a", "--weight", "w", "--rank", "2");

        Assert.EndsWith("t.csv", json.GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.Equal("x a w", $"{json.GetProperty("input")} {json.GetProperty("context")} {json.GetProperty("weight")}");
        Assert.Equal(11, json.GetProperty("rows").GetInt64());
        Assert.Equal(1, json.GetProperty("weightlessRows").GetInt64());
        Assert.Equal(10, json.GetProperty("events").GetInt64());
        Assert.Equal(5, json.GetProperty("inputs").GetInt32());
        Assert.Equal(5, json.GetProperty("contexts").GetInt32());
        Assert.Equal(9, json.GetProperty("pairs").GetInt64());
        Assert.Equal("counted", json.GetProperty("estimation").GetString());
        Assert.Equal(2, json.GetProperty("components").GetInt32());
        Assert.Equal(1, json.GetProperty("singletonPairs").GetInt32());
        var aside = json.GetProperty("setAside");
        Assert.Equal("1 1 1 1", $"{aside.GetProperty("components")} {aside.GetProperty("inputs")} {aside.GetProperty("contexts")} {aside.GetProperty("pairs")}");
        Assert.Equal(0.25 / 35.25, aside.GetProperty("mass").GetDouble(), 1e-12);
        Assert.Equal(2, json.GetProperty("rank").GetInt32());
        Assert.Equal(2, Numbers(json, "singularValues").Length);
        Assert.InRange(Numbers(json, "singularValues")[0], 0.5, 0.999);
        Assert.Equal(2, Numbers(json, "residuals").Length);
        Assert.Equal(0, json.GetProperty("iterations").GetInt32());
        Assert.True(json.GetProperty("converged").GetBoolean());
        Assert.False(json.GetProperty("cutsPlateau").GetBoolean());
        Assert.Equal(0, json.GetProperty("plateaus").GetArrayLength());
        Assert.InRange(json.GetProperty("seconds").GetDouble(), 0, 600);
    }

    [Fact]
    public void Rare_pairs_that_are_kept_add_a_singular_value_of_one()
    {
        var json = Inspect(folder.Write("t.csv", Blocks), "--input", "x", "--context", "a", "--weight", "w", "--rank", "2", "--rare-pairs", "keep");

        Assert.Equal(1, Numbers(json, "singularValues")[0], 1e-6);
        Assert.Equal(2, json.GetProperty("components").GetInt32());
        Assert.Equal(0, json.GetProperty("setAside").GetProperty("components").GetInt32());
        Assert.Contains("nobody", CommandLine.Refusal("inspect", folder.PathOf("t.csv"), "--input", "x", "--context", "a", "--weight", "w", "--rare-pairs", "reject"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_bits_for_any_number_of_threads_and_every_format()
    {
        // Large enough for the block iteration: more than the dense path takes.
        var rows = Enumerable.Range(0, 60_000).Select(i => FormattableString.Invariant($"x{(i * 7919L) % 1499},a{(i * 104729L + i * (long)i) % 1201},{0.1 * (1 + i % 7)}\n"));
        var text = "x,a,w\n" + string.Concat(rows);
        string[] files = [folder.Write("t.csv", text), folder.WriteGzip("t.tsv.gz", text.Replace(',', '\t'))];
        var reports = new HashSet<string>();
        foreach (var file in files)
            foreach (var threads in new[] { "1", "2", "3" })
                reports.Add(WithoutFileAndTime(CommandLine.Output("inspect", file, "--input", "x", "--context", "a", "--weight", "w", "--rank", "6", "--threads", threads, "--json")));

        var report = Assert.Single(reports);
        Assert.True(JsonDocument.Parse(report).RootElement.GetProperty("iterations").GetInt32() > 0);
    }

    [Fact]
    public void The_seed_changes_the_start_and_nothing_else()
    {
        var path = folder.Write("t.csv", Blocks);
        var one = Inspect(path, "--input", "x", "--context", "a", "--seed", "1", "--precision", "double");
        var other = Inspect(path, "--input", "x", "--context", "a", "--seed", "-2", "--precision", "double");
        Assert.Equal(Numbers(one, "singularValues"), Numbers(other, "singularValues"), (left, right) => Math.Abs(left - right) < 1e-12);
    }

    [Fact]
    public void The_report_for_people_says_sizes_spectrum_and_what_was_set_aside()
    {
        var report = CommandLine.Output("inspect", folder.Write("t.csv", Blocks), "--input", "x", "--context", "a", "--weight", "w", "--min-count", "1");

        Assert.Contains("x with a, weighted by w", report, StringComparison.Ordinal);
        Assert.Contains("1 more have weight zero", report, StringComparison.Ordinal);
        Assert.Contains("of which 1 are one pair", report, StringComparison.Ordinal);
        Assert.Contains("set aside", report, StringComparison.Ordinal);
        Assert.Contains("s1  0.", report, StringComparison.Ordinal);
        Assert.Contains("under P_X", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_singular_values_are_said_to_be_defined_up_to_rotation()
    {
        // Three equal blocks: the singular value 1 twice, the third of them being the constant.
        var path = folder.Write("t.csv", "x,a\n" + string.Concat(Enumerable.Range(0, 3).Select(b => $"m{b},u{b}\nm{b},v{b}\nn{b},u{b}\nn{b},v{b}\n")));
        var report = CommandLine.Output("inspect", path, "--input", "x", "--context", "a", "--rank", "2");
        Assert.Contains("s1 to s2 are equal", report, StringComparison.Ordinal);
        Assert.True(Inspect(path, "--input", "x", "--context", "a", "--rank", "1").GetProperty("cutsPlateau").GetBoolean());
        Assert.Contains("equals the next singular value", CommandLine.Output("inspect", path, "--input", "x", "--context", "a", "--rank", "1"), StringComparison.Ordinal);
    }

    [Fact]
    public void Minimum_counts_are_reported()
    {
        var json = Inspect(folder.Write("t.csv", "x,a\nm,u\nm,v\nn,u\nn,v\nn,v\nrare,v\n"), "--input", "x", "--context", "a", "--min-count", "2");
        Assert.Equal(1, json.GetProperty("inputsBelowMinimumCount").GetInt32());
        Assert.Equal(0, json.GetProperty("contextsBelowMinimumCount").GetInt32());
        Assert.Equal(2, json.GetProperty("inputs").GetInt32());
        Assert.Equal(6, json.GetProperty("events").GetInt32());
    }

    [Fact]
    public void Numbers_are_written_the_same_under_every_culture()
    {
        var path = folder.Write("t.csv", Blocks);
        string[] arguments = ["inspect", path, "--input", "x", "--context", "a", "--weight", "w", "--tolerance", "1e-6", "--json"];
        var invariant = WithoutFileAndTime(CommandLine.Output(arguments));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(invariant, WithoutFileAndTime(CommandLine.Output(arguments)));
            Assert.DoesNotContain("0,", CommandLine.Output(arguments[..^1]), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("x,a\nm,u\nm,v\n", "the same input, m")]
    [InlineData("x,a\nm,u\nn,u\n", "the same context value, u")]
    public void A_context_that_can_teach_nothing_is_refused(string text, string expected) =>
        Assert.Contains(expected, CommandLine.Refusal("inspect", folder.Write("t.csv", text), "--input", "x", "--context", "a"), StringComparison.Ordinal);

    [Fact]
    public void A_rank_above_what_the_data_can_have_names_both_numbers()
    {
        var message = CommandLine.Refusal("inspect", folder.Write("t.csv", Blocks), "--input", "x", "--context", "a", "--weight", "w", "--rank", "7");
        Assert.Contains("Rank = 7", message, StringComparison.Ordinal);
        Assert.Contains("at most 3", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_wrong_is_one_message()
    {
        Assert.Contains("no file", CommandLine.Refusal("inspect", folder.PathOf("none.csv"), "--input", "x", "--context", "a"), StringComparison.Ordinal);
        Assert.Contains("Did you mean 'x'", CommandLine.Refusal("inspect", folder.Write("t.csv", Blocks), "--input", "X", "--context", "a"), StringComparison.Ordinal);
        Assert.Contains("line 3 has the weight \"-1\"", CommandLine.Refusal("inspect", folder.Write("w.csv", "x,a,w\nm,u,1\nn,u,-1\n"), "--input", "x", "--context", "a", "--weight", "w"), StringComparison.Ordinal);
        Assert.Contains("has no event", CommandLine.Refusal("inspect", folder.Write("e.csv", "x,a\n"), "--input", "x", "--context", "a"), StringComparison.Ordinal);
    }

    private static JsonElement Inspect(string path, params string[] arguments) => JsonDocument.Parse(CommandLine.Output(["inspect", path, .. arguments, "--json"])).RootElement;

    private static double[] Numbers(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    private static string WithoutFileAndTime(string json) =>
        Regex.Replace(json, "\"(file|seconds)\": [^\n]*", "\"$1\": 0,").Replace("0,\n}", "0\n}", StringComparison.Ordinal);

    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "ca-tables", name);

    /// <summary>A two-way table as rows of row, column and count.</summary>
    private static string LongFormat(string[] lines)
    {
        var columns = lines[0].Split(',');
        var rows = lines.Skip(1).Select(line => line.Split(','));
        return "row,column,count\n" + string.Concat(rows.SelectMany(row => columns.Skip(1).Select((column, i) => $"{row[0]},{column},{row[i + 1]}\n")));
    }
}
