using ContextureDsl.Tree;

namespace ContextureDsl.Tests.Declaration;

public class ShapeTests
{
    private static readonly Events<Visit> Visits = new(new SourceNode(0, "visits", typeof(Visit)));

    private static readonly ObservedContext<Visit, string, string> Plain = Again();

    [Fact]
    public void A_shape_is_texts_with_their_lengths_and_types()
    {
        const string rows = "F(S0<ContextureDsl.Tests.Declaration.Visit>,18:v => v.Seconds > 3)";
        var part = $"O(I({rows},11:v => v.Page,System.String),13:v => v.Person,System.String)";
        Assert.Equal(part, Shape.Of(Plain.Node));
        Assert.Equal(
            $"O(I({rows},11:v => v.Page,System.String),13:v => v.Person,System.String,W14:v => v.Seconds,T9:v => v.At)",
            Shape.Of(Plain.Time(v => v.At, TimeSpan.FromDays(1)).Weight(v => v.Seconds).Node));
        Assert.Equal(
            "OM(IM(S0<ContextureDsl.Tests.Declaration.Visit>,11:v => v.Tags,System.String),11:v => v.Tags,System.String)",
            Shape.Of(Visits.InputMany(v => v.Tags).ContextMany(v => v.Tags).Node));
        Assert.Equal($"X({part},X({part},{part}))", Shape.Of(Mix.Convex<string>(Again(), Mix.Convex<string>(Again(), Again())).Node));
    }

    [Fact]
    public void A_part_that_is_mixed_in_twice_is_written_once()
    {
        var (one, other) = (Again(), Again());
        var part = Shape.Of(one.Node);
        Assert.Equal($"C({part},X({part},@0),M(@1))", Shape.Of(Mix.Convolve(one, Mix.Convex<string>(other, one.Named("again")), then: other.Smooth()).Node));
    }

    [Fact]
    public void Values_and_names_are_not_part_of_a_shape()
    {
        var shape = Shape.Of(Plain.Node);
        Assert.Equal(shape, Shape.Of(Plain.Duplicates(Duplicates.Mean).MinimumCount(3, 4).Named("x").Node));
        Assert.Equal(shape, Shape.Of(((Context<string>)Plain).Named("x").Node));
        Assert.Equal(
            Shape.Of(Plain.Time(v => v.At, TimeSpan.FromDays(1)).Node),
            Shape.Of(Plain.Time(v => v.At).Named("y").Node));
        Assert.Equal(
            Shape.Of(Mix.Convex<string>((0.7, Plain), (0, Plain.Named("x"))).Node),
            Shape.Of(Mix.Convex<string>(Plain, Plain).Named("mix").Node));
    }

    [Fact]
    public void Texts_count_as_they_are_written()
    {
        Assert.NotEqual(Shape.Of(Plain.Node), Shape.Of(Visits.Where(v => v.Seconds > 3).Input(v => v.Page).Context(w => w.Person).Node));
        Assert.NotEqual(Shape.Of(Plain.Weight(v => v.Seconds).Node), Shape.Of(Plain.Node));
    }

    /// <summary>The same declaration as another object.</summary>
    private static ObservedContext<Visit, string, string> Again() => Visits.Where(v => v.Seconds > 3).Input(v => v.Page).Context(v => v.Person);
}
