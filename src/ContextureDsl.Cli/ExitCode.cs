namespace ContextureDsl.Cli;

/// <summary>What the process says to the one who called it.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>The file, its data or the settings cannot be worked with; the message says why and what to do.</summary>
    public const int BadInput = 1;

    /// <summary>The command line cannot be understood.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by Ctrl-C or SIGTERM, as shells report it; nothing was left behind.</summary>
    public const int Cancelled = 130;
}
