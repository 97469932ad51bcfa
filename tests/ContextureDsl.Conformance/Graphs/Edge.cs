namespace ContextureDsl.Conformance.Graphs;

/// <summary>A row of a random graph.</summary>
/// <param name="From">Where the edge starts.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Weight">Its weight; zero means that it is not there.</param>
public sealed record Edge(string From, string To, double Weight);
