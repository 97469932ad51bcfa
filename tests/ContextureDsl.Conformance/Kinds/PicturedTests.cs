using CsCheck;

namespace ContextureDsl.Conformance.Kinds;

/// <summary>
/// Crops, cutouts, patches and captions of random pictures: interpreted = compiled = the exact law. A codebook with as many codewords as there are distinct patches has one for each, so that the
/// law can be written down without k-means.
/// </summary>
public sealed class PicturedTests
{
    private static readonly string[] Vocabulary = ["cat", "dog", "sun", "sea", "red"];

    private static readonly Gen<(Snapshot[] Rows, int Side)> Pictures =
        from side in Gen.Int[2, 5]
        from rows in Gen.Select(
            Gen.Int[0, 8], Gen.Int[0, 2].Select(shade => (byte)(127 * shade)).Array[side * side], Gen.Int[0, 4].Select(word => Vocabulary[word]).Array[1, 3], Gen.OneOf(Gen.Const(1.0), Gen.Const(0.0), Gen.Double[0.2, 3]),
            (id, pixels, words, weight) => new Snapshot(id, side, pixels, words, weight)).Array[8, 20]
        select (rows, side);

    [Fact]
    public void EveryCropIsCountedWithItsPlace() =>
        (from pictures in Pictures
         from block in Gen.Int[1, pictures.Side - 1]
         from step in Gen.Int[1, 2]
         from places in Gen.Int[0, 3]
         select (pictures.Rows, pictures.Side, block, step, places)).Sample((rows, side, block, step, places) =>
        {
            rows = [.. rows.Where(row => row.Id != 7 && row.Weight > 0)];
            var views = rows.Select(row => Blocks(side, block, step).Select(at => (Patch(row, at.Left, at.Top, block), Place(at.Left, at.Top, block, side, places))).ToArray()).ToArray();
            if (TooSmall(views, rows)) return;
            var book = Codebook.Patches(block, Distinct(views), places: places);
            Agrees(options => new Pictured.Everywhere(Share(block, side), step, book).Learn(rows, options), new Pictured.Everywhere(Share(block, side), step, book), rows, views, row => row.Weight);
        }, iter: 100);

    [Fact]
    public void MirroredCropsAreHalfOfAll() => Pictures.Sample((rows, side) =>
    {
        var mirrored = rows.Select(row => row with { Pixels = Mirrored(row) }).ToArray();
        var views = rows.Select((row, i) => Blocks(side, 1, 1).SelectMany(at => new[] { row, mirrored[i] }.Select(image => (Patch(image, at.Left, at.Top, 1), Place(at.Left, at.Top, 1, side, side)))).ToArray()).ToArray();
        if (TooSmall(views, rows)) return;
        var book = Codebook.Patches(1, Distinct(views), places: side);
        Agrees(options => new Pictured.EitherWay(Share(1, side), book).Learn(rows, options), new Pictured.EitherWay(Share(1, side), book), rows, views, _ => 1);
    }, iter: 60);

    [Fact]
    public void ACutoutShowsTheRest() =>
        (from pictures in Pictures
         from block in Gen.Int[1, pictures.Side - 1]
         select (pictures.Rows, pictures.Side, block)).Sample((rows, side, block) =>
        {
            var views = rows.Select(row => Blocks(side, block, 1).Select(at => (Without(row, at.Left, at.Top, block), Place(at.Left, at.Top, block, side, side))).ToArray()).ToArray();
            if (TooSmall(views, rows)) return;
            var book = Codebook.Patches(side, Distinct(views), places: side);
            Agrees(options => new Pictured.Hidden(Share(block, side), book).Learn(rows, options), new Pictured.Hidden(Share(block, side), book), rows, views, _ => 1);
        }, iter: 60);

    [Fact]
    public void ThePatchesOfAWholeImage() =>
        (from pictures in Pictures
         from block in Gen.Int[1, pictures.Side - 1]
         from stride in Gen.Int[1, 3]
         select (pictures.Rows, pictures.Side, block, stride)).Sample((rows, side, block, stride) =>
        {
            var views = rows.Select(row => Blocks(side, block, stride).Select(at => (Patch(row, at.Left, at.Top, block), Place(at.Left, at.Top, block, side, 2))).ToArray()).ToArray();
            if (TooSmall(views, rows)) return;
            var book = Codebook.Patches(block, Distinct(views), stride, places: 2);
            Agrees(options => new Pictured.Tiled(book).Learn(rows, options), new Pictured.Tiled(book), rows, views, _ => 1);
        }, iter: 60);

    /// <summary>X is a codeword, whose number is the library's choice: its spectrum and P_A are not.</summary>
    [Fact]
    public void EveryPatchIsSeenWithEveryWord() => Pictures.Sample((rows, side) =>
    {
        rows = [.. rows.Where(row => row.Weight > 0)];
        var views = rows.Select(row => Blocks(side, 1, 1).Select(at => (Patch(row, at.Left, at.Top, 1), Place(at.Left, at.Top, 1, side, side))).ToArray()).ToArray();
        var pairs = rows.SelectMany((row, i) => views[i].SelectMany(view => row.Words.Select(word => (X: view, A: word, Weight: row.Weight / (views[i].Length * row.Words.Length))))).ToArray();
        if (pairs.Select(pair => pair.X).Distinct().Count() < 2 || pairs.Select(pair => pair.A).Distinct().Count() < 2) return;
        var law = ExactLaw<(string, int)>.Of(pairs);
        var book = Codebook.Patches(1, Distinct(views), places: side);
        var learned = KindCheck.SameBits(new Pictured.Said(book), options => new Pictured.Said(book).Learn(rows, options));
        Assert.Equal(law.ChiSquared, learned.Spectrum.TotalChiSquared!.Value, 1e-9);
        for (var i = 0; i < learned.Rank; i++) Assert.Equal(law.Values[i], learned.Spectrum.Values[i], law.Values[i] < 1e-7 ? 1e-7 : 1e-10);
        foreach (var word in learned.Variables<string>(learned.Parts[0].Name).Known)
            Assert.Equal(pairs.Where(pair => pair.A == word).Sum(pair => pair.Weight) / rows.Sum(row => row.Weight), learned.Variables<string>(learned.Parts[0].Name).Marginal(word), 1e-12);
    }, iter: 60);

    [Fact]
    public void DrawsDependOnTheImageAndTheSeedOnly() => Gen.Select(Pictures, Gen.Int[1, 30], Gen.Long).Sample((pictures, draws, seed) =>
    {
        var rows = pictures.Rows.DistinctBy(row => row.Id).ToArray();
        var drawn = new Pictured.Drawn(0.1, 0.6, draws, seed, Codebook.Patches(2, 2, places: 2));
        var learned = KindCheck.SameBits(drawn, options => drawn.Learn(rows, options));
        Assert.Equal(Estimation.Sampled(draws, seed), learned.Parts[0].Estimation);
        var codebook = learned.Codebook<Raster>();
        foreach (var row in rows)
        {
            var codewords = codebook.Encode(row.Image);
            Assert.Equal(draws, codewords.Length);
            Assert.Equal(codewords, codebook.Encode(new(row.Pixels.ToArray(), row.Side, row.Side)));
            Assert.All(codewords, codeword => Assert.True(codeword is { Index: 0 or 1, Place: >= 1 and <= 4 }));
        }
        KindCheck.Reproduces(learned, drawn.EmbedNew(learned, rows.Reverse()));
    }, iter: 60);

    [Fact]
    public void BothReadingsRefuseAlike()
    {
        Snapshot[] rows = [new(0, 2, [0, 1, 2, 3], [], 1), new(1, 3, new byte[9], [], 1)];
        var book = Codebook.Patches(1, 2);
        Assert.Contains("event 1", KindCheck.Refuses<RasterException>(options => new Pictured.Tiled(book).Learn(rows, options)).Message, StringComparison.Ordinal);
        Assert.Contains("4 distinct", KindCheck.Refuses<CodebookException>(options => new Pictured.Tiled(Codebook.Patches(1, 9)).Learn(rows[..1], options)).Message.Replace("are distinct", "distinct", StringComparison.Ordinal).Replace("of which 4", "4", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static void Agrees<TVariable>(Func<LearnOptions, Learned<int>> learn, DeclaredContexture<int> declaration, Snapshot[] rows, TVariable[][] views, Func<Snapshot, double> weight)
        where TVariable : notnull
    {
        var pairs = rows.SelectMany((row, i) => views[i].Select(view => (row.Id, view, weight(row) / views[i].Length)));
        var learned = KindCheck.Agrees(declaration, learn, ExactLaw<int>.Of(pairs));
        Assert.Equal(Estimation.Enumerated, learned.Parts[0].Estimation);
    }

    /// <summary>One distinct input or context value has the constant function only.</summary>
    private static bool TooSmall<TPlace>((string, TPlace)[][] views, Snapshot[] rows) =>
        rows.Select(row => row.Id).Distinct().Count() < 2 || views.SelectMany(view => view).Distinct().Count() < 2;

    private static int Distinct<TPlace>((string Patch, TPlace)[][] views) => views.SelectMany(view => view).Select(view => view.Patch).Distinct().Count();

    private static double Share(int block, int side) => (double)block * block / (side * side);

    private static IEnumerable<(int Left, int Top)> Blocks(int side, int block, int step) =>
        from top in Enumerable.Range(0, side)
        from left in Enumerable.Range(0, side)
        where top % step == 0 && left % step == 0 && top + block <= side && left + block <= side
        select (left, top);

    private static string Patch(Snapshot row, int left, int top, int block) =>
        string.Join(' ', from y in Enumerable.Range(top, block) from x in Enumerable.Range(left, block) select row.Pixels[y * row.Side + x]);

    private static string Without(Snapshot row, int left, int top, int block) =>
        string.Join(' ', row.Pixels.Select((pixel, i) => i % row.Side >= left && i % row.Side < left + block && i / row.Side >= top && i / row.Side < top + block ? 0 : pixel));

    private static byte[] Mirrored(Snapshot row) => [.. row.Pixels.Select((_, i) => row.Pixels[i / row.Side * row.Side + row.Side - 1 - i % row.Side])];

    /// <summary>The cell of a grid that holds the middle of a block.</summary>
    private static int Place(int left, int top, int block, int side, int cells) => cells == 0
        ? 0
        : 1 + (int)Math.Floor((top + block / 2.0) * cells / side + 1e-9) * cells + (int)Math.Floor((left + block / 2.0) * cells / side + 1e-9);
}
