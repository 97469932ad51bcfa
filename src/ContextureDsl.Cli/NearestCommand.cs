using System.CommandLine;
using System.Globalization;

namespace ContextureDsl.Cli;

/// <summary><c>contexture nearest</c>: the labels whose vectors are nearest to that of a label.</summary>
internal static class NearestCommand
{
    private const int DefaultCount = 10;

    private const string About = """
        Show the labels whose vectors point most nearly the same way as that of a label, with the cosine.

          contexture nearest movies.contexture "Toy Story" -k 5
          contexture nearest movies.npy "Toy Story"
        """;

    public static Command Create(Desk desk)
    {
        var path = new Argument<string>("PATH") { Description = "What contexture learn has written: .contexture, .npy with its .labels.txt, or .txt." };
        var label = new Argument<string>("LABEL") { Description = "A label of the file, written exactly as in the table." };
        var count = CheckedOption.Of<int>("-k", $"How many. Left out: {DefaultCount}.", value => value >= 1, "a whole number of at least 1");
        var command = new Command("nearest", About) { path, label, count };
        command.SetAction(line =>
        {
            desk.Stop.ThrowIfCancellationRequested();
            var vectors = LabelledVectors.Open(line.GetRequiredValue(path));
            foreach (var neighbour in vectors.Nearest(line.GetRequiredValue(label), line.GetValue(count) ?? DefaultCount))
                desk.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{neighbour.Similarity,7:F4}  {neighbour.Value}"));
            return ExitCode.Success;
        });
        return command;
    }
}
