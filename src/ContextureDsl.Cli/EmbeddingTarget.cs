namespace ContextureDsl.Cli;

/// <summary>Where vectors are written to, and in which format; checked before any work begins.</summary>
internal sealed class EmbeddingTarget
{
    private const string NumpyExtension = ".npy";
    private const string TextExtension = ".txt";

    private readonly string extension;

    private EmbeddingTarget(string path, string extension, EmbeddingSide side)
    {
        Path = path;
        this.extension = extension;
        Side = side;
    }

    /// <summary>The file as written on the command line.</summary>
    public string Path { get; }

    /// <summary>Whose vectors are written; an own file has both sides.</summary>
    public EmbeddingSide Side { get; }

    /// <summary>The file with the labels of an array; null where the file itself has them.</summary>
    public string? Labels => extension == NumpyExtension ? NumpyFile.LabelsPath(Path) : null;

    /// <exception cref="OutputException">The extension is unknown, the folder does not exist, or the side does not go with the format.</exception>
    public static EmbeddingTarget Of(string path, EmbeddingSide? side)
    {
        var extension = System.IO.Path.GetExtension(path).ToLowerInvariant();
        if (extension is not (Learned.FileExtension or NumpyExtension or TextExtension))
            throw new OutputException($"--out is '{path}', whose extension is '{extension}'. Vectors are written as {Learned.FileExtension} (everything), {NumpyExtension} (NumPy, labels beside it) or {TextExtension} (word2vec text). Choose one of these.");
        if (side == EmbeddingSide.Context && extension == Learned.FileExtension)
            throw new OutputException($"--side context does not go with '{path}': a {Learned.FileExtension} file holds both sides. Leave --side out, or write {NumpyExtension} or {TextExtension}.");
        if (Directory.Exists(path)) throw new OutputException($"--out is '{path}', which is a folder. Name a file in it.");
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path));
        if (!Directory.Exists(folder)) throw new OutputException($"--out is '{path}', but there is no folder '{folder}'. Make it, or choose another path.");
        return new(path, extension, side ?? EmbeddingSide.Input);
    }

    /// <summary>Writes the vectors; the file is whole or as it was.</summary>
    /// <param name="learned">For a file that holds everything.</param>
    /// <param name="encoder">The vectors of <see cref="Side"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public void Save(Learned<string> learned, Encoder<string> encoder, CancellationToken cancellationToken)
    {
        if (extension == Learned.FileExtension)
        {
            learned.Save(Path, cancellationToken);
            return;
        }
        if (extension == NumpyExtension) NumpyFile.Save(Path, encoder, cancellationToken: cancellationToken);
        else Word2VecFile.Save(Path, encoder, cancellationToken: cancellationToken);
    }
}
