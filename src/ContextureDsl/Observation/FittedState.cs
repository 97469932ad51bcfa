namespace ContextureDsl.Observation;

/// <summary>
/// What a kind of context has learnt from the rows themselves, besides the counts, and needs again to read new rows in the same way: a codebook, edges of buckets, the
/// features of the training rows. Immutable.
/// </summary>
public abstract class FittedState;
