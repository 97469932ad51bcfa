using System.Text.RegularExpressions;

namespace ContextureDsl.Tests;

/// <summary>The rooms of the library, as src/README.md has them: a file uses nothing from a room to the right of its own.</summary>
public partial class RoomOrderTests
{
    /// <summary>From left to right. Kernels come first: every room may use them, and they use none.</summary>
    private static readonly string[] Rooms = ["Kernels", "Declaration", "Observation", "Association", "Spectral", "Mixing", "Encoding", "Execution"];

    private static readonly string Library = Path.Combine(Repository(), "src", "ContextureDsl");

    [Fact]
    public void Every_file_lies_in_a_room() =>
        Assert.Equal(Rooms.Order(StringComparer.Ordinal), Directory.EnumerateDirectories(Library).Where(folder => Files(folder).Length > 0).Select(Path.GetFileName).Except(["bin", "obj"]).Order(StringComparer.Ordinal));

    [Fact]
    public void No_file_uses_the_namespace_of_a_room_to_its_right()
    {
        var read = 0;
        ForEachFile((room, file, code) =>
        {
            foreach (Match match in Using().Matches(code))
            {
                read++;
                Assert.False(Array.IndexOf(Rooms, match.Groups[1].Value) > room, $"{file} lies in {Rooms[room]} and uses {match.Groups[1].Value}.");
            }
        });
        Assert.True(read > 0, "No using was found.");
    }

    /// <summary>Most public types share one namespace, so the usings alone do not tell: a file is named after its type, and its name after the room.</summary>
    [Fact]
    public void No_file_names_a_type_of_a_room_to_its_right()
    {
        var homes = new Dictionary<string, int>(StringComparer.Ordinal);
        ForEachFile((room, file, _) => homes.TryAdd(Path.GetFileNameWithoutExtension(file).Split('{')[0], room));
        ForEachFile((room, file, code) =>
        {
            foreach (Match match in Name().Matches(Aside().Replace(code, "")))
            {
                // The enumeration RarePairs has a member of the same name as the record that counts what was set aside.
                if (match.Value == "SetAside" && Path.GetFileName(file) == "RarePairs.cs") continue;
                Assert.False(homes.TryGetValue(match.Value, out var home) && home > room, $"{file} lies in {Rooms[room]} and names {match.Value}.");
            }
        });
    }

    private static void ForEachFile(Action<int, string, string> look)
    {
        for (var room = 0; room < Rooms.Length; room++)
            foreach (var file in Files(Path.Combine(Library, Rooms[room]))) look(room, file, File.ReadAllText(file));
    }

    private static string[] Files(string folder) => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories);

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ContextureDsl.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException($"No ContextureDsl.sln above {AppContext.BaseDirectory}.");
        return folder.FullName;
    }

    [GeneratedRegex(@"^(?:global )?using (?:static )?ContextureDsl\.(\w+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Using();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    /// <summary>Comments and texts.</summary>
    [GeneratedRegex(@"//[^\n]*|""[^""\n]*""", RegexOptions.CultureInvariant)]
    private static partial Regex Aside();
}
