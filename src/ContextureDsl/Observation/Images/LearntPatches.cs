using ContextureDsl.Kernels;

namespace ContextureDsl.Observation;

/// <summary>Learnt codewords of patches: k-means centres, and the views of an image that are looked up.</summary>
internal sealed class LearntPatches : LearntCodebook<Raster>
{
    /// <summary>
    /// Patches that k-means looks at, per codeword: the error of a mean is then about an eighth of the spread within its cluster. More would move the cells little and take proportionally
    /// longer.
    /// </summary>
    private const int PatchesPerCodeword = 64;

    private readonly PatchCodebook book;
    private readonly CropLaw? crops;
    private readonly ImageSize size;
    private readonly KMeans means;
    private readonly PatchReader reader;

    /// <param name="book">The description.</param>
    /// <param name="crops">Which views are taken; null for all patches at the stride of the book.</param>
    /// <param name="size">The size that all images have.</param>
    /// <param name="means">The codewords.</param>
    private LearntPatches(PatchCodebook book, CropLaw? crops, ImageSize size, KMeans means)
    {
        this.book = book;
        this.crops = crops;
        this.size = size;
        this.means = means;
        reader = new(book.Side, book.Contrast);
    }

    /// <inheritdoc/>
    public override int Codewords => means.Count;

    /// <summary>Learns the codewords from views of all images, at most 64 a codeword, chosen at random by the seed of the book.</summary>
    /// <exception cref="CodebookException">There are fewer distinct patches than codewords.</exception>
    /// <exception cref="RasterException">The images are smaller than a patch.</exception>
    public static LearntPatches Learn(PatchCodebook book, CropLaw? crops, ImageStore images, CountScope scope)
    {
        if (crops is null && Math.Min(images.Size.Width, images.Size.Height) < book.Side) throw RasterException.TooSmall("Every image", images.Size, book.Side);
        var reader = new PatchReader(book.Side, book.Contrast);
        var dimension = reader.Dimension(images.Size.Channels);
        var each = ViewsOf(book, crops, images[0]).Length;
        var chosen = Choose(book, (long)images.Count * each);
        var rows = new float[ArrayLimit.Checked((long)chosen.Length * dimension, "numbers of patches to learn a codebook from")];
        Partition.ForRows(chosen.Length, scope.Threads, scope.CancellationToken, (first, end) =>
        {
            View[] views = [];
            var image = -1L;
            for (var i = first; i < end; i++)
            {
                if (chosen[i] / each != image)
                {
                    image = chosen[i] / each;
                    views = ViewsOf(book, crops, images[(int)image]);
                }
                reader.Read(images[(int)image], views[chosen[i] % each], rows.AsSpan(i * dimension, dimension));
            }
        });
        var means = KMeans.Learn(
            rows, dimension, book.Codewords, book.Seed, scope.Threads, distinct => CodebookException.TooFew("patches", book.Codewords, distinct, chosen.Length), scope.CancellationToken);
        return new(book, crops, images.Size, means);
    }

    /// <inheritdoc/>
    public override Codeword[] Encode(Raster value)
    {
        ImageStore.Check("The image", value);
        if (new ImageSize(value) != size) throw RasterException.Size("The image", new(value), "every image that the codebook was learnt from", size);
        var views = ViewsOf(book, crops, value);
        var rows = new float[views.Length * means.Dimension];
        for (var i = 0; i < views.Length; i++) reader.Read(value, views[i], rows.AsSpan(i * means.Dimension, means.Dimension));
        var nearest = new int[views.Length];
        means.Nearest(rows, nearest);
        var codewords = new Codeword[views.Length];
        for (var i = 0; i < views.Length; i++) codewords[i] = new(nearest[i], views[i].Place(book.Places, size.Width, size.Height));
        return codewords;
    }

    /// <summary>The codewords of all images.</summary>
    public Codeword[][] Encode(ImageStore images, CountScope scope)
    {
        var codewords = new Codeword[images.Count][];
        Partition.ForEach(images.Count, scope.Threads, scope.CancellationToken, image => codewords[image] = Encode(images[image]));
        return codewords;
    }

    private static View[] ViewsOf(PatchCodebook book, CropLaw? crops, Raster image) =>
        crops is null ? ImageViews.Grid(new(image), book.Side, book.Side, book.Stride) : ImageViews.Of(crops, image);

    /// <summary>Ascending numbers of the views that k-means looks at: every choice of as many is as likely (selection sampling, Knuth 3.4.2 S).</summary>
    private static long[] Choose(PatchCodebook book, long views)
    {
        var wanted = (int)Math.Min(views, (long)PatchesPerCodeword * book.Codewords);
        var chosen = new long[wanted];
        var random = new SplitMix(~book.Seed);
        var next = 0;
        for (long view = 0; next < wanted; view++)
            if (random.NextDouble() * (views - view) < wanted - next) chosen[next++] = view;
        return chosen;
    }
}
