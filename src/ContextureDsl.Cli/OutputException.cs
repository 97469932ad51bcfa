namespace ContextureDsl.Cli;

/// <summary>The place to write to cannot be used.</summary>
internal sealed class OutputException(string message) : ContextureException(message);
