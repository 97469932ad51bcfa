namespace ContextureDsl.Generators.Tests.Driver;

/// <summary>Declarations that several tests look at. Each holds a <c>Sample.Run()</c> that is empty when compiled and interpreted agree.</summary>
internal static class Samples
{
    /// <summary>Two sources, two parts, a mix: what the report shows.</summary>
    public const string MovieTaste =
        """
        namespace Shop
        {
            public sealed record Rating(string Movie, int User, float Stars);

            public enum Genre { Drama, Comedy, Crime, Other }

            public sealed record Film(string Title, Genre Genre);

            [Contexture(Rank = 4)]
            public sealed partial class MovieTaste : Contexture<string>.From<Rating, Film>
            {
                protected override Context<string> Define(Events<Rating> ratings, Events<Film> films)
                {
                    var audience = ratings.Input(r => r.Movie).Context(r => r.User).Weight(r => r.Stars);
                    var genre = films.Input(f => f.Title).Context(f => f.Genre);
                    return Mix.Convex((0.7, audience), (0.3, genre));
                }
            }
        }

        public static class Sample
        {
            public static string Run()
            {
                var ratings = Enumerable.Range(0, 900).Select(i => new Shop.Rating("m" + i * i % 37, i % 23, 1 + i % 5)).ToList();
                var films = Enumerable.Range(0, 30).Select(i => new Shop.Film("m" + i, (Shop.Genre)(i % 3))).ToArray();
                return Agreement.Of(new Shop.MovieTaste(), options => new Shop.MovieTaste().Learn(ratings: ratings, films: films, options));
            }
        }
        """;

    /// <summary>A record in attribute form with everything that it can say.</summary>
    public const string Purchase =
        """
        namespace Shop;

        [Contexture(Rank = 3, Precision = Precision.Double)]
        public sealed partial record Purchase(
            [property: Input] string Product,
            [property: ContextVariable] Guid Basket,
            [property: Weight] decimal Quantity,
            [property: Time(HalfLifeDays = 30)] DateTimeOffset At);
        """;
}
