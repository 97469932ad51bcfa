using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>The patches of images without anything that is said of them: cannot be learnt yet.</summary>
public sealed class ImageInputs<TEvent>
{
    private readonly RowsNode rows;
    private readonly KindStep image;
    private readonly PatchCodebook codebook;

    internal ImageInputs(RowsNode rows, KindStep image, PatchCodebook codebook)
    {
        this.rows = rows;
        this.image = image;
        this.codebook = codebook;
    }

    /// <summary>
    /// What is said of the image, such as the words of its caption: every patch is paired with every token, and the row's weight is shared equally by the pairs, so that a long caption does not
    /// count more than a short one. Both sides have functions: μ of the codewords, ν of the tokens, so images and texts can be found by each other.
    /// </summary>
    /// <param name="tokens">Row to tokens; at least one.</param>
    /// <param name="tokensText">The text of the lambda, filled in by the compiler.</param>
    public WeighableContext<TEvent, Codeword, TToken> ContextMany<TToken>(Func<TEvent, IEnumerable<TToken>> tokens, [CallerArgumentExpression(nameof(tokens))] string tokensText = "")
        where TToken : notnull
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var step = new KindStep(nameof(ContextMany), [new Selector(tokensText, typeof(TEvent), typeof(IEnumerable<TToken>), tokens)], []);
        return new(new KindNode<TEvent, Raster, IEnumerable<TToken>, Codeword>(rows, [image, step], new CaptionKind<TToken>(codebook)));
    }
}
