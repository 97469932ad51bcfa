namespace ContextureDsl.Generators.Tests.Driver;

/// <summary>Declarations that several tests look at, one per shape of emitted file. Each <c>Sample.Run()</c> is empty when compiled and interpreted agree.</summary>
internal static class Samples
{
    /// <summary>Every sample, by name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        [nameof(MovieTaste)] = MovieTaste,
        [nameof(Purchase)] = Purchase,
        [nameof(Reading)] = Reading,
        [nameof(Citation)] = Citation,
        [nameof(Caption)] = Caption,
        [nameof(Lately)] = Lately,
        [nameof(Sometimes)] = Sometimes,
        [nameof(Session)] = Session,
        [nameof(Generic)] = Generic,
        [nameof(Keywords)] = Keywords,
        [nameof(Cellar)] = Cellar,
        [nameof(Telling)] = Telling,
        [nameof(Convolved)] = Convolved,
        [nameof(SharedFactor)] = SharedFactor,
        [nameof(Untagged)] = Untagged,
        [nameof(UntaggedWithin)] = UntaggedWithin,
        [nameof(Twofold)] = Twofold,
        [nameof(SeenAtOnce)] = SeenAtOnce,
        [nameof(WalkedMix)] = WalkedMix,
        [nameof(Concatenated)] = Concatenated,
        [nameof(Balanced)] = Balanced,
    };

    /// <summary>Two sources and a mix of a string, an int and an enum.</summary>
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

    /// <summary>A record in attribute form with everything that it can say, in double precision.</summary>
    public const string Purchase =
        """
        namespace Shop
        {
            [Contexture(Rank = 3, Precision = Precision.Double, Embedding = Embedding.Scaled)]
            public sealed partial record Purchase(
                [property: Input] string Product,
                [ContextVariable] Guid Basket,
                [property: Weight] decimal Quantity,
                [property: Time(HalfLifeDays = 30)] DateTimeOffset At);
        }

        public static class Sample
        {
            public static string Run()
            {
                var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
                var rows = Enumerable.Range(0, 700).Select(i => new Shop.Purchase("p" + i * 7 % 41, new Guid(i * i % 29, 0, 0, new byte[8]), 1 + i % 3, start.AddHours(i)));
                var learned = Shop.Purchase.Learn(rows);
                if (learned.Rank != 3) return $"rank {learned.Rank}: the settings of the record were lost";
                if (!learned.Compilation.Whole) return "the static Learn was not compiled";
                return Agreement.Of(new Shop.Purchase.Contexture(), options => Shop.Purchase.Learn(rows, options));
            }
        }
        """;

    /// <summary>One part: filters, a private static method in a selector, values that only the tree knows.</summary>
    public const string Reading =
        """
        namespace Shop
        {
            public readonly record struct Page(long Reader, string? Book, DateOnly Day, double Minutes, bool Robot);

            [Contexture]
            internal sealed partial class Reading : Contexture<string, DateOnly>.From<Page>
            {
                protected override Context<string, DateOnly> Define(Events<Page> pages) =>
                    pages.Where(p => !p.Robot)
                         .Where(p => p.Minutes > 0.5)
                         .Input(p => Normal(p.Book!))
                         .Context(p => p.Day)
                         .Weight(p => p.Minutes / 2)
                         .MinimumCount(input: 2)
                         .Named("by day");

                private static string Normal(string book) => book.Trim();
            }
        }

        public static class Sample
        {
            public static string Run()
            {
                var pages = Enumerable.Range(0, 500).Select(i => new Shop.Page(i, " b" + i * i % 31, new DateOnly(2026, 1, 1).AddDays(i % 17), i % 7, i % 11 == 0)).ToArray();
                var agreement = Agreement.Of(new Shop.Reading(), options => new Shop.Reading().Learn(pages, options));
                if (agreement.Length > 0) return agreement;
                try
                {
                    new Shop.Reading().Learn(pages.Append(new(1, null, default, 1, false)));
                    return "a null key was counted";
                }
                catch (NullReferenceException)
                {
                    return "";
                }
            }
        }
        """;

    /// <summary>Composite keys: a tuple with a string that may be null, and a record struct with an enum, a nested tuple and a double.</summary>
    public const string Citation =
        """
        namespace Library
        {
            public enum Kind : byte { Book, Paper }

            public readonly record struct Place(Kind Kind, (int Volume, char Series) Where, double Shelf);

            public sealed record Citation(string? Author, int Year, Place Place);

            [Contexture(Rank = 5, Precision = Precision.Double)]
            public sealed partial class CitedWith : Contexture<(string? Author, int Year), Place>.From<Citation>
            {
                protected override Context<(string? Author, int Year), Place> Define(Events<Citation> citations) =>
                    citations.Input(c => (c.Author, c.Year)).Context(c => c.Place);
            }
        }

        public static class Sample
        {
            public static string Run()
            {
                var rows = Enumerable.Range(0, 600)
                    .Select(i => new Library.Citation(i % 5 == 0 ? null : "a" + i % 7, 1990 + i * i % 9, new((Library.Kind)(i % 2), (i % 5, (char)('a' + i % 3)), i % 2 == 0 ? 0.0 : -0.0)))
                    .ToList();
                return Agreement.Of(new Library.CitedWith(), options => new Library.CitedWith().Learn(rows, options));
            }
        }
        """;

    /// <summary>Several values in a row on one side or on both, and keys that are objects of a class.</summary>
    public const string Caption =
        """
        namespace Album
        {
            public sealed class Face(int id) : IEquatable<Face>
            {
                public bool Equals(Face? other) => other?.Id == Id;
                public override bool Equals(object? other) => Equals(other as Face);
                public override int GetHashCode() => Id;
                public int Id { get; } = id;
            }

            public sealed record Photo(string[] Words, List<Face> Faces, sbyte Room);

            [Contexture(Rank = 2)]
            public sealed partial class Captions : Contexture<string>.From<Photo>
            {
                protected override Context<string> Define(Events<Photo> photos)
                {
                    var words = photos.InputMany(p => p.Words);
                    return Mix.Convex(words.ContextMany(p => p.Faces).Named("faces"), words.Context(p => p.Room).Named("rooms"));
                }
            }

            [Contexture]
            public sealed partial class Faces : Contexture<Face, string>.From<Photo>
            {
                protected override Context<Face, string> Define(Events<Photo> photos) => photos.Input(p => p.Faces[0]).ContextMany(p => p.Words);
            }
        }

        public static class Sample
        {
            public static string Run()
            {
                var photos = Enumerable.Range(0, 400)
                    .Select(i => new Album.Photo(["w" + i % 13, "w" + i * i % 19], [new(i % 7), new(i * 3 % 11)], (sbyte)(i % 5 - 2)))
                    .ToList();
                return Agreement.Of(new Album.Captions(), options => new Album.Captions().Learn(photos, options))
                    + Agreement.Of(new Album.Faces(), options => new Album.Faces().Learn(photos, options));
            }
        }
        """;

    /// <summary>Selectors that stay delegates: one captures a constructor parameter, one is a method of the object.</summary>
    public const string Lately =
        """
        namespace Shop
        {
            public sealed record Visit(string Page, int Visitor, DateTimeOffset At, double Seconds);

            [Contexture(Rank = 3)]
            public sealed partial class Lately(DateTimeOffset since, double least) : Contexture<string, int>.From<Visit>
            {
                protected override Context<string, int> Define(Events<Visit> visits) =>
                    visits.Where(v => v.Seconds >= least)
                          .Input(v => v.Page)
                          .Context(v => v.Visitor)
                          .Weight(v => v.At < since ? 0 : 1)
                          .Time(v => v.At, TimeSpan.FromDays(7));
            }
        }

        public static class Sample
        {
            public static string Run()
            {
                var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
                var visits = Enumerable.Range(0, 600).Select(i => new Shop.Visit("p" + i * i % 23, i % 17, start.AddHours(i % 97), i % 13)).ToArray();
                var declaration = new Shop.Lately(start.AddHours(5), 2);
                return Agreement.Of(declaration, options => declaration.Learn(visits, options));
            }
        }
        """;

    /// <summary>A branch on a value that only the object knows: the parts are compiled, the whole is not.</summary>
    public const string Sometimes =
        """
        namespace Shop
        {
            public sealed record Order(string Product, Guid Basket, int Customer);

            [Contexture(Rank = 2)]
            public sealed partial class Sometimes(bool withCustomers) : Contexture<string>.From<Order>
            {
                protected override Context<string> Define(Events<Order> orders)
                {
                    var together = orders.Input(o => o.Product).Context(o => o.Basket);
                    if (!withCustomers) return together;
                    return Mix.Convex((2, together), (1, orders.Input(o => o.Product).Context(o => o.Customer)));
                }
            }
        }

        public static class Sample
        {
            public static string Run()
            {
                var orders = Enumerable.Range(0, 300).Select(i => new Shop.Order("p" + i * i % 19, new Guid(i % 13, 0, 0, new byte[8]), i % 11)).ToList();
                foreach (var with in new[] { false, true })
                {
                    var compiled = new Shop.Sometimes(with).Learn(orders);
                    var interpreted = new Shop.Sometimes(with).Learn(orders, new LearnOptions { Interpreted = true });
                    if (compiled.Compilation.Whole || !compiled.Compilation.Parts.All(part => part.Contains(": compiled, input by delegate"))) return compiled.Compilation.ToString();
                    if (!compiled.Spectrum.Values.SequenceEqual(interpreted.Spectrum.Values)) return "the counters differ";
                }
                return "";
            }
        }
        """;

    /// <summary>A mix in a mix, three parts of one source: read once, one loop over rows.</summary>
    public const string Session =
        """
        namespace Web
        {
            public sealed record Click(ulong Item, uint Session, ushort Shop, short Hour);

            [Contexture(Rank = 6)]
            public sealed partial class ItemSense : Contexture<ulong>.From<Click>
            {
                private const double Near = 0.8;

                protected override Context<ulong> Define(Events<Click> clicks)
                {
                    var session = clicks.Input(c => c.Item).Context(c => c.Session);
                    var shop = clicks.Input(c => c.Item).Context(c => c.Shop);
                    var hour = clicks.Where(c => c.Hour >= 0).Input(c => c.Item).Context(c => c.Hour);
                    return Mix.Convex((Near, session), (1 - Near, Mix.Convex((3, shop), (1, hour))));
                }
            }
        }

        public static class Sample
        {
            public static string Run()
            {
                var clicks = Enumerable.Range(0, 6000).Select(i => new Web.Click((ulong)(i * 31 % 401), (uint)(i * i % 307), (ushort)(i % 29), (short)(i % 24 - 1)));
                var declaration = new Web.ItemSense();
                return Agreement.Of(declaration, options => declaration.Learn(clicks, options)) + Agreement.Of(declaration, options => declaration.Learn(clicks.ToList(), options));
            }
        }
        """;

    /// <summary>Type parameters of the declaring type and of one around it.</summary>
    public const string Generic =
        """
        namespace Any
        {
            public partial class Outer<TRow>
                where TRow : class, Outer<TRow>.IRow
            {
                public interface IRow
                {
                    int Number { get; }
                }

                [Contexture(Rank = 2)]
                public sealed partial class Inner<TKey> : Contexture<TKey, (int, TKey)>.From<KeyValuePair<TKey, TRow>>
                    where TKey : notnull
                {
                    protected override Context<TKey, (int, TKey)> Define(Events<KeyValuePair<TKey, TRow>> rows) =>
                        rows.Input(r => r.Key).Context(r => (r.Value.Number, r.Key));
                }
            }

            public sealed class Row(int number) : Outer<Row>.IRow
            {
                public int Number => number;
            }
        }

        public static class Sample
        {
            public static string Run()
            {
                var texts = Enumerable.Range(0, 200).Select(i => KeyValuePair.Create("k" + i % 7, new Any.Row(i * i % 5))).ToList();
                var numbers = Enumerable.Range(0, 200).Select(i => KeyValuePair.Create(i % 7, new Any.Row(i * i % 5))).ToList();
                return Agreement.Of(new Any.Outer<Any.Row>.Inner<string>(), options => new Any.Outer<Any.Row>.Inner<string>().Learn(texts, options with { RarePairs = RarePairs.Keep }))
                    + Agreement.Of(new Any.Outer<Any.Row>.Inner<int>(), options => new Any.Outer<Any.Row>.Inner<int>().Learn(numbers, options with { RarePairs = RarePairs.Keep }));
            }
        }
        """;

    /// <summary>Names that are keywords, sources that are called like parameters of Learn, and three levels of nesting.</summary>
    public const string Keywords =
        """
        namespace @class.@event
        {
            public sealed record @string(int @int, char @char, bool options);

            public static partial class @namespace
            {
                internal partial struct @struct
                {
                    [Contexture(Rank = 1)]
                    internal sealed partial class @new : Contexture<int>.From<@string, @string>
                    {
                        protected override Context<int> Define(Events<@string> options, Events<@string> @params) =>
                            Mix.Convex(options.Input(@for => @for.@int).Context(@for => @for.@char), @params.Input(@for => @for.@int).Context(@for => @for.options));
                    }
                }
            }
        }

        public static class Sample
        {
            public static string Run()
            {
                var rows = Enumerable.Range(0, 300).Select(i => new @class.@event.@string(i * i % 17, (char)('a' + i % 11), i % 3 == 0)).ToList();
                var declaration = new @class.@event.@namespace.@struct.@new();
                return Agreement.Of(declaration, learnOptions => declaration.Learn(options: rows, @params: rows, learnOptions));
            }
        }
        """;

    /// <summary>Two kinds over feature rows in a mix: what is emitted reads the key and the numbers of a row, and nothing of the law.</summary>
    public const string Cellar =
        """
        namespace Cellars
        {
            public sealed record Wine(int Id, double Acidity, double Sugar, float[] Spectrum, int Year);

            [Contexture(Rank = 4)]
            public sealed partial class Cellar(double gamma) : Contexture<int>.From<Wine>
            {
                protected override Context<int> Define(Events<Wine> wines)
                {
                    var taste = wines.Where(w => w.Year > 1990).Input(w => w.Id).Features(w => [w.Acidity, w.Sugar]).Standardised().Nearest(5, includeSelf: false);
                    var light = wines.Input(w => w.Id).Features(w => w.Spectrum).Rbf(gamma).Named("light");
                    return Mix.Convex((0.7, taste), (0.3, light));
                }
            }
        }

        public static class Sample
        {
            public static string Run()
            {
                var wines = Enumerable.Range(0, 60).Select(i => new Cellars.Wine(i, i * i % 17, i % 7, new float[] { i % 5, i % 11 }, 1980 + i)).ToList();
                return Agreement.Of(new Cellars.Cellar(0.1), options => new Cellars.Cellar(0.1).Learn(wines, options));
            }
        }
        """;

    /// <summary>A window over the tokens of a row, with a discount that captures and a weight: what is emitted reads tokens and weight, and nothing of the window.</summary>
    public const string Telling =
        """
        namespace Tales
        {
            public sealed record Line(string Text, int Told);

            [Contexture(Rank = 4)]
            public sealed partial class Telling(int radius, double fading) : Contexture<string, string>.From<Line>
            {
                protected override Context<string, string> Define(Events<Line> lines) =>
                    lines.Where(l => l.Told > 0)
                         .Sequence(l => Words.Of(l.Text))
                         .Window(radius)
                         .Discount(distance => Math.Pow(fading, distance))
                         .Weight(l => l.Told)
                         .MinimumCount(input: 2, context: 2);
            }
        }

        public static class Sample
        {
            public static string Run()
            {
                var lines = Enumerable.Range(0, 90).Select(i => new Tales.Line($"a{i % 5} b{i % 7} c{i * i % 11}, d{i % 3}!", i % 4)).ToList();
                return Agreement.Of(new Tales.Telling(2, 0.5), options => new Tales.Telling(2, 0.5).Learn(lines, options));
            }
        }
        """;

    /// <summary>A convolution from two sources, through a factor that the counts, and only they, show to be the identity: the operator is written for that.</summary>
    public static string Convolved => Papers(
        "[Contexture(Rank = 3)]",
        "Convolved",
        """
        var cites = citations.Input(c => c.From).Context(c => c.To);
        var itself = papers.Input(p => p.Title).Context(p => p.Title);
        var words = papers.Input(p => p.Title).ContextMany(p => p.Words);
        return Mix.Convolve(cites, itself, then: words);
        """);

    /// <summary>Two convolutions that begin alike in a tagged mix with a context beside them, in double precision.</summary>
    public static string SharedFactor => Papers(
        "[Contexture(Rank = 4, Precision = Precision.Double)]",
        "Senses",
        """
        var cites = citations.Input(c => c.From).Context(c => c.To);
        var words = papers.Input(p => p.Title).ContextMany(p => p.Words).Named("here");
        var year = papers.Input(p => p.Title).Context(p => p.Year);
        var author = papers.Input(p => p.Title).Context(p => p.Author);
        return Mix.Convex((0.2, year), (0.4, Mix.Convolve(cites, then: words)), (0.4, Mix.Convolve(cites, then: author)));
        """);

    /// <summary>An untagged mix with weights of the object.</summary>
    public static string Untagged => Papers(
        "[Contexture(Rank = 3)]",
        "Untagged",
        """
        var now = papers.Where(p => p.Year > 1995).Input(p => p.Title).ContextMany(p => p.Words);
        var before = papers.Where(p => p.Year <= 1998).Input(p => p.Title).ContextMany(p => p.Words);
        return Mix.Average((share, now), (1 - share, before));
        """, "(double share)", "(0.7)");

    /// <summary>Untagged mixes as a factor and as a part of a tagged mix, which share parts with each other; one of them over the inputs themselves.</summary>
    public static string UntaggedWithin => Papers(
        "[Contexture(Rank = 3, Precision = Precision.Double)]",
        "Within",
        """
        var cites = citations.Input(c => c.From).Context(c => c.To);
        var year = papers.Input(p => p.Title).Context(p => p.Year);
        var words = papers.Input(p => p.Title).ContextMany(p => p.Words);
        return Mix.Convolve(
            Mix.Average((0.4, words), (0.6, Mix.Convolve(cites, then: papers.Input(p => p.Title).Context(p => p.Author)))),
            then: Mix.Convex((share, Mix.Average((0.5, cites), (0.5, words.Smooth()))), (1 - share, year)));
        """, "(double share)", "(0.7)");

    /// <summary>Parts that give columns in several places of a tagged mix, with a weight in each, and an input as the context variable beside them.</summary>
    public static string Twofold => Papers(
        "[Contexture(Rank = 4)]",
        "Twofold",
        """
        var cites = citations.Input(c => c.From).Context(c => c.To);
        var words = papers.Input(p => p.Title).ContextMany(p => p.Words);
        return Mix.Convex((share, cites), (0.4, Mix.Convolve(cites, then: words)), (0.2, words), (0.1, words.Smooth()));
        """, "(double share)", "(0.3)");

    /// <summary>Two contexts at once as one part of a tagged mix, gone through.</summary>
    public static string SeenAtOnce => Papers(
        "[Contexture(Rank = 3)]",
        "SeenAtOnce",
        """
        var cites = citations.Input(c => c.From).Context(c => c.To);
        var author = papers.Input(p => p.Title).Context(p => p.Author);
        var year = papers.Input(p => p.Title).Context(p => p.Year);
        return Mix.Convolve(Mix.Convex((0.6, Mix.Joint(author, year)), (0.4, cites)), then: papers.Input(p => p.Title).ContextMany(p => p.Words));
        """);

    /// <summary>There and back, and a walk on that.</summary>
    public static string WalkedMix => Papers(
        "[Contexture(Rank = 3)]",
        "Walked",
        """
        var words = papers.Input(p => p.Title).ContextMany(p => p.Words);
        return words.Smooth().Lazy().Steps(2);
        """);

    /// <summary>Two encoders side by side, of which one is a mix.</summary>
    public static string Concatenated => Papers(
        "[Contexture(Rank = 2)]",
        "Beside",
        """
        var cites = citations.Input(c => c.From).Context(c => c.To);
        var words = papers.Input(p => p.Title).ContextMany(p => p.Words);
        return Mix.Concatenate(cites, Mix.Convolve(cites, then: words));
        """);

    /// <summary>Weights by the min-max rule.</summary>
    public static string Balanced => Papers(
        "[Contexture(Rank = 2)]",
        "Balanced",
        """
        var cites = citations.Input(c => c.From).Context(c => c.To);
        var words = papers.Input(p => p.Title).ContextMany(p => p.Words);
        return Mix.MinMax(cites, words);
        """);

    /// <summary>A declaration over papers and what they cite.</summary>
    private static string Papers(string attribute, string name, string body, string parameters = "", string arguments = "()") =>
        $$"""
        namespace {{name}}Library
        {
            public sealed record Paper(string Title, string[] Words, int Year, string Author);

            public sealed record Citation(string From, string To);

            {{attribute}}
            public sealed partial class {{name}}{{parameters}} : Contexture<string>.From<Citation, Paper>
            {
                protected override Definition<string> Define(Events<Citation> citations, Events<Paper> papers)
                {
                    {{body.Replace("\n", "\n            ", StringComparison.Ordinal)}}
                }
            }
        }

        public static class Sample
        {
            public static string Run()
            {
                var papers = Enumerable.Range(0, 40).Select(i => new {{name}}Library.Paper("p" + i, ["w" + i * i % 11, "w" + i % 7, "w" + (3 * i + 1) % 11], 1990 + i * 7 % 12, "a" + i * i % 9)).ToList();
                var citations = Enumerable.Range(0, 300).Select(i => new {{name}}Library.Citation("p" + i * 3 % 40, "p" + (i * i + i / 40) % 23)).ToArray();
                return Agreement.Of(new {{name}}Library.{{name}}{{arguments}}, options => new {{name}}Library.{{name}}{{arguments}}.Learn(citations: citations, papers: papers, options));
            }
        }
        """;
}
