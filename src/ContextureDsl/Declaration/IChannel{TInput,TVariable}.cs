namespace ContextureDsl;

/// <summary>A stochastic channel as an object, for channels with state or dependencies: what is seen of an input, and with which probability.</summary>
/// <typeparam name="TInput">X.</typeparam>
/// <typeparam name="TVariable">A.</typeparam>
public interface IChannel<in TInput, TVariable>
    where TInput : notnull
    where TVariable : notnull
{
    /// <summary>P(·|x): each value with its probability; finite, not negative, summing to one within 1e-6. Asked once for each distinct input, always with the same answer.</summary>
    IEnumerable<(TVariable Value, double Probability)> Law(TInput input);
}
