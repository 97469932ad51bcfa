namespace ContextureDsl;

/// <summary>Some part of a mix never saw some input although <see cref="Unseen.Reject"/> was declared.</summary>
public sealed class UnseenInputsException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public UnseenInputsException(string message) : base(message) { }

    internal static UnseenInputsException Of(IEnumerable<(int Part, string Unseen)> missing, int parts, int inputs) => new(FormattableString.Invariant(
        $"Of the {inputs} inputs of the mix, {string.Join("; ", missing.Select(one => FormattableString.Invariant($"part {one.Part + 1} of {parts} never saw {one.Unseen}")))}. Unseen.Reject asks that every part saw every input: nothing is known of a part's context where it never saw the input. Spell X alike in all parts and add the missing rows, or declare Unseen.Drop to leave such inputs out of all parts, or Unseen.Independent to let that part say nothing of them."));
}
