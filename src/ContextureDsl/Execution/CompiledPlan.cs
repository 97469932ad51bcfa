using System.ComponentModel;
using ContextureDsl.Association;
using ContextureDsl.Mixing;
using ContextureDsl.Observation;
using ContextureDsl.Spectral;

namespace ContextureDsl.Execution;

/// <summary>
/// What the source generator emits for one declaration: counters, readers and the iteration, specialised to its shape. A plan is used only as far as its
/// shapes equal those of the tree that Define returned; everything else is interpreted.
/// </summary>
/// <remarks>A binary contract with every compiled consumer: members are added, never changed.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CompiledPlan<TInput>
    where TInput : notnull
{
    /// <summary>The shape of the whole declaration; empty where only single parts could be read, whose counters then call the delegates of the real tree.</summary>
    public abstract string Shape { get; }

    /// <summary>The shapes of the parts, in the order of the declaration.</summary>
    public abstract IReadOnlyList<string> PartShapes { get; }

    /// <summary>One sentence per part that is not fully inlined, saying which selector runs as a delegate and why; null where all is inlined.</summary>
    public abstract IReadOnlyList<string?> PartNotes { get; }

    /// <summary>Makes the specialised counter of a part.</summary>
    /// <param name="part">Index in <see cref="PartShapes"/>.</param>
    /// <param name="node">The node of the real tree, for delegates and values.</param>
    /// <param name="scope">The resolved policies of this call.</param>
    public abstract PartCounter<TInput> CreateCounter(int part, Tree.PartNode node, CountScope scope);

    /// <summary>Reads a whole source into the counters of its parts without a virtual call per event; false where no such loop was emitted.</summary>
    /// <param name="source">Ordinal of the source.</param>
    /// <param name="rows">An IEnumerable of the source's event type.</param>
    /// <param name="counters">All counters of the declaration, by part, each made by <see cref="CreateCounter"/>.</param>
    /// <param name="scope">Progress and cancellation.</param>
    public virtual bool TryRead(int source, object rows, PartCounter<TInput>[] counters, ReadScope scope) => false;

    /// <summary>Normalises P⁺ and runs the iteration in single precision; null where the declaration says double.</summary>
    public virtual SpectralResult<float>? DecomposeSingle(JointDistribution joint, ComponentMap components, SpectralOptions options, CancellationToken cancellationToken) => null;

    /// <summary>Normalises P⁺ and runs the iteration in double precision; null where the declaration says single.</summary>
    public virtual SpectralResult<double>? DecomposeDouble(JointDistribution joint, ComponentMap components, SpectralOptions options, CancellationToken cancellationToken) => null;

    /// <summary>The decomposition of a mix that is more than contexts side by side, in single precision; null where the declaration says double, or where the mix is computed in another way than the one compiled.</summary>
    public virtual SpectralResult<float>? DecomposeMixedSingle(MixedJoint mixed, SpectralOptions options, CancellationToken cancellationToken) => null;

    /// <summary>The same in double precision.</summary>
    public virtual SpectralResult<double>? DecomposeMixedDouble(MixedJoint mixed, SpectralOptions options, CancellationToken cancellationToken) => null;
}
