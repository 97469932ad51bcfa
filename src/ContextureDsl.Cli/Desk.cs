namespace ContextureDsl.Cli;

/// <summary>What every command has at hand.</summary>
/// <param name="Output">Results only.</param>
/// <param name="Error">Messages and progress.</param>
/// <param name="ShowProgress">Whether <paramref name="Error"/> is a terminal.</param>
/// <param name="Stop">Stops the command.</param>
internal sealed record Desk(TextWriter Output, TextWriter Error, bool ShowProgress, CancellationToken Stop);
