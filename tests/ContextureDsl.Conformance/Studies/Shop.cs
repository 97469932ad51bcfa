using System.Globalization;
using System.IO.Compression;
using System.Numerics.Tensors;

namespace ContextureDsl.Conformance.Studies;

/// <summary>
/// Steam's players and their games: three quarters of the players teach, and the games of the others are guessed. Of each of them one game after the other is hidden; the games are ranked by the cosine with the mean of what is left, and the
/// hidden one should be among the first twenty of those that the player does not have.
/// </summary>
internal sealed class Shop
{
    private const int FewestBuyers = 10;
    private const int First = 20;

    private readonly int[] games;
    private readonly int[][] libraries;

    public Shop()
    {
        var bought = Read("game_purchase.tsv.gz").DistinctBy(play => (play.Player, play.Game)).ToArray();
        var played = Read("game_play.tsv.gz").DistinctBy(play => (play.Player, play.Game)).ToArray();
        games = [.. bought.Where(Teaches).GroupBy(play => play.Game).Where(game => game.Count() >= FewestBuyers).Select(game => game.Key).Order()];
        var sold = games.ToHashSet();
        Played = [.. played.Where(Teaches).Where(play => sold.Contains(play.Game))];
        Bought = [.. bought.Where(Teaches).Where(play => sold.Contains(play.Game))];
        var places = games.Select((game, i) => (game, i)).ToDictionary(pair => pair.game, pair => pair.i);
        libraries = [.. played.Where(play => !Teaches(play) && sold.Contains(play.Game)).GroupBy(play => play.Player).Select(player => player.Select(play => places[play.Game]).ToArray()).Where(library => library.Length is >= 3 and <= 100)];
    }

    /// <summary>What was played by those who teach, and how long.</summary>
    public Play[] Played { get; }

    /// <summary>What they bought, played or not.</summary>
    public Play[] Bought { get; }

    /// <summary>What is judged on what.</summary>
    public string Description => FormattableString.Invariant($"{games.Length} games, {Played.Length} played and {Bought.Length} bought by those who teach; {libraries.Sum(library => library.Length)} hidden games of {libraries.Length} others");

    /// <summary>The share of the hidden games that are found.</summary>
    public double Hits(Learned<int> learned)
    {
        var units = Array.ConvertAll(games, game => learned.Encoder.Contains(game) ? Unit(learned.Encoder[game].ToArray()) : new float[learned.Rank]);
        return libraries.AsParallel().Sum(library => library.Count(hidden => IsFound(units, library, hidden))) / (double)libraries.Sum(library => library.Length);
    }

    private static bool IsFound(float[][] units, int[] library, int hidden)
    {
        var taste = new float[units[0].Length];
        foreach (var game in library.Where(game => game != hidden)) TensorPrimitives.Add(taste, units[game], taste);
        var score = TensorPrimitives.Dot<float>(taste, units[hidden]);
        var rivals = units.Where((unit, game) => TensorPrimitives.Dot<float>(taste, unit) >= score && !library.Contains(game)).Take(First).Count();
        return rivals < First;
    }

    private static float[] Unit(float[] vector)
    {
        TensorPrimitives.Divide(vector, MathF.Max(TensorPrimitives.Norm<float>(vector), 1e-12f), vector);
        return vector;
    }

    private static bool Teaches(Play play) => play.Player % 4 != 0;

    private static IEnumerable<Play> Read(string name)
    {
        using var file = File.OpenRead(Path.Combine(StudyFactAttribute.Folder("steam-games"), name));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            yield return new(int.Parse(fields[0], CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture), double.Parse(fields[2], CultureInfo.InvariantCulture));
        }
    }
}
