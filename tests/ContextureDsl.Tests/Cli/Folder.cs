using System.IO.Compression;
using System.Text;
using DuckDB.NET.Data;

namespace ContextureDsl.Tests.Cli;

/// <summary>A temporary folder for the files of one test.</summary>
public sealed class Folder : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("contexture-tests-");

    public string Root => directory.FullName;

    public string PathOf(string name) => Path.Combine(directory.FullName, name);

    /// <summary>Names of all files, also in folders below.</summary>
    public IEnumerable<string> Files => directory.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Name);

    public string Write(string name, string text) => Write(name, Utf8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    public string WriteGzip(string name, params string[] members) => Write(name, [.. members.SelectMany(Gzip)]);

    /// <summary>Writes the result of a query as Parquet.</summary>
    public string WriteParquet(string name, string query)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"COPY ({query}) TO '{PathOf(name)}' (FORMAT parquet)";
        command.ExecuteNonQuery();
        return PathOf(name);
    }

    public static byte[] Gzip(string text)
    {
        using var memory = new MemoryStream();
        using (var stream = new GZipStream(memory, CompressionLevel.Optimal)) stream.Write(Utf8.GetBytes(text));
        return memory.ToArray();
    }

    public void Dispose() => directory.Delete(recursive: true);
}
