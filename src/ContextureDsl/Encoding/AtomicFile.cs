namespace ContextureDsl;

/// <summary>
/// Writes files whole or not at all: each to a temporary file in the folder of its target, flushed to the disk, then renamed over the target.
/// Whatever goes wrong before, the target keeps what it held and the temporary files are deleted.
/// </summary>
/// <remarks>
/// No file system renames two files at once. Of several files, the old ones are therefore all put aside before the first new one takes its place, and put back if one
/// cannot: at no moment, not even where the process is killed, do an old and a new file stand under their names together.
/// </remarks>
internal static class AtomicFile
{
    /// <summary>Writes one file.</summary>
    /// <exception cref="EncoderFileException">The folder or the file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The caller asked to stop; nothing was left behind.</exception>
    public static void Write(string path, Action<Stream> write, CancellationToken cancellationToken) => Write([(path, write)], cancellationToken);

    /// <summary>Writes several files that belong together: all are complete on disk before the first is renamed, and all are replaced or none.</summary>
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
            if (files.Count == 1) File.Move(temporary[0], current, overwrite: true);
            else Replace([.. files.Select(file => file.Path)], temporary, ref current);
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

    private static void Replace(IReadOnlyList<string> targets, IReadOnlyList<string> temporary, ref string current)
    {
        var old = new List<(string Target, string Aside)>(targets.Count);
        var placed = new List<string>(targets.Count);
        try
        {
            for (var i = 0; i < targets.Count; i++)
            {
                current = targets[i];
                if (!File.Exists(current)) continue;
                var aside = Path.ChangeExtension(temporary[i], ".old");
                File.Move(current, aside);
                old.Add((current, aside));
            }
            for (var i = 0; i < targets.Count; i++)
            {
                File.Move(temporary[i], current = targets[i], overwrite: true);
                placed.Add(current);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            PutBack(placed, old, failure);
            throw;
        }
        foreach (var (_, aside) in old) Delete(aside);
    }

    private static void PutBack(IReadOnlyList<string> placed, IReadOnlyList<(string Target, string Aside)> old, Exception cause)
    {
        try
        {
            foreach (var path in placed) File.Delete(path);
            foreach (var (target, aside) in old) File.Move(aside, target, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var (target, _) = old[0];
            throw new EncoderFileException(
                target, "the files cannot be written, nor can those that were there be put back", "a folder that stays writable", $"{cause.Message.TrimEnd('.')}, then {failure.Message}",
                $"What was there lies in {string.Join(" and ", old.Select(file => file.Aside))}, unless it is back already; rename it by hand.", failure);
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
