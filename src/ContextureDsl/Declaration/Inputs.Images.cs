using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

// Images: patches, crops and cutouts.
public sealed partial class Inputs<TEvent, TInput>
{
    private const string WholeImage = "every crop is the whole image, so that without mirroring and brightness the codeword is a function of the input and every singular value is 0 or 1";

    private const string NothingLeft = "the block covers the whole image, so every view is black and the context is independent of the input";

    /// <summary>
    /// The patches of an image, all of them at the stride of the codebook, as codewords of a codebook that is learnt with the context: P(a|x) is the share of the patches of x that are a.
    /// </summary>
    /// <param name="image">Row to image; all of one size.</param>
    /// <param name="codebook">How patches become codewords.</param>
    /// <param name="imageText">The text of the lambda, filled in by the compiler.</param>
    /// <exception cref="DeclarationException">The input is several values of a row.</exception>
    public WeighableContext<TEvent, TInput, Codeword> ContextMany(
        Func<TEvent, Raster> image, Codebook<Raster> codebook, [CallerArgumentExpression(nameof(image))] string imageText = "")
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(codebook);
        var step = new KindStep(nameof(ContextMany), [new Selector(imageText, typeof(TEvent), typeof(Raster), image)], [("codebook", codebook)]);
        return new(new KindNode<TEvent, TInput, Raster, TInput>(OneInput(nameof(ContextMany)), [step], new ImageKind<TInput>((PatchCodebook)codebook, null)));
    }

    /// <summary>Random crops of an image: where a crop was taken and what it shows are the context, once a codebook has made them countable.</summary>
    /// <param name="image">Row to image; all of one size.</param>
    /// <param name="scale">The crop's share of the area, in (0, 1]: its sides are √scale of the image's, to the nearest pixel.</param>
    /// <param name="draws">Crops of each image; at least 1.</param>
    /// <param name="seed">Seed of the draws. They depend on it and on the image's content only, so an image gets the same crops whenever it is read.</param>
    /// <param name="upTo">Where given, the share of each crop is drawn uniformly between <paramref name="scale"/> and this.</param>
    /// <param name="imageText">The text of the lambda, filled in by the compiler.</param>
    /// <exception cref="DeclarationException">A number has no meaning, or the input is several values of a row.</exception>
    public CropViews<TEvent, TInput> Crops(
        Func<TEvent, Raster> image,
        [InRange(0, 1, AboveLeast = true, MostMeans = WholeImage)] double scale,
        [InRange(1, int.MaxValue)] int draws = 16, long seed = 0, [InRange(0, 1, AboveLeast = true)] double? upTo = null, [CallerArgumentExpression(nameof(image))] string imageText = "") =>
        Views(nameof(Crops), image, imageText, new()
        {
            MinimumScale = scale,
            MaximumScale = upTo ?? scale,
            Draws = CropLaw.CheckedDraws(nameof(Crops), draws),
            Seed = seed,
        }, ("scale", scale), ("upTo", upTo ?? scale), ("draws", draws), ("seed", seed));

    /// <summary>The crops of an image at every position, each as probable as any other: the exact law that <see cref="Crops"/> samples from, for one scale.</summary>
    /// <param name="image">Row to image; all of one size.</param>
    /// <param name="scale">The crop's share of the area, in (0, 1].</param>
    /// <param name="step">Pixels from one position to the next; at least 1.</param>
    /// <param name="imageText">The text of the lambda, filled in by the compiler.</param>
    /// <exception cref="DeclarationException">A number has no meaning, or the input is several values of a row.</exception>
    public CropViews<TEvent, TInput> EveryCrop(
        Func<TEvent, Raster> image,
        [InRange(0, 1, AboveLeast = true, MostMeans = WholeImage)] double scale,
        [InRange(1, int.MaxValue)] int step = 1, [CallerArgumentExpression(nameof(image))] string imageText = "") =>
        Views(nameof(EveryCrop), image, imageText, new() { MinimumScale = scale, MaximumScale = scale, Step = step }, ("scale", scale), ("step", step));

    /// <summary>The image with a random block of it black: what is left, and where the block was, are the context, once a codebook has made them countable.</summary>
    /// <inheritdoc cref="Crops"/>
    /// <param name="image">Row to image; all of one size.</param>
    /// <param name="scale">The block's share of the area, in (0, 1].</param>
    /// <param name="draws">Blocks for each image; at least 1.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="upTo">Where given, the share of each block is drawn uniformly between <paramref name="scale"/> and this.</param>
    /// <param name="imageText">The text of the lambda, filled in by the compiler.</param>
    public CropViews<TEvent, TInput> Cutouts(
        Func<TEvent, Raster> image,
        [InRange(0, 1, AboveLeast = true, MostMeans = NothingLeft)] double scale,
        [InRange(1, int.MaxValue)] int draws = 16, long seed = 0, [InRange(0, 1, AboveLeast = true)] double? upTo = null, [CallerArgumentExpression(nameof(image))] string imageText = "") =>
        Views(nameof(Cutouts), image, imageText, new()
        {
            MinimumScale = scale,
            MaximumScale = upTo ?? scale,
            Draws = CropLaw.CheckedDraws(nameof(Cutouts), draws),
            Seed = seed,
            Hides = true,
        }, ("scale", scale), ("upTo", upTo ?? scale), ("draws", draws), ("seed", seed));

    /// <summary>The image with a block of it black, for every position of the block: the exact law that <see cref="Cutouts"/> samples from, for one scale.</summary>
    /// <inheritdoc cref="EveryCrop"/>
    public CropViews<TEvent, TInput> EveryCutout(
        Func<TEvent, Raster> image,
        [InRange(0, 1, AboveLeast = true, MostMeans = NothingLeft)] double scale,
        [InRange(1, int.MaxValue)] int step = 1, [CallerArgumentExpression(nameof(image))] string imageText = "") =>
        Views(nameof(EveryCutout), image, imageText, new() { MinimumScale = scale, MaximumScale = scale, Step = step, Hides = true }, ("scale", scale), ("step", step));

    private CropViews<TEvent, TInput> Views(string step, Func<TEvent, Raster> image, string imageText, CropLaw law, params (string, object)[] values)
    {
        ArgumentNullException.ThrowIfNull(image);
        return new(OneInput(step), [new(step, [new Selector(imageText, typeof(TEvent), typeof(Raster), image)], values)], law.Checked(step));
    }
}
