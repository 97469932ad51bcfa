namespace ContextureDsl.Observation;

/// <summary>
/// A walk of two steps or more on a part whose variables are its inputs: A is where f(R) ends, and the table holds the one step R. Its columns are the states of the
/// walk, one for each input of the part, in their order.
/// </summary>
/// <param name="Law">f.</param>
/// <param name="RowOfState">The row of every state. The other rows are inputs that the part never saw.</param>
/// <param name="StateOfVariable">The state of every context value, ascending: those states where the walk can end.</param>
public sealed record PartWalk(WalkLaw Law, int[] RowOfState, int[] StateOfVariable);
