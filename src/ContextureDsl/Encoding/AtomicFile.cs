namespace ContextureDsl;

/// <summary>
/// Writes files whole or not at all: each to a temporary file in the folder of its target, flushed to the disk, then renamed over the target.
/// Whatever goes wrong before, the target keeps what it held and the temporary files are deleted.
/// </summary>
internal static class AtomicFile
{
    /// <summary>Writes one file.</summary>
    /// <exception cref="EncoderFileException">The folder or the file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The caller asked to stop; nothing was left behind.</exception>
    public static void Write(string path, Action<Stream> write, CancellationToken cancellationToken) => Write([(path, write)], cancellationToken);

    /// <summary>Writes several files that belong together: all are complete on disk before the first is renamed, and the last one given is renamed last.</summary>
    /// <exception cref="EncoderFileException">A folder or a file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The caller asked to stop; nothing was left behind.</exception>
    public static void Write(IReadOnlyList<(string Path, Action<Stream> Write)> files, CancellationToken cancellationToken)
    {
        var temporary = new List<string>(files.Count);
        var current = "";
        try
        {
            foreach (var (path, write) in files)
            {
                ArgumentException.ThrowIfNullOrWhiteSpace(path);
                cancellationToken.ThrowIfCancellationRequested();
                current = path;
                temporary.Add(TemporaryFor(path));
                WriteThrough(temporary[^1], write);
            }
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < files.Count; i++) File.Move(temporary[i], current = files[i].Path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new EncoderFileException(current, "the file cannot be written", "a folder that exists and may be written to, and room on the disk", failure.Message, "Nothing was changed. Choose another path, or make the folder and its rights right.", failure);
        }
        finally
        {
            foreach (var path in temporary) Delete(path);
        }
    }

    private static string TemporaryFor(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full)) throw new IOException("a folder of that name");
        return Path.Combine(Path.GetDirectoryName(full) ?? throw new IOException("no file name"), $".{Path.GetFileName(full)}.{Path.GetRandomFileName()}.tmp");
    }

    private static void WriteThrough(string path, Action<Stream> write)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
        write(stream);
        stream.Flush(flushToDisk: true);
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What made the writing fail is the error worth telling; a file that cannot be deleted either is part of it.
        }
    }
}
