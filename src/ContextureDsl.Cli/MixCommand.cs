using System.CommandLine;
using System.Diagnostics;

namespace ContextureDsl.Cli;

/// <summary><c>contexture mix</c>: learns several contexts of the same inputs as one, or says how to.</summary>
internal static class MixCommand
{
    private const string About = """
        Mix several contexts of the same inputs and learn one encoder of them, or find out how to mix them.

        Every context column of every file is a part. --advise holds a fifth of every part's pairs out, learns each part
        alone and mixes of them from the rest, and names the one that tells held-out pairs from chance pairs best; it
        needs no labels, writes nothing, and takes as long as learning about thirty times for two parts, and over a
        hundred times for five.

          contexture mix ratings.csv films.csv --input movie --context user --context genre --advise
          contexture mix ratings.csv films.csv --input movie --context user --context genre --weights 0.7,0.3 --out movies.contexture
          contexture mix films.csv --input title --context genre,director --operation convolve --embedding scaled --out films.npy
        """;

    public static Command Create(Desk desk)
    {
        var mix = new MixArguments();
        var path = new Option<string?>("--out") { Description = "The file to write: .contexture, .npy or .txt. One that is there is replaced. Left out: nothing is written.", HelpName = "PATH" };
        var embedding = CheckedOption.Embedding();
        var advise = new Option<bool>("--advise") { Description = "Compare mixes instead of learning one." };
        var command = new Command("mix", About);
        mix.AddTo(command);
        command.Add(embedding);
        command.Add(path);
        command.Add(advise);
        command.Validators.Add(line =>
        {
            if (line.GetResult(advise) is not null && (mix.SaysHow(line) || line.GetResult(path) is not null || line.GetResult(embedding) is not null))
                line.AddError("--advise compares operations and weights and writes nothing. Leave --operation, --weights, --embedding and --out out, and learn what it names afterwards.");
        });
        command.SetAction(line =>
        {
            var request = mix.Read(line);
            request = request with { Learning = request.Learning with { Embedding = line.GetValue(embedding) } };
            if (line.GetValue(advise)) MixReport.Write(desk.Output, ProgressLine.Show(desk, progress => request.Advise(progress, desk.Stop)));
            else Learn(desk, request, line.GetValue(path) is { } file ? EmbeddingTarget.Of(file, null) : null);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Learn(Desk desk, MixRequest request, EmbeddingTarget? target)
    {
        var clock = Stopwatch.StartNew();
        var learned = ProgressLine.Show(desk, progress => request.Learn(progress, desk.Stop));
        target?.Save(learned, learned.Encoder, desk.Stop);
        MixReport.Write(desk.Output, request, learned, clock.Elapsed);
        if (target is not null) TextReport.WriteFile(desk.Output, learned, learned.Encoder.Count, target);
    }
}
