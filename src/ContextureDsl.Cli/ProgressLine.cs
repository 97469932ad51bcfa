using System.Globalization;
using Spectre.Console;

namespace ContextureDsl.Cli;

/// <summary>A line on the error terminal that moves while something runs and is gone afterwards.</summary>
internal static class ProgressLine
{
    /// <summary>Runs the work; shows where it stands if there is a terminal to show it on.</summary>
    public static TResult Show<TResult>(Desk desk, Func<IProgress<LearnProgress>?, TResult> work)
    {
        if (!desk.ShowProgress) return work(null);
        var terminal = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(desk.Error) });
        return terminal.Status().Spinner(Spinner.Known.Line).Start("starting", status => work(new Line(status)));
    }

    private static string Describe(LearnProgress progress)
    {
        var text = progress.Total is { } total && total > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{progress.Stage} {100 * progress.Done / total} %")
            : progress.Done > 0 ? string.Create(CultureInfo.InvariantCulture, $"{progress.Stage} {progress.Done:N0}") : progress.Stage;
        return double.IsNaN(progress.Residual) ? text : text + string.Create(CultureInfo.InvariantCulture, $", residual {progress.Residual:0.0e+00}");
    }

    private sealed class Line(StatusContext status) : IProgress<LearnProgress>
    {
        public void Report(LearnProgress value) => status.Status = Markup.Escape(Describe(value));
    }
}
