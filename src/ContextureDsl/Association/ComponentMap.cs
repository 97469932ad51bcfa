namespace ContextureDsl.Association;

/// <summary>
/// The connected components of the bipartite graph of P⁺. Their number is the multiplicity of the singular value 1 (the constant included), and the
/// functions that belong to it are exactly the functions that are constant on every component.
/// </summary>
public sealed class ComponentMap
{
    /// <summary>Takes over the arrays.</summary>
    public ComponentMap(int count, int[] ofInput, int[] ofVariable, double[] mass, int[] inputs, int[] variables, int singletonPairs)
    {
        Count = count;
        OfInput = ofInput;
        OfVariable = ofVariable;
        Mass = mass;
        Inputs = inputs;
        Variables = variables;
        SingletonPairs = singletonPairs;
    }

    /// <summary>How many components there are; at least one.</summary>
    public int Count { get; }

    /// <summary>The component of every input; components are numbered by descending mass (ties: the one with the smaller first input).</summary>
    public int[] OfInput { get; }

    /// <summary>The component of every context value, in the column order of the joint distribution.</summary>
    public int[] OfVariable { get; }

    /// <summary>P_X of every component; sums to one.</summary>
    public double[] Mass { get; }

    /// <summary>Number of inputs in every component.</summary>
    public int[] Inputs { get; }

    /// <summary>Number of context values in every component.</summary>
    public int[] Variables { get; }

    /// <summary>How many components are a single pair: an x and an a that were seen with nothing but each other.</summary>
    public int SingletonPairs { get; }
}
