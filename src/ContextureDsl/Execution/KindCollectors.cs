using System.ComponentModel;
using ContextureDsl.Observation;
using ContextureDsl.Tree;

namespace ContextureDsl.Execution;

/// <summary>Makes the collector of each kind of context. The only place that knows all kinds.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KindCollectors : IKindVisitor<object>
{
    private readonly CountScope scope;

    private KindCollectors(CountScope scope) => this.scope = scope;

    /// <summary>The collector of a declared context.</summary>
    /// <param name="node">The context.</param>
    /// <param name="scope">The policies of this call.</param>
    public static Collector<TFirst, TSecond, TInput> Create<TEvent, TFirst, TSecond, TInput>(KindNode<TEvent, TFirst, TSecond, TInput> node, CountScope scope)
        where TInput : notnull
    {
        ArgumentNullException.ThrowIfNull(node);
        return (Collector<TFirst, TSecond, TInput>)node.Kind.Accept(new KindCollectors(scope));
    }

    /// <inheritdoc/>
    public object Visit<TNode>(NeighbourKind<TNode> kind)
        where TNode : notnull => new NeighbourCollector<TNode>(kind, scope);

    /// <inheritdoc/>
    public object Visit<TRow, TInput>(FeatureKind<TRow, TInput> kind)
        where TInput : notnull => new FeatureCollector<TRow, TInput>(kind, scope);

    /// <inheritdoc/>
    public object Visit<TRow, TInput>(TeacherKind<TRow, TInput> kind)
        where TInput : notnull => new TeacherCollector<TRow, TInput>(kind, scope);

    /// <inheritdoc/>
    public object Visit<TInput, TLabel>(LabelKind<TInput, TLabel> kind)
        where TInput : notnull
        where TLabel : notnull => new LabelCollector<TInput, TLabel>(kind, scope);

    /// <inheritdoc/>
    public object Visit<TInput, TLabel>(SoftLabelKind<TInput, TLabel> kind)
        where TInput : notnull
        where TLabel : notnull => new SoftLabelCollector<TInput, TLabel>(scope);

    /// <inheritdoc/>
    public object Visit<TInput, TVariable>(ChannelKind<TInput, TVariable> kind)
        where TInput : notnull
        where TVariable : notnull => new ChannelCollector<TInput, TVariable>(kind, scope);

    /// <inheritdoc/>
    public object Visit<TInput, TVariable>(SampleKind<TInput, TVariable> kind)
        where TInput : notnull
        where TVariable : notnull => new ChannelCollector<TInput, TVariable>(kind, scope);

    /// <inheritdoc/>
    public object Visit<TInput>(BucketKind<TInput> kind)
        where TInput : notnull => new BucketCollector<TInput>(kind, scope);

    /// <inheritdoc/>
    public object Visit<TInput>(ImageKind<TInput> kind)
        where TInput : notnull => new ImageCollector<TInput>(kind, scope);

    /// <inheritdoc/>
    public object Visit<TToken>(CaptionKind<TToken> kind)
        where TToken : notnull => new CaptionCollector<TToken>(kind, scope);

    /// <inheritdoc/>
    public object Visit<TToken>(WindowKind<TToken> kind)
        where TToken : notnull => new WindowCollector<TToken>(kind, scope);

    /// <inheritdoc/>
    public object Visit<TToken>(MaskedWindowKind<TToken> kind)
        where TToken : notnull => new MaskedWindowCollector<TToken>(kind, scope);

    /// <inheritdoc/>
    public object Visit<TToken>(MaskedStretchKind<TToken> kind)
        where TToken : notnull => new MaskedStretchCollector<TToken>(kind, scope);

    /// <inheritdoc/>
    public object Visit<TInput, TToken>(MaskedTextKind<TInput, TToken> kind)
        where TInput : notnull
        where TToken : notnull => new MaskedTextCollector<TInput, TToken>(kind, scope);

    /// <inheritdoc/>
    public object Visit<TInput, TToken>(StretchesKind<TInput, TToken> kind)
        where TInput : notnull
        where TToken : notnull => new StretchesCollector<TInput, TToken>(kind, scope);

    /// <inheritdoc/>
    public object Visit<TRow, TInput>(CorruptionKind<TRow, TInput> kind)
        where TInput : notnull => kind.Codebook is null ? new ReplacedRowsCollector<TRow, TInput>(kind, scope) : new CorruptedRowsCollector<TRow, TInput>(kind, scope);
}
