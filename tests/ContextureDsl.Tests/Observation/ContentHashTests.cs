using System.Globalization;
using ContextureDsl.Observation;

namespace ContextureDsl.Tests.Observation;

/// <summary>Hashes of content: equal for equal values, the same in every process, under every culture.</summary>
public class ContentHashTests
{
    private sealed record Place(string Town, double Height);

    private sealed class Opaque;

    [Fact]
    public void Equal_values_have_equal_hashes()
    {
        Assert.Equal(ContentHash.Of(0.0), ContentHash.Of(-0.0));
        Assert.Equal(ContentHash.Of(1.0m), ContentHash.Of(1.00m));
        Assert.Equal(ContentHash.Of(new Place("Ulm", 1.5)), ContentHash.Of(new Place("Ulm", 1.5)));
        Assert.Equal(ContentHash.Of(("a", 1)), ContentHash.Of(("a", 1)));
        var time = new DateTimeOffset(2020, 1, 1, 12, 0, 0, TimeSpan.FromHours(2));
        Assert.Equal(ContentHash.Of(time), ContentHash.Of(time.ToUniversalTime()));
    }

    [Fact]
    public void Different_values_have_different_hashes()
    {
        ulong[] hashes =
        [
            ContentHash.Of(""), ContentHash.Of("a"), ContentHash.Of("b"), ContentHash.Of("ab"), ContentHash.Of("ba"), ContentHash.Of(1), ContentHash.Of(2), ContentHash.Of(-1),
            ContentHash.Of(("a", "b")), ContentHash.Of(("b", "a")), ContentHash.Of((1, (2, 3))), ContentHash.Of(((1, 2), 3)), ContentHash.Of(1.5), ContentHash.Of(DayOfWeek.Friday),
            ContentHash.Of(new Place("Ulm", 1)), ContentHash.Of(new Place("Ulm", 2)), ContentHash.Of(Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff")), ContentHash.Of(1.25m),
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void Times_of_day_differ_by_the_tick() => Assert.NotEqual(ContentHash.Of(new TimeOnly(8, 30)), ContentHash.Of(new TimeOnly(8, 30).Add(TimeSpan.FromTicks(1))));

    /// <summary>A change would change every sampled result.</summary>
    [Fact]
    public void The_hashes_are_what_they_always_were() => Assert.Equal((5462071800158712100UL, 13679457532755275413UL), (ContentHash.Of("Ulm"), ContentHash.Of(42)));

    [Fact]
    public void The_culture_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        var plain = ContentHash.Of(new Place("Ulm", 1.5));
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(plain, ContentHash.Of(new Place("Ulm", 1.5)));
            Assert.Equal("de-DE", CultureInfo.CurrentCulture.Name);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_type_that_tells_nothing_is_refused() => Assert.Contains(nameof(Opaque), Assert.Throws<UnknownContentException>(() => ContentHash.Of(new Opaque())).Message, StringComparison.Ordinal);
}
