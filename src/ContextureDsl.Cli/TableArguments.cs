using System.CommandLine;

namespace ContextureDsl.Cli;

/// <summary>The file, the columns and the settings that <c>inspect</c> and <c>learn</c> share.</summary>
internal sealed class TableArguments
{
    private readonly Argument<string> file = new("FILE") { Description = "The table: .csv, .tsv, .csv.gz, .tsv.gz or .parquet. A text file is UTF-8 and begins with a line of column names; .csv is quoted as in RFC 4180, .tsv not at all." };
    private readonly Option<string> input = new("--input") { Description = "Column of the input: what gets a vector.", Required = true, HelpName = "COLUMN" };
    private readonly Option<string> context = new("--context") { Description = "Column of the context: what the input is seen with.", Required = true, HelpName = "COLUMN" };
    private readonly Option<string?> weight = new("--weight") { Description = "Column of the weight: a number, not negative. Left out: every row counts once.", HelpName = "COLUMN" };
    private readonly SettingArguments settings = new();

    /// <summary>Adds everything to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(file);
        Option[] options = [input, context, weight];
        foreach (var option in options) command.Add(option);
        settings.AddTo(command);
    }

    /// <summary>What the command line said.</summary>
    public TableRequest Read(ParseResult line) =>
        new(line.GetRequiredValue(file), new(line.GetRequiredValue(input), line.GetRequiredValue(context), line.GetValue(weight)), settings.Counting(line), settings.Learning(line));
}
