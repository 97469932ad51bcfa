using System.CommandLine;
using System.Globalization;
using ContextureDsl.DuckDb;

namespace ContextureDsl.Cli;

/// <summary>How tables are counted and learnt from: the settings that all commands share which learn.</summary>
internal sealed class SettingArguments
{
    private readonly Option<int?> rank = CheckedOption.Of<int>("--rank", "Number of functions after the constant one. Left out: as many as the data has, at most 64.", value => value >= 1, "a whole number of at least 1");
    private readonly Option<Precision?> precision = CheckedOption.OneOf("--precision", "How functions are stored. Sums that decide are always double. Left out: single.", ("single", Precision.Single), ("double", Precision.Double));
    private readonly Option<int?> minimumCount = CheckedOption.Of<int>("--min-count", "Leave out inputs and contexts in fewer rows than this. Left out: 1.", value => value >= 1, "a whole number of at least 1");
    private readonly Option<RarePairs?> rarePairs = CheckedOption.OneOf(
        "--rare-pairs", "Components with less than 1 % of the weight of the largest one: each adds a singular value 1 that says nothing. Left out: set-aside.",
        ("set-aside", ContextureDsl.RarePairs.SetAside), ("keep", ContextureDsl.RarePairs.Keep), ("reject", ContextureDsl.RarePairs.Reject));
    private readonly Option<Duplicates?> duplicates = CheckedOption.OneOf(
        "--duplicates", "What several rows with the same pair mean. Left out: sum.",
        ("sum", Duplicates.Sum), ("once", Duplicates.Once), ("largest", Duplicates.Largest), ("mean", Duplicates.Mean), ("reject", Duplicates.Reject));
    private readonly Option<double?> tolerance = CheckedOption.Of<double>("--tolerance", "Largest residual accepted. Left out: 1e-5.", value => value > 0 && double.IsFinite(value), "a positive number such as 1e-5", NumberStyles.Float);
    private readonly Option<long?> seed = CheckedOption.Of<long>("--seed", "Seed of the start. Same table, settings and seed: same bits. Left out: 0.", _ => true, "a whole number");
    private readonly Option<int?> threads = CheckedOption.Of<int>("--threads", "Threads; no influence on the result. Left out: one per processor.", value => value >= 1, "a whole number of at least 1");
    private readonly Option<string?> memoryLimit = new("--memory-limit") { Description = "Memory for reading and grouping, such as 400MB or 4GB; the rest goes to a temporary folder. Left out: four fifths of the machine's.", HelpName = "SIZE" };

    /// <summary>Adds everything to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] options = [rank, precision, minimumCount, rarePairs, duplicates, tolerance, seed, threads, memoryLimit];
        foreach (var option in options) command.Add(option);
    }

    /// <summary>What the command line said of counting.</summary>
    public TableOptions Counting(ParseResult line) => new()
    {
        Duplicates = line.GetValue(duplicates) ?? Duplicates.Sum,
        MinimumCount = line.GetValue(minimumCount) ?? 1,
        Threads = line.GetValue(threads),
        MemoryLimit = line.GetValue(memoryLimit),
    };

    /// <summary>What the command line said of learning.</summary>
    public LearnOptions Learning(ParseResult line) => new()
    {
        Rank = line.GetValue(rank),
        Precision = line.GetValue(precision),
        Tolerance = line.GetValue(tolerance),
        Seed = line.GetValue(seed),
        RarePairs = line.GetValue(rarePairs),
        Threads = line.GetValue(threads),
    };
}
