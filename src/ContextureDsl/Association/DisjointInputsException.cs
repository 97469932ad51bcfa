namespace ContextureDsl;

/// <summary>Parts of a mix have no input in common, so that there is nothing that they could teach together.</summary>
public sealed class DisjointInputsException : ContextureException
{
    private const string Rule = "A mix needs inputs that several parts saw, and two inputs are the same only where their values are equal: X must be spelt alike in all parts (case, blanks, kind of key).";

    /// <summary>Makes the exception with its full sentence.</summary>
    public DisjointInputsException(string message) : base(message) { }

    internal static DisjointInputsException OfAllOthers(int part, int parts, string own, string others) => new(FormattableString.Invariant(
        $"Part {part + 1} of {parts} of the mix shares no input with the other parts: it saw {own}, the others saw {others}. {Rule} Make the input selectors give equal values for the same thing, or learn this part by itself."));

    internal static DisjointInputsException OfFirst(int part, int parts, string own, string first) => new(FormattableString.Invariant(
        $"Part {part + 1} of {parts} of the mix shares no input with the first part, whose inputs are all that Population.First keeps: it saw {own}, the first saw {first}. {Rule} Declare a part first that shares inputs with every other one, declare another Population, or leave this part out."));

    internal static DisjointInputsException NoneShared(int part, int parts, string own, string others) => new(FormattableString.Invariant(
        $"No input was seen by all {parts} parts of the mix, and Unseen.Drop keeps no other: part {part + 1} saw {own}, the others saw {others}. {Rule} Declare Unseen.Independent, or leave out the part that has too few inputs of the others."));
}
