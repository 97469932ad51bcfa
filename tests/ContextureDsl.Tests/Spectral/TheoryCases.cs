using System.Text.Json;

namespace ContextureDsl.Tests.Spectral;

/// <summary>The closed-form cases of the fixture file.</summary>
internal static class TheoryCases
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "theory_cases.json"))).RootElement;

    public static IEnumerable<JsonElement> Section(string name) => Root.GetProperty(name).EnumerateArray();

    /// <summary>Every context that is given by its matrix.</summary>
    public static IEnumerable<JsonElement> WithMatrix() => Section("contexts").Concat(Section("kernel_contexts")).Where(item => item.TryGetProperty("P", out _));

    public static JsonElement Find(string name) => WithMatrix().Single(item => item.GetProperty("name").GetString() == name);

    public static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetDouble())];

    public static double[,] Matrix(JsonElement rows)
    {
        var lists = rows.EnumerateArray().Select(Numbers).ToArray();
        var matrix = new double[lists.Length, lists[0].Length];
        for (var x = 0; x < lists.Length; x++)
        {
            for (var a = 0; a < lists[x].Length; a++) matrix[x, a] = lists[x][a];
        }

        return matrix;
    }
}
