using ContextureDsl;

/// <summary>One line on the terminal that says what goes on; silent where the output goes to a file.</summary>
public sealed class TerminalProgress : IProgress<LearnProgress>
{
    private readonly bool shown = !Console.IsErrorRedirected;

    public void Report(LearnProgress value)
    {
        if (!shown) return;
        var residual = double.IsNaN(value.Residual) ? "" : $", residual {value.Residual:E1}";
        Console.Error.Write($"\r{value.Stage} {value.Done:N0}{residual}".PadRight(70) + "\r");
    }
}
