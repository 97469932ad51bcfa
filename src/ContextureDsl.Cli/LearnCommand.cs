using System.CommandLine;

namespace ContextureDsl.Cli;

/// <summary><c>contexture learn</c>: writes the vectors of a context to a file.</summary>
internal static class LearnCommand
{
    private const string About = """
        Learn the encoder of a context in a table and write it to a file, whole or not at all.

        The extension of --out chooses the format: .contexture keeps everything (both sides, the spectrum, how it was
        learnt), .npy is a NumPy array with its labels beside it in .labels.txt, .txt is word2vec text, in which
        white space within a label becomes _.

          contexture learn ratings.csv --input movie --context user --rank 32 --out movies.contexture
          contexture learn ratings.csv --input movie --context user --rank 32 --out users.npy --side context
        """;

    public static Command Create(Desk desk)
    {
        var table = new TableArguments();
        var path = new Option<string>("--out") { Description = "The file to write: .contexture, .npy or .txt. One that is there is replaced.", Required = true, HelpName = "PATH" };
        var side = CheckedOption.OneOf("--side", "Whose vectors to write to .npy or .txt. Left out: input.", ("input", EmbeddingSide.Input), ("context", EmbeddingSide.Context));
        var embedding = CheckedOption.Embedding();
        var command = new Command("learn", About);
        table.AddTo(command);
        command.Add(path);
        command.Add(side);
        command.Add(embedding);
        command.SetAction(line =>
        {
            var target = EmbeddingTarget.Of(line.GetRequiredValue(path), line.GetValue(side));
            var request = table.Read(line);
            request = request with { Learning = request.Learning with { Embedding = line.GetValue(embedding) } };
            var inspection = ProgressLine.Show(desk, progress => Inspection.Run(request, progress, desk.Stop));
            target.Save(inspection.Learned, target.Side == EmbeddingSide.Input ? inspection.Learned.Encoder : inspection.Learned.Variables, desk.Stop);
            TextReport.WriteSaved(desk.Output, inspection, target);
            return ExitCode.Success;
        });
        return command;
    }
}
