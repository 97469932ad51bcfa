using System.CommandLine;
using System.CommandLine.Help;

namespace ContextureDsl.Cli;

/// <summary>The command line as a function: arguments, where to write, and a stop signal go in, an exit code comes out.</summary>
internal static class Application
{
    private const string About = """
        Inspect a context in a table, learn its encoder, and ask for neighbours, without writing code.

        A context says what an input is seen with: a movie with the users who rate it, a word with its neighbours.
        A table has one row for each time; name the column of the input, the column of the context, and perhaps
        a column with a weight. Tables are .csv, .tsv (each also .gz) and .parquet.

          contexture inspect ratings.csv --input movie --context user --weight stars
          contexture learn ratings.csv --input movie --context user --rank 32 --out movies.contexture
          contexture nearest movies.contexture "Toy Story" -k 5
          contexture mix ratings.csv films.csv --input movie --context user --context genre --advise

        Exit codes: 0 done, 1 the input cannot be worked with, 2 the command line is wrong, 130 stopped.
        """;

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">The arguments, the program's name left out.</param>
    /// <param name="output">Results only.</param>
    /// <param name="error">Messages and progress.</param>
    /// <param name="showProgress">Whether <paramref name="error"/> is a terminal that can show a moving line.</param>
    /// <param name="cancellationToken">Stops it; nothing is left behind.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, bool showProgress, CancellationToken cancellationToken)
    {
        var desk = new Desk(output, error, showProgress, cancellationToken);
        var root = new RootCommand(About) { InspectCommand.Create(desk), LearnCommand.Create(desk), MixCommand.Create(desk), NearestCommand.Create(desk) };
        var parsed = root.Parse(arguments.Count > 0 ? arguments : ["--help"]);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            foreach (var problem in parsed.Errors) error.WriteLine(problem.Message);
            error.WriteLine($"See: contexture {(parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ")}--help");
            return ExitCode.Usage;
        }
        try
        {
            return parsed.Invoke(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (ContextureException failure)
        {
            error.WriteLine(failure.Message);
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("Stopped. Nothing was written.");
            return ExitCode.Cancelled;
        }
        finally
        {
            output.Flush();
            error.Flush();
        }
    }
}
