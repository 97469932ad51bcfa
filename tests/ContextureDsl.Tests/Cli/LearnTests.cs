using System.Globalization;
using System.Text.Json;

namespace ContextureDsl.Tests.Cli;

/// <summary><c>contexture learn</c> and <c>contexture nearest</c>.</summary>
public sealed class LearnTests : IDisposable
{
    private readonly Folder folder = new();
    private readonly string table;

    public LearnTests() => table = folder.Write("t.csv", "movie,user,stars\n" + string.Concat(
        from movie in Enumerable.Range(0, 12)
        from user in Enumerable.Range(0, 9)
        where (movie + user) % 3 != 0
        select FormattableString.Invariant($"movie {movie},user {user},{(movie % 2 == user % 2 ? 5 : 1) + 0.25 * (movie % 5)}\n")));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_format_holds_the_same_vectors()
    {
        foreach (var name in new[] { "m.contexture", "m.npy", "m.txt" })
            Assert.Contains($"wrote {folder.PathOf(name)}: 12 vectors of 3 numbers", Learn(name), StringComparison.Ordinal);

        var own = Learned.Load<string, string>(folder.PathOf("m.contexture"));
        var array = NumpyFile.Load(folder.PathOf("m.npy"));
        var text = Word2VecFile.Load(folder.PathOf("m.txt"));
        Assert.Equal(own.Encoder.Known, array.Labels);
        Assert.Equal(own.Encoder.Known.Select(label => label.Replace(' ', '_')), text.Labels);
        foreach (var label in own.Encoder.Known)
        {
            Assert.Equal(own.Encoder[label], array[label]);
            Assert.Equal(own.Encoder[label], text[label.Replace(' ', '_')]);
        }
        Assert.Equal(["m.contexture", "m.labels.txt", "m.npy", "m.txt", "t.csv"], folder.Files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_other_side_and_other_coordinates_can_be_written()
    {
        Learn("m.contexture");
        Assert.Contains("9 vectors", Learn("users.npy", "--side", "context", "--embedding", "scaled"), StringComparison.Ordinal);
        var expected = Learned.Load<string, string>(folder.PathOf("m.contexture")).With(Embedding.Scaled).Variables;
        var users = NumpyFile.Load(folder.PathOf("users.npy"));
        Assert.Equal(expected.Known, users.Labels);
        foreach (var label in expected.Known) Assert.Equal(expected[label], users[label]);
    }

    [Fact]
    public void An_existing_file_is_replaced_and_a_failed_run_leaves_it()
    {
        var path = folder.Write("m.contexture", "before");
        Assert.Contains("Rank = 99", CommandLine.Refusal("learn", table, "--input", "movie", "--context", "user", "--rank", "99", "--out", path), StringComparison.Ordinal);
        Assert.Equal("before", File.ReadAllText(path));
        Learn("m.contexture");
        Assert.Equal(3, Learned.Load<string>(path).Rank);
    }

    [Theory]
    [InlineData("m.bin", "extension is '.bin'")]
    [InlineData("m", "extension is ''")]
    [InlineData("no/folder/m.npy", "no folder")]
    public void A_target_that_cannot_be_is_refused_before_any_work(string name, string expected) =>
        Assert.Contains(expected, CommandLine.Refusal("learn", folder.PathOf("does-not-exist.csv"), "--input", "x", "--context", "a", "--out", folder.PathOf(name)), StringComparison.Ordinal);

    [Fact]
    public void A_side_that_the_format_has_already_is_refused() =>
        Assert.Contains("holds both sides", CommandLine.Refusal("learn", table, "--input", "movie", "--context", "user", "--side", "context", "--out", folder.PathOf("m.contexture")), StringComparison.Ordinal);

    [Fact]
    public void Nearest_prints_cosines_and_labels_from_every_format()
    {
        foreach (var name in new[] { "m.contexture", "m.npy" })
        {
            Learn(name);
            var lines = CommandLine.Output("nearest", folder.PathOf(name), "movie 3", "-k", "4").TrimEnd().Split('\n');
            Assert.Equal(4, lines.Length);
            var cosines = lines.Select(line => double.Parse(line.AsSpan(0, 7), NumberStyles.Float, CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(cosines.OrderDescending(), cosines);
            Assert.All(lines, line => Assert.StartsWith("movie ", line[9..], StringComparison.Ordinal));
            Assert.DoesNotContain("movie 3", lines.Select(line => line[9..].TrimEnd()));
        }
        Learn("m.txt");
        Assert.Equal(10, CommandLine.Output("nearest", folder.PathOf("m.txt"), "movie_3").TrimEnd().Split('\n').Length);
        Assert.Equal(11, CommandLine.Output("nearest", folder.PathOf("m.txt"), "movie_3", "-k", "100").TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void Nearest_refuses_what_it_does_not_know()
    {
        Learn("m.contexture");
        Assert.Contains("Did you mean 'movie 3'", CommandLine.Refusal("nearest", folder.PathOf("m.contexture"), "Movie 3"), StringComparison.Ordinal);
        Assert.Contains("none.npy", CommandLine.Refusal("nearest", folder.PathOf("none.npy"), "movie 3"), StringComparison.Ordinal);
        var bytes = File.ReadAllBytes(folder.PathOf("m.contexture"));
        bytes[bytes.Length / 2] ^= 1;
        Assert.Contains("flipped.contexture", CommandLine.Refusal("nearest", folder.Write("flipped.contexture", bytes), "movie 3"), StringComparison.Ordinal);
        Assert.Contains("cut.contexture", CommandLine.Refusal("nearest", folder.Write("cut.contexture", bytes[..40]), "movie 3"), StringComparison.Ordinal);
        Assert.Contains("t.csv", CommandLine.Refusal("nearest", table, "movie 3"), StringComparison.Ordinal);
    }

    [Fact]
    public void Stopping_says_so_and_leaves_nothing()
    {
        using var before = new CancellationTokenSource();
        before.Cancel();
        var path = folder.Write("large.csv", "x,a\n" + string.Concat(Enumerable.Range(0, 1_500_000).Select(i => $"x{i % 99991},a{i * 7919L % 99989}\n")));
        string[] arguments = ["learn", path, "--input", "x", "--context", "a", "--rank", "32", "--memory-limit", "100MB", "--out", folder.PathOf("m.npy")];
        Assert.Equal((130, "", "Stopped. Nothing was written." + Environment.NewLine), CommandLine.Run(before.Token, arguments));
        foreach (var delay in new[] { 100, 1000 })
        {
            using var stop = new LateStop(delay);
            Assert.Equal((130, "", "Stopped. Nothing was written." + Environment.NewLine), CommandLine.Run(stop.Token, arguments));
            Assert.Equal(["large.csv", "t.csv"], folder.Files.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void What_inspect_shows_is_what_learn_keeps()
    {
        Learn("m.contexture");
        var json = JsonDocument.Parse(CommandLine.Output("inspect", table, "--input", "movie", "--context", "user", "--weight", "stars", "--rank", "3", "--json")).RootElement;
        Assert.Equal(Learned.Load<string>(folder.PathOf("m.contexture")).Spectrum.Values, json.GetProperty("singularValues").EnumerateArray().Select(value => value.GetDouble()));
    }

    private string Learn(string name, params string[] arguments) =>
        CommandLine.Output(["learn", table, "--input", "movie", "--context", "user", "--weight", "stars", "--rank", "3", "--out", folder.PathOf(name), .. arguments]);
}
