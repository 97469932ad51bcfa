using ContextureDsl.Tree;

namespace ContextureDsl.Tests.Declaration;

public class DefinitionTests
{
    private static readonly Events<Visit> Visits = new(new SourceNode(0, "visits", typeof(Visit)));
    private static readonly Events<Visit> Later = new(new SourceNode(1, "later", typeof(Visit)));

    [Fact]
    public void The_text_says_all_that_has_a_meaning()
    {
        var together = Visits.Where(v => v.Seconds > 3).Input(v => v.Page).Context(v => v.Person)
            .Weight(v => Math.Sqrt(v.Seconds)).Time(v => v.At, TimeSpan.FromDays(30)).Duplicates(Duplicates.Mean).MinimumCount(input: 5, context: 2).Named("together");
        var tagged = Later.InputMany(later => later.Tags).ContextMany(later => later.Tags);
        Assert.Equal("""
            convex
              share 0.75
                observed context row => row.Person : System.String
                  weight row => Math.Sqrt(row.Seconds)
                  time row => row.At
                  half-life 30.00:00:00
                  duplicates Mean
                  minimum input count 5
                  minimum context count 2
                  input row => row.Page : System.String
                    source 0 of ContextureDsl.Tests.Declaration.Visit
                    where row => row.Seconds > 3
              share 0.25
                observed contexts row => row.Tags : System.String
                  inputs row => row.Tags : System.String
                    source 1 of ContextureDsl.Tests.Declaration.Visit
            """, Mix.Convex<string>((3, together), (1, tagged)).ToString());
    }

    [Fact]
    public void Names_of_lambda_parameters_sources_and_parts_do_not_matter()
    {
        var one = Visits.Where(v => v.Seconds > 3).Input(v => v.Page).Context(v => v.Person).Weight(v => v.Seconds);
        var other = new Events<Visit>(new SourceNode(0, "others", typeof(Visit))).Where(x => x.Seconds > 3).Input((Visit y) => y.Page).Context(static z => z.Person).Weight(w => w.Seconds);
        AssertEqual(one, other);
        AssertEqual(one, other.Named("other"));
        AssertEqual(one, ((Context<string>)other).Named("other").Named("another"));
        AssertEqual(one.Named("a").Weight(v => v.Seconds), one);
    }

    [Fact]
    public void The_order_of_steps_does_not_matter()
    {
        var plain = Visits.Input(v => v.Page).Context(v => v.Person);
        AssertEqual(plain.Weight(v => v.Seconds).Time(v => v.At), plain.Time(v => v.At).Weight(v => v.Seconds));
        AssertEqual(plain.MinimumCount(2, 3).Duplicates(Duplicates.Once), plain.Duplicates(Duplicates.Once).MinimumCount(2, 3));
        AssertEqual(plain.Weight(v => 1).Weight(v => v.Seconds), plain.Weight(v => v.Seconds));
        AssertEqual(plain.Time(v => v.At, TimeSpan.FromDays(1)).Time(v => v.At), plain.Time(v => v.At));
        AssertEqual(plain.Time(v => v.At, TimeSpan.FromDays(1)).Weight(v => v.Seconds), plain.Weight(v => v.Seconds).Time(v => v.At, TimeSpan.FromHours(24)));
    }

    [Fact]
    public void Every_value_matters()
    {
        var plain = Visits.Input(v => v.Page).Context(v => v.Person);
        Context<string>[] different =
        [
            plain,
            Later.Input(v => v.Page).Context(v => v.Person),
            Visits.Where(v => v.Seconds > 3).Input(v => v.Page).Context(v => v.Person),
            Visits.Where(v => v.Seconds > 4).Input(v => v.Page).Context(v => v.Person),
            Visits.Where(v => v.Seconds > 3).Where(v => v.Seconds > 4).Input(v => v.Page).Context(v => v.Person),
            Visits.Input(v => v.Person).Context(v => v.Page),
            Visits.InputMany(v => v.Tags).Context(v => v.Person),
            Visits.Input(v => v.Page).ContextMany(v => v.Tags),
            Visits.Input(v => v.Page).Context(v => v.Tags.Length),
            Visits.Input(v => v.Page).Context(v => (long)v.Tags.Length),
            plain.Weight(v => v.Seconds),
            plain.Weight(v => v.Seconds + 1),
            plain.Time(v => v.At),
            plain.Time(v => v.At, TimeSpan.FromDays(1)),
            plain.Time(v => v.At, TimeSpan.FromDays(2)),
            plain.Duplicates(Duplicates.Sum),
            plain.Duplicates(Duplicates.Once),
            plain.MinimumCount(input: 2),
            plain.MinimumCount(context: 2),
            Mix.Convex<string>(plain, plain),
            Mix.Convex<string>((0.7, plain), (0.3, plain)),
        ];
        Assert.Equal(different.Length, different.Distinct().Count());
    }

    [Fact]
    public void Mixes_are_equal_when_their_shares_are()
    {
        var a = Visits.Input(v => v.Page).Context(v => v.Person);
        var b = Visits.Input(v => v.Page).ContextMany(v => v.Tags);
        var c = Later.Input(v => v.Page).Context(v => v.Person);
        AssertEqual(Mix.Convex<string>((7, a), (3, b)), Mix.Convex<string>((0.7, a), (0.3, b)));
        AssertEqual(Mix.Convex<string>(a, b), Mix.Convex<string>((5, a), (5, b)));
        AssertEqual(Mix.Convex<string>((0.7, a), (0.3, Mix.Convex<string>(b, c))), Mix.Convex<string>((0.7, a), (0.15, b), (0.15, c)));
        AssertEqual(Mix.Convex<string>((0.1, a), (0.9, Mix.Convex<string>((1, b), (2, c)).Named("two"))), Mix.Convex<string>((0.1, a), (0.3, b), (0.6, c)));
        AssertEqual(Mix.Convex<string>((1, a), (0, b), (1, c)), Mix.Convex<string>(a, c));
        AssertEqual(Mix.Convex<string>((2, a), (0, b)), a);
        AssertEqual(Mix.Convex<string>(Mix.Convex<string>(a)), a);
        Assert.NotEqual<Definition<string>>(Mix.Convex<string>((0.7, a), (0.3, b)), Mix.Convex<string>((0.3, a), (0.7, b)));
    }

    [Fact]
    public void Equality_is_that_of_the_text()
    {
        var one = Visits.Input(v => v.Page).Context(v => v.Person);
        Assert.False(one.Equals(null));
        Assert.False(one.Equals((object)"text"));
        Assert.Equal(one.Node.ToString(), one.ToString());
    }

    [Fact]
    public void Steps_leave_what_they_start_from_as_it_is()
    {
        var plain = Visits.Input(v => v.Page).Context(v => v.Person);
        var text = plain.ToString();
        _ = plain.Weight(v => v.Seconds).Time(v => v.At, TimeSpan.FromDays(3)).Duplicates(Duplicates.Reject).MinimumCount(3, 4).Named("x");
        Assert.Equal(text, plain.ToString());
    }

    [Fact]
    public void A_declaration_is_used_inside_another_one()
    {
        var inner = new People();
        Assert.Equal(inner.Definition, new People().Over(Visits));
        Assert.NotEqual(inner.Definition, new People().Over(Later));
        AssertEqual(inner.Over(Visits.Where(v => v.Seconds > 3)), Visits.Where(v => v.Seconds > 3).Input(v => v.Page).Context(v => v.Person).Named("people"));
        Assert.Equal(Mix.Convex<string>((0.8, inner.Over(Visits)), (0.2, inner.Over(Later))), new Twice().Definition);
        Assert.Equal(Mix.Convex<string>((0.8, inner.Over(Later)), (0.2, inner.Over(Visits))), new Twice().Over(Later, Visits));
        Assert.Same(inner.Definition, inner.Definition);
    }

    private static void AssertEqual(Definition<string> one, Definition<string> other)
    {
        Assert.Equal(one.ToString(), other.ToString());
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    private sealed class People : Contexture<string, string>.From<Visit>
    {
        protected override Context<string, string> Define(Events<Visit> visits) => visits.Input(v => v.Page).Context(v => v.Person).Named("people");
    }

    private sealed class Twice : Contexture<string>.From<Visit, Visit>
    {
        protected override Definition<string> Define(Events<Visit> now, Events<Visit> before) =>
            Mix.Convex((0.8, new People().Over(now)), (0.2, new People().Over(before)));
    }
}
