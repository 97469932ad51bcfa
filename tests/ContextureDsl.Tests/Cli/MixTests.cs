namespace ContextureDsl.Tests.Cli;

/// <summary><c>contexture mix</c>.</summary>
public sealed class MixTests : IDisposable
{
    private readonly Folder folder = new();
    private readonly string ratings;
    private readonly string films;

    public MixTests()
    {
        var random = new Random(1);
        ratings = folder.Write("ratings.csv", "movie,user,stars\n" + string.Concat(
            from movie in Enumerable.Range(0, 90)
            from _ in Enumerable.Range(0, 9)
            let taste = random.NextDouble() < 0.85 ? movie % 3 : random.Next(3)
            select FormattableString.Invariant($"movie {movie},user {taste * 15 + random.Next(15)},{random.Next(1, 6)}\n")));
        films = folder.Write("films.tsv", "title\tgenre\tword\n" + string.Concat(
            from movie in Enumerable.Range(10, 90)
            from _ in Enumerable.Range(0, 5)
            let genre = random.NextDouble() < 0.85 ? movie / 3 % 3 : random.Next(3)
            select $"movie {movie}\tgenre {genre * 6 + random.Next(6)}\tuser {random.Next(40)}\n"));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_mix_is_learnt_saved_and_described()
    {
        var output = Mix("--weights", "3,1", "--rank", "4", "--out", folder.PathOf("m.contexture"));
        Assert.StartsWith("convex mix of 2 contexts of movie or title", output, StringComparison.Ordinal);
        Assert.Matches(@"  user +0\.750 +90 +\d+ +\d+  .*ratings\.csv", output);
        Assert.Matches(@"  genre +0\.250 +90 +18 +\d+  .*films\.tsv", output);
        Assert.Matches(@"  inputs +100  of all parts together\n  shared +80  seen by every part: 80 %\n", output.ReplaceLineEndings("\n"));
        Assert.Contains("s4  0.", output, StringComparison.Ordinal);
        Assert.Contains($"wrote {folder.PathOf("m.contexture")}: 100 vectors of 4 numbers", output, StringComparison.Ordinal);
        Assert.Equal(["user", "genre"], Learned.Load<string>(folder.PathOf("m.contexture")).Parts.Select(part => part.Name));
        Assert.Equal(3, CommandLine.Output("nearest", folder.PathOf("m.contexture"), "movie 3", "-k", "3").TrimEnd().Split('\n').Length);
    }

    [Theory]
    [InlineData("convolve", "chi-squared not known")]
    [InlineData("average", "chi-squared not known")]
    [InlineData("concatenate", "chi-squared not known")]
    public void Every_operation_can_be_asked_for(string operation, string expected)
    {
        var output = Mix("--operation", operation, "--rank", "4", "--embedding", "scaled", "--out", folder.PathOf("m.npy"));
        Assert.StartsWith(operation + " mix", output, StringComparison.Ordinal);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.Equal(100, NumpyFile.Load(folder.PathOf("m.npy")).Count);
    }

    [Fact]
    public void Several_columns_of_one_file_are_parts_and_equal_names_are_told_apart()
    {
        var one = CommandLine.Output("mix", films, "--input", "title", "--context", "genre,word", "--rank", "3");
        Assert.Matches("  genre +0.500", one);
        Assert.Matches("  word +0.500", one);
        var copy = folder.Write("copy.tsv", File.ReadAllText(films));
        Assert.Contains("  copy.tsv:genre ", CommandLine.Output("mix", films, copy, "--input", "title", "--context", "genre", "--rank", "3"), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_one_name_are_told_apart_by_their_paths()
    {
        Directory.CreateDirectory(folder.PathOf("copies"));
        var copy = folder.Write(Path.Combine("copies", "films.tsv"), string.Concat(File.ReadLines(films).Take(300).Select(line => line + "\n")));
        var output = CommandLine.Output("mix", films, copy, "--input", "title", "--context", "genre", "--rank", "3", "--out", folder.PathOf("m.contexture"));
        Assert.Equal([films + ":genre", copy + ":genre"], Learned.Load<string>(folder.PathOf("m.contexture")).Parts.Select(part => part.Name));
        foreach (var path in (string[])[films, copy]) Assert.Single(output.Split('\n'), line => line.StartsWith($"  {path}:genre ", StringComparison.Ordinal) && line.TrimEnd().EndsWith("  " + path, StringComparison.Ordinal));
    }

    [Fact]
    public void One_column_with_and_without_weights_is_two_parts()
    {
        var output = CommandLine.Output("mix", ratings, ratings, "--input", "movie", "--context", "user", "--weight", "stars", "--weight", "-", "--rank", "3");
        Assert.Contains($"  {ratings}:user ", output, StringComparison.Ordinal);
        Assert.Contains($"  {ratings}:user (2) ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_without_weight_is_not_in_the_report()
    {
        var output = CommandLine.Output("mix", ratings, films, films, "--input", "movie", "--input", "title", "--input", "title", "--context", "user", "--context", "genre", "--context", "word", "--weights", "0,1,1", "--rank", "3");
        Assert.DoesNotContain("ratings.csv", output, StringComparison.Ordinal);
        Assert.Matches(@"  genre +0\.500 .*films\.tsv", output);
    }

    [Fact]
    public void Advice_says_what_could_not_be_learnt_and_why()
    {
        var kinds = folder.Write("kinds.csv", "movie,kind\n" + string.Concat(Enumerable.Range(0, 90).Select(movie => FormattableString.Invariant($"movie {movie},film\n"))));
        var output = CommandLine.Output("mix", ratings, kinds, "--input", "movie", "--context", "user", "--context", "kind", "--rank", "4", "--advise").ReplaceLineEndings("\n");
        Assert.Matches("\n  kind +not learnt\n", output);
        Assert.Matches(@"\n  Mix\.Convolve\(user, then: kind\) +not learnt\n", output);
        Assert.Matches("\nkind could not be learnt without what was held out: .+\n", output);
        Assert.Matches(@"\n\* user +0\.\d{3} ", output);
    }

    [Fact]
    public void Rows_may_be_weighted_in_one_file_and_not_in_the_other() =>
        Assert.NotEqual(Spectrum(Mix("--rank", "3")), Spectrum(Mix("--rank", "3", "--weight", "stars", "--weight", "-")));

    [Fact]
    public void Inputs_that_not_every_part_saw_can_be_left_out() =>
        Assert.Contains("20  that not every part saw", Mix("--rank", "3", "--unseen", "drop"), StringComparison.Ordinal);

    [Fact]
    public void Advice_is_a_table_and_a_sentence()
    {
        var output = Mix("--rank", "4", "--advise").ReplaceLineEndings("\n");
        var lines = output.TrimEnd().Split('\n');
        Assert.Equal(1 + 10 + 1 + 1, lines.Length);
        Assert.Matches(@"^  candidate +AUC +user +genre   s1, s2, \.\.\.$", lines[0]);
        Assert.Matches(@"^  user +0\.\d{3} \+- 0\.\d{3}", lines[1]);
        var chosen = Assert.Single(lines, line => line.StartsWith('*'));
        Assert.Matches(@"^\* Mix\.\w+\(.* 0\.\d{3} \+- 0\.\d{3}( +0\.\d{3}){2}   0\.\d{3} 0\.\d{3} 0\.\d{3} 0\.\d{3}$", chosen);
        Assert.StartsWith(chosen[2..chosen.IndexOf("   ", StringComparison.Ordinal)] + ": tells held-out pairs", lines[^1], StringComparison.Ordinal);
        Assert.Equal(output, Mix("--rank", "4", "--advise", "--threads", "1").ReplaceLineEndings("\n"));
        Assert.Equal(["films.tsv", "ratings.csv"], folder.Files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Input_that_cannot_be_mixed_is_refused()
    {
        Assert.Contains("no column 'users'", CommandLine.Refusal("mix", ratings, films, "--input", "movie", "--input", "title", "--context", "users", "--context", "genre"), StringComparison.Ordinal);
        var apart = folder.Write("apart.csv", "title,genre\nno movie,a\nnone,b\n");
        foreach (var more in (string[][])[[], ["--advise"]])
            Assert.Contains("no movie", CommandLine.Refusal(["mix", ratings, apart, "--input", "movie", "--input", "title", "--context", "user", "--context", "genre", .. more]), StringComparison.Ordinal);
        Assert.Contains("no folder", CommandLine.Refusal("mix", ratings, films, "--input", "movie", "--context", "user", "--out", folder.PathOf("no/m.npy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--weights is '1,x'", "--context", "a", "--weights", "1,x")]
    [InlineData("--weights is '1,-1'", "--context", "a", "--weights", "1,-1")]
    [InlineData("--weights is '0,0'", "--context", "a", "--weights", "0,0")]
    [InlineData("1 for 2 parts: t.csv:a, u.csv:a", "--context", "a", "--weights", "1")]
    [InlineData("--weights goes with", "--context", "a", "--weights", "1,1", "--operation", "convolve")]
    [InlineData("--operation is 'max'", "--context", "a", "--weights", "1,1", "--operation", "max")]
    [InlineData("--context is given 3 times, and there are 2 files", "--context", "a", "--context", "b", "--context", "c")]
    [InlineData("named twice", "--context", "a,a")]
    [InlineData("--advise compares", "--context", "a", "--advise", "--operation", "convex")]
    [InlineData("--advise compares", "--context", "a", "--advise", "--out", "m.npy")]
    [InlineData("'--context' is required")]
    public void A_command_line_that_is_wrong_is_said_to_be_so(string expected, params string[] arguments)
    {
        var (code, output, error) = CommandLine.Run(["mix", "t.csv", "u.csv", "--input", "x", .. arguments]);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Contains("See: contexture mix --help", error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_context_of_one_file_is_no_mix() =>
        Assert.Contains("contexture learn", CommandLine.Run("mix", "t.csv", "--input", "x", "--context", "a").Error, StringComparison.Ordinal);

    private static IEnumerable<string> Spectrum(string output) => output.Split('\n').Where(line => line.TrimStart().StartsWith('s'));

    private string Mix(params string[] arguments) => CommandLine.Output(["mix", ratings, films, "--input", "movie", "--input", "title", "--context", "user", "--context", "genre", .. arguments]);
}
