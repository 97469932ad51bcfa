namespace ContextureDsl.Tests;

/// <summary>A folder of one test's own, deleted with everything in it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("contexture-tests-");

    /// <summary>A path in the folder.</summary>
    public string this[string name] => Path.Combine(folder.FullName, name);

    /// <summary>The names of everything in the folder, hidden files too.</summary>
    public string[] Names => [.. Directory.EnumerateFileSystemEntries(folder.FullName, "*", new EnumerationOptions { AttributesToSkip = 0 }).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}
