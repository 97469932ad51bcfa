using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ContextureDsl.Cli;

/// <summary>The files, columns and settings of <c>mix</c>.</summary>
internal sealed class MixArguments
{
    private readonly Argument<string[]> files = new("FILES") { Description = "The tables: .csv, .tsv, .csv.gz, .tsv.gz or .parquet.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> inputs = new("--input") { Description = "Column of the input, which all parts share: once for all files, or once for each in their order.", Required = true, HelpName = "COLUMN" };
    private readonly Option<string[]> contexts = new("--context") { Description = "Columns of contexts, each a part: once for all files, or once for each in their order.", Required = true, HelpName = "COLUMN[,COLUMN...]" };
    private readonly Option<string[]> rowWeights = new("--weight") { Description = "Column of the weight of a row: once for all files, or once for each, - for none. Left out: every row counts once.", HelpName = "COLUMN" };
    private readonly Option<string?> weights = new("--weights") { Description = "Weights of the parts, in the order of files and columns: shares, which need not sum to one. Left out: equal.", HelpName = "N,N..." };
    private readonly Option<MixOperation?> operation = CheckedOption.OneOf(
        "--operation", "convex balances strong and weak parts; average does the same without showing which part was drawn; convolve is for parts that are too strong, in their order; concatenate for parts that are too weak. Left out: convex.",
        ("convex", MixOperation.Convex), ("convolve", MixOperation.Convolve), ("average", MixOperation.Average), ("concatenate", MixOperation.Concatenate));
    private readonly Option<Population?> population = CheckedOption.OneOf(
        "--population", "The one law of inputs that all parts share: the mean of theirs, equal shares, that of the first part, or all events in one heap. Left out: mixture.",
        ("mixture", Population.Mixture), ("uniform", Population.Uniform), ("first", Population.First), ("events", Population.Events));
    private readonly Option<Unseen?> unseen = CheckedOption.OneOf(
        "--unseen", "Inputs that some part never saw: that part says nothing of them, they are left out, or they are an error. Left out: independent.",
        ("independent", Unseen.Independent), ("drop", Unseen.Drop), ("reject", Unseen.Reject));
    private readonly SettingArguments settings = new();

    /// <summary>Adds everything to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(files);
        Option[] options = [inputs, contexts, rowWeights, operation, weights, population, unseen];
        foreach (var option in options) command.Add(option);
        settings.AddTo(command);
        command.Validators.Add(Check);
    }

    /// <summary>Whether something is said of how to mix.</summary>
    public bool SaysHow(CommandResult line) => line.GetResult(operation) is not null || line.GetResult(weights) is not null;

    /// <summary>What the command line said.</summary>
    public MixRequest Read(ParseResult line) => new(
        MixPart.Of(line.GetRequiredValue(files), line.GetRequiredValue(inputs), line.GetRequiredValue(contexts), line.GetValue(rowWeights) ?? []),
        line.GetValue(operation) ?? MixOperation.Convex,
        Numbers(line.GetValue(weights)) ?? [],
        settings.Counting(line),
        settings.Learning(line) with { Population = line.GetValue(population), Unseen = line.GetValue(unseen) });

    private void Check(CommandResult line)
    {
        // Only a line that has all words can be wrong in how many there are.
        if (line.GetResult(inputs) is null || line.GetResult(contexts) is null || line.GetResult(files)?.Tokens.Count is not > 0) return;
        var (tables, columns) = (line.GetRequiredValue(files), line.GetValue(rowWeights) ?? []);
        if (IsWrong(line, "--input", line.GetRequiredValue(inputs), tables) || IsWrong(line, "--context", line.GetRequiredValue(contexts), tables) || IsWrong(line, "--weight", columns, tables)) return;
        var parts = MixPart.Of(tables, line.GetRequiredValue(inputs), line.GetRequiredValue(contexts), columns);
        if (parts.Count == 1) line.AddError("A mix has two parts or more, and this is one context of one file. Name more columns in --context, or more files; one context alone is learnt by contexture learn.");
        if (parts.Select(part => (part.File, part.Columns)).Distinct().Count() < parts.Count) line.AddError("A column of a file is named twice. Every context of a file is one part; say how much it counts by --weights.");
        if (line.GetValue(weights) is { } given) CheckWeights(line, given, parts);
    }

    private void CheckWeights(CommandResult line, string given, IReadOnlyList<MixPart> parts)
    {
        var numbers = Numbers(given);
        // The word of --operation may be wrong itself, which is said elsewhere.
        if (line.GetResult(operation)?.Tokens is [{ Value: "convolve" or "concatenate" }])
            line.AddError("--weights goes with --operation convex or average. A convolution goes through all its parts, and a concatenation keeps all of them: leave --weights out.");
        else if (numbers is null)
            line.AddError($"--weights is '{given}'; it must be numbers with commas between them, not negative and not all zero, such as 0.7,0.3.");
        else if (numbers.Length != parts.Count)
            line.AddError($"--weights is '{given}', {numbers.Length} for {parts.Count} parts: {string.Join(", ", parts.Select(part => part.Name))}. Give one for each, in this order.");
    }

    private static bool IsWrong(CommandResult line, string option, string[] given, string[] tables)
    {
        if (given.Length <= 1 || given.Length == tables.Length) return false;
        line.AddError($"{option} is given {given.Length} times, and there are {tables.Length} files. Give it once for all files, or once for each in their order.");
        return true;
    }

    /// <summary>Null where the text is no weights.</summary>
    private static double[]? Numbers(string? text)
    {
        var fields = text?.Split(',') ?? [];
        var numbers = new double[fields.Length];
        for (var i = 0; i < fields.Length; i++)
            if (!double.TryParse(fields[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]) || numbers[i] < 0) return null;
        return numbers.Any(number => number > 0) ? numbers : null;
    }
}
