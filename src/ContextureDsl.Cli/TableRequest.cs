using ContextureDsl.DuckDb;

namespace ContextureDsl.Cli;

/// <summary>A table and what to do with it.</summary>
/// <param name="File">Path as written.</param>
/// <param name="Columns">Which column holds what.</param>
/// <param name="Counting">How it is counted.</param>
/// <param name="Learning">How it is decomposed.</param>
internal sealed record TableRequest(string File, TableColumns Columns, TableOptions Counting, LearnOptions Learning);
