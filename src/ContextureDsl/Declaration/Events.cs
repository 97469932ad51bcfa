using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>Rows of one event source. Not enumerable: it stands for rows that are not here yet.</summary>
public sealed class Events<TEvent>
{
    private readonly RowsNode rows;

    internal Events(RowsNode rows) => this.rows = rows;

    /// <summary>The rows for which the predicate holds.</summary>
    public Events<TEvent> Where(Func<TEvent, bool> predicate, [CallerArgumentExpression(nameof(predicate))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return new(new FilterNode(rows, new Selector(text, typeof(TEvent), typeof(bool), predicate)));
    }

    /// <summary>What gets a vector.</summary>
    public Inputs<TEvent, TInput> Input<TInput>(Func<TEvent, TInput> input, [CallerArgumentExpression(nameof(input))] string text = "")
        where TInput : notnull
    {
        ArgumentNullException.ThrowIfNull(input);
        return new(new InputNode(rows, new Selector(text, typeof(TEvent), typeof(TInput), input), many: false));
    }

    /// <summary>Several inputs in one row: each is paired with all its context values, and the row's weight is shared equally by the pairs.</summary>
    public Inputs<TEvent, TInput> InputMany<TInput>(Func<TEvent, IEnumerable<TInput>> inputs, [CallerArgumentExpression(nameof(inputs))] string text = "")
        where TInput : notnull
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new(new InputNode(rows, new Selector(text, typeof(TEvent), typeof(TInput), inputs), many: true));
    }

    /// <summary>A row is an edge of a graph: X is the node where it starts, A the node where it ends. Directed, unless <see cref="NeighbourContext{TEvent, TNode}.Undirected"/> follows.</summary>
    /// <param name="from">Where the edge starts.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="fromText">The text of the first lambda, filled in by the compiler.</param>
    /// <param name="toText">The text of the second lambda, filled in by the compiler.</param>
    public NeighbourContext<TEvent, TNode> Neighbours<TNode>(
        Func<TEvent, TNode> from, Func<TEvent, TNode> to, [CallerArgumentExpression(nameof(from))] string fromText = "", [CallerArgumentExpression(nameof(to))] string toText = "")
        where TNode : notnull
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        Selector[] ends = [new(fromText, typeof(TEvent), typeof(TNode), from), new(toText, typeof(TEvent), typeof(TNode), to)];
        return new(new(rows, [new KindStep(nameof(Neighbours), ends, [])], new NeighbourKind<TNode>(isUndirected: false), [new KindStep("PopulationByDegree", [], [])]));
    }

    /// <summary>
    /// The inputs are the patches of an image, as codewords of a codebook that is learnt with the context. The vector of an image is the mean of those of its codewords; the
    /// codebook that the result holds gives the codewords of any image of the same size.
    /// </summary>
    /// <param name="image">Row to image; all of one size.</param>
    /// <param name="codebook">How patches become codewords.</param>
    /// <param name="imageText">The text of the lambda, filled in by the compiler.</param>
    public ImageInputs<TEvent> InputMany(Func<TEvent, Raster> image, Codebook<Raster> codebook, [CallerArgumentExpression(nameof(image))] string imageText = "")
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(codebook);
        return new(rows, new KindStep(nameof(InputMany), [new Selector(imageText, typeof(TEvent), typeof(Raster), image)], [("codebook", codebook)]), (PatchCodebook)codebook);
    }

    /// <summary>A row is a sequence of tokens: a text, a playlist, a path of clicks.</summary>
    /// <param name="tokens">Row to tokens in order: <c>r => Words.Of(r.Text)</c>, or the list of any other tokeniser.</param>
    /// <param name="text">The text of the lambda, filled in by the compiler.</param>
    public Sequences<TEvent, TToken> Sequence<TToken>(Func<TEvent, IEnumerable<TToken>> tokens, [CallerArgumentExpression(nameof(tokens))] string text = "")
        where TToken : notnull
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return new(rows, new KindStep(nameof(Sequence), [new Selector(text, typeof(TEvent), typeof(IEnumerable<TToken>), tokens)], []));
    }
}
