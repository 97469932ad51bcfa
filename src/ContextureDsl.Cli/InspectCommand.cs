using System.CommandLine;

namespace ContextureDsl.Cli;

/// <summary><c>contexture inspect</c>: the sizes and the spectrum of a context.</summary>
internal static class InspectCommand
{
    private const string About = """
        Count a context in a table and show its sizes, components and spectrum.

          contexture inspect ratings.csv --input movie --context user --weight stars
          contexture inspect pairs.tsv.gz --input word --context neighbour --rank 100 --min-count 5 --json
        """;

    public static Command Create(Desk desk)
    {
        var table = new TableArguments();
        var json = new Option<bool>("--json") { Description = "Write one JSON object to the standard output, and nothing else." };
        var command = new Command("inspect", About);
        table.AddTo(command);
        command.Add(json);
        command.SetAction(line =>
        {
            var request = table.Read(line);
            var inspection = ProgressLine.Show(desk, progress => Inspection.Run(request, progress, desk.Stop));
            if (line.GetValue(json)) JsonReport.Write(desk.Output, inspection);
            else TextReport.Write(desk.Output, inspection);
            return ExitCode.Success;
        });
        return command;
    }
}
