using System.ComponentModel;
using ContextureDsl.Association;

namespace ContextureDsl.Mixing;

/// <summary>P⁺ of a mix in numbers: its parts under one P_X, the expression over them, and its columns. The matrix of the mix is never written down; its parts are.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MixedJoint
{
    internal MixedJoint(JointDistribution parts, MixTerm term, IReadOnlyList<Outlet> outlets, IReadOnlyDictionary<string, AverageLayout> averages, IReadOnlyDictionary<string, WalkLayout> walks, ComponentMap components)
    {
        Parts = parts;
        Term = term;
        Outlets = outlets;
        Averages = averages;
        Walks = walks;
        Components = components;
        var starts = new int[outlets.Count + 1];
        for (var i = 0; i < outlets.Count; i++) starts[i + 1] = starts[i] + outlets[i].Marginal.Length;
        OutletStarts = starts;
    }

    /// <summary>The parts, each with all of P_X; contexts that are seen at once stand behind the declared parts.</summary>
    public JointDistribution Parts { get; }

    /// <summary>The components of the mix.</summary>
    public ComponentMap Components { get; }

    /// <summary>The expression without weights, which says how it is computed: compiled code is for one of them.</summary>
    public string Structure => Term.Structure;

    /// <summary>M, all context variables together.</summary>
    public int Variables => OutletStarts[^1];

    /// <summary>Unions of components that no step of a walk on a part leaves.</summary>
    internal ComponentMap ClosedComponents => Parts.Parts.All(part => part.Walk is null) ? Components : MixComponents.Of(Parts, Term, Averages, Walks, areClosed: true);

    internal MixTerm Term { get; }

    internal IReadOnlyList<Outlet> Outlets { get; }

    /// <summary>Where the columns of each outlet start; one more entry than outlets.</summary>
    internal IReadOnlyList<int> OutletStarts { get; }

    /// <summary>By the text of the term.</summary>
    internal IReadOnlyDictionary<string, AverageLayout> Averages { get; }

    /// <summary>By the text of the term.</summary>
    internal IReadOnlyDictionary<string, WalkLayout> Walks { get; }
}
