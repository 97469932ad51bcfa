namespace ContextureDsl.Tests.Declaration;

/// <summary>A row to declare over.</summary>
public sealed record Visit(string Page, string Person, int Seconds, DateTimeOffset At, string[] Tags);
