namespace ContextureDsl.Tests;

/// <summary>Files that belong together are replaced together.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Several_files_replace_what_was_there()
    {
        File.WriteAllText(folder["b"], "old b");
        AtomicFile.Write([Text("a", "new a"), Text("b", "new b")], default);
        Assert.Equal(["a", "b"], folder.Names);
        Assert.Equal(("new a", "new b"), (File.ReadAllText(folder["a"]), File.ReadAllText(folder["b"])));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_the_last_cannot_take_its_place_the_first_is_as_it_was(bool wasThere)
    {
        if (wasThere) File.WriteAllText(folder["a"], "old a");
        // The folder comes up while the files are written: after the check of the target, before the renames.
        var failure = Assert.Throws<EncoderFileException>(() => AtomicFile.Write([Text("a", "new a"), Blocked("b")], default));
        Assert.Equal(folder["b"], Path.GetFullPath(failure.Message.Split(": the file")[0]));
        Assert.Contains("Nothing was changed", failure.Message);
        Assert.Equal(wasThere ? ["a", "b"] : ["b"], folder.Names);
        if (wasThere) Assert.Equal("old a", File.ReadAllText(folder["a"]));
    }

    [Fact]
    public void Where_the_first_cannot_take_its_place_the_last_is_as_it_was()
    {
        File.WriteAllText(folder["b"], "old b");
        Assert.Throws<EncoderFileException>(() => AtomicFile.Write([Blocked("a"), Text("b", "new b")], default));
        Assert.Equal(["a", "b"], folder.Names);
        Assert.Equal("old b", File.ReadAllText(folder["b"]));
    }

    private (string, Action<Stream>) Text(string name, string text) => (folder[name], stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));

    private (string, Action<Stream>) Blocked(string name) => (folder[name], _ => Directory.CreateDirectory(folder[name]));
}
