using System.Diagnostics;
using System.Text.Json;

namespace ContextureDsl.Tests.Cli;

/// <summary>The program as a process of its own: streams, exit codes and signals.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Json_is_all_there_is_on_the_standard_output()
    {
        var path = folder.Write("t.csv", "x,a\nm,Zoë\nm,v\nn,v\nn,Zoë\nn,Zoë\n");
        var (code, output, error) = Finish(Start("inspect", path, "--input", "x", "--context", "a", "--json"));
        Assert.Equal("", error);
        Assert.Equal(0, code);
        Assert.Equal('{', output[0]);
        Assert.Equal(5, JsonDocument.Parse(output).RootElement.GetProperty("events").GetInt32());
    }

    [Fact]
    public void Labels_travel_as_utf8()
    {
        var path = folder.Write("t.csv", "x,a\nnaïve 漢字,u\nnaïve 漢字,v\nn,v\nn,u\nn,u\n");
        Assert.Equal(0, Finish(Start("learn", path, "--input", "x", "--context", "a", "--out", folder.PathOf("m.npy"))).Code);
        var (code, output, _) = Finish(Start("nearest", folder.PathOf("m.npy"), "n"));
        Assert.Equal(0, code);
        Assert.EndsWith("naïve 漢字", output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_input_is_one_line_and_exit_code_1()
    {
        var (code, output, error) = Finish(Start("inspect", folder.PathOf("none.csv"), "--input", "x", "--context", "a"));
        Assert.Equal((1, ""), (code, output));
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Equal(2, Finish(Start("inspect")).Code);
    }

    [Fact]
    public void A_signal_stops_it_with_nothing_left_behind()
    {
        // Windows has no signal that one process can send another; there it is Ctrl-C on a console.
        if (OperatingSystem.IsWindows()) return;
        var path = folder.Write("large.csv", "x,a\n" + string.Concat(Enumerable.Range(0, 3_000_000).Select(i => $"x{i % 99991},a{i * 7919L % 99989}\n")));
        using var process = Start("learn", path, "--input", "x", "--context", "a", "--rank", "64", "--memory-limit", "100MB", "--out", folder.PathOf("m.contexture"));
        // The spill folder is made while the engine counts: then the program is at work and listens.
        var waited = Stopwatch.StartNew();
        while (!Directory.EnumerateDirectories(folder.Root).Any())
        {
            Assert.False(process.HasExited, "The program ended before it spilt anything, so there was nothing to stop.");
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(60), "The program spilt nothing within a minute.");
            Thread.Sleep(10);
        }
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) kill.WaitForExit();
        var (code, output, error) = Finish(process);
        Assert.Equal((130, "", "Stopped. Nothing was written."), (code, output, error.TrimEnd()));
        Assert.Equal(["large.csv"], folder.Files);
        Assert.Empty(Directory.EnumerateDirectories(folder.Root));
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "contexture.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new System.Text.UTF8Encoding(false),
            StandardErrorEncoding = new System.Text.UTF8Encoding(false),
        };
        // What does not fit into memory goes where the test can see it.
        start.Environment["TMPDIR"] = folder.Root;
        return Process.Start(start)!;
    }

    private static (int Code, string Output, string Error) Finish(Process process)
    {
        using (process)
        {
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.GetAwaiter().GetResult());
        }
    }
}
