using ContextureDsl;

/// <summary>The ink of a character and who drew it, alone and mixed.</summary>
public static class Mixes
{
    /// <summary>In the free form, without a class.</summary>
    public static IEnumerable<(string Name, Func<Events<Character>, Definition<int>> Define)> All()
    {
        yield return ("ink alone", Ink);
        yield return ("drawer alone", Drawer);
        foreach (var weight in (double[])[0.1, 0.3, 0.5, 0.7, 0.9])
            yield return ($"Convex, {weight:F1} ink", characters => Mix.Convex((weight, Ink(characters)), (1 - weight, Drawer(characters))));
        yield return ("MinMax", characters => Mix.MinMax(Ink(characters), Drawer(characters)));
        yield return ("Concatenate", characters => Mix.Concatenate(Ink(characters), Drawer(characters)));
        yield return ("Convolve(ink, drawer)", characters => Mix.Convolve(Ink(characters), then: Drawer(characters)));
        yield return ("Convolve(drawer, ink)", characters => Mix.Convolve(Drawer(characters), then: Ink(characters)));
        yield return ("Joint", characters => Mix.Joint(Ink(characters), Drawer(characters)));
    }

    private static Context<int, int> Ink(Events<Character> characters) => characters.Input(c => c.Number).ContextMany(c => c.Inked).Named("ink");

    private static Context<int, string> Drawer(Events<Character> characters) => characters.Input(c => c.Number).Context(c => c.Drawer).Named("drawer");
}
