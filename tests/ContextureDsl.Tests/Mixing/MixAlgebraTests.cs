using ContextureDsl.Mixing;
using CsCheck;

namespace ContextureDsl.Tests.Mixing;

/// <summary>Rewriting leaves TT* as it is, and does what it says.</summary>
public class MixAlgebraTests
{
    private static readonly int[] None = [];

    public static TheoryData<string> Passes() => ["identity", "flatten", "merge", "share", "all"];

    [Theory]
    [MemberData(nameof(Passes))]
    public void A_pass_leaves_the_operator_unchanged(string pass) =>
        Gen.Select(MixGen.Any(4), Gen.Int).Sample((mix, seed) =>
        {
            var laws = new MixTables(seed).Dense(mix).Laws;
            var walks = new List<WalkLaw>();
            var term = mix.Term(walks);
            var rewritten = Rewritten(pass, term, Identities(laws));
            var difference = DenseTerm.Of(term, laws, walks).Kernel - DenseTerm.Of(rewritten, laws, walks).Kernel;
            Assert.True(difference.Enumerate().Max(Math.Abs) < 1e-12, $"{term} became {rewritten}");
            // The oracle reads declarations and expressions alike.
            Assert.True((DenseTerm.Of(term, laws, walks).Kernel - mix.Dense(laws).Kernel).Enumerate().Max(Math.Abs) < 1e-12, $"{term} is not {mix}");
        }, iter: 200);

    [Fact]
    public void Simplifying_ends_and_again_changes_nothing() =>
        MixGen.Any(4).Sample(mix =>
        {
            var once = MixAlgebra.Simplify(mix.Term([]), [0], out var rewrites);
            Assert.Equal(once, MixAlgebra.Simplify(once, [0], out var again));
            Assert.Empty(again);
            Assert.Equal(rewrites.Distinct(), rewrites);
        }, iter: 500);

    [Theory]
    [InlineData("convex(0.5 convex(0.5 #0, 0.5 #1), 0.5 #2)", "convex(0.25 #0, 0.25 #1, 0.5 #2)")]
    [InlineData("average(0.5 average(0.5 #0, 0.5 #1), 0.5 #2)", "average(0.25 #0, 0.25 #1, 0.5 #2)")]
    [InlineData("average(0.5 convex(0.5 #0, 0.5 #1), 0.5 #2)", "average(0.5 convex(0.5 #0, 0.5 #1), 0.5 #2)")]
    [InlineData("convex(1 #1)", "#1")]
    [InlineData("chain(#0, chain(#1, #2))", "chain(#0, #1, #2)")]
    [InlineData("chain(chain(#0, #1), #2)", "chain(#0, #1, #0, #2)")]
    [InlineData("chain(chain(#0, #1, x), #2)", "chain(#0, #1, #1, #0, #2)")]
    [InlineData("chain(chain(#0, x), x)", "chain(#0, #0, x)")]
    [InlineData("chain(chain(x), #2)", "#2")]
    [InlineData("chain(#0, chain(#1, x))", "chain(#0, #1, x)")]
    [InlineData("joint(convex(1 #0), #1)", "joint(#0, #1)")]
    public void Nested_mixes_are_flattened(string term, string expected) => Assert.Equal(expected, new FlattenPass().Apply(Read(term)).Text);

    [Theory]
    [InlineData("convex(0.25 #0, 0.5 #1, 0.25 #0)", "convex(0.5 #0, 0.5 #1)")]
    [InlineData("average(0.25 #0, 0.5 #1, 0.25 #0)", "average(0.5 #0, 0.5 #1)")]
    [InlineData("convex(0.5 chain(#0, #1), 0.5 chain(#0, #1))", "chain(#0, #1)")]
    [InlineData("convex(0.5 chain(#0, #1), 0.5 chain(#1, #0))", "convex(0.5 chain(#0, #1), 0.5 chain(#1, #0))")]
    public void Equal_parts_are_merged(string term, string expected) => Assert.Equal(expected, new MergeDuplicatesPass().Apply(Read(term)).Text);

    [Theory]
    [InlineData("convex(0.5 chain(#0, #1), 0.5 chain(#0, #2))", "chain(#0, convex(0.5 #1, 0.5 #2))")]
    [InlineData("average(0.25 chain(#0, #1), 0.5 #2, 0.25 chain(#0, #2))", "average(0.5 chain(#0, average(0.5 #1, 0.5 #2)), 0.5 #2)")]
    [InlineData("convex(0.5 chain(#0, x), 0.5 chain(#0, #2))", "chain(#0, convex(0.5 chain(x), 0.5 #2))")]
    [InlineData("convex(0.5 #0, 0.5 chain(#0, #1))", "convex(0.5 #0, 0.5 chain(#0, #1))")]
    [InlineData("convex(0.5 chain(#0, #1, #2), 0.5 chain(#1, #2))", "convex(0.5 chain(#0, #1, #2), 0.5 chain(#1, #2))")]
    public void A_common_first_factor_is_shared(string term, string expected) => Assert.Equal(expected, new ShareFactorsPass().Apply(Read(term)).Text);

    [Theory]
    [InlineData("chain(#7, #1)", "#1")]
    [InlineData("chain(#0, #7, #1)", "chain(#0, #1)")]
    [InlineData("chain(#0, #7)", "chain(#0, #7)")]
    [InlineData("chain(#7, x)", "chain(x)")]
    [InlineData("convex(0.5 chain(#7, #0), 0.5 #7)", "convex(0.5 #0, 0.5 #7)")]
    public void A_way_through_the_identity_is_left_out(string term, string expected) => Assert.Equal(expected, new RemoveIdentityPass([7]).Apply(Read(term)).Text);

    [Fact]
    public void What_was_done_is_said_once()
    {
        Assert.Equal("#0", MixAlgebra.Simplify(Read("#0"), None, out var nothing).Text);
        Assert.Empty(nothing);
        var term = MixAlgebra.Simplify(Read("convex(0.25 chain(#7, chain(#0, #1)), 0.25 chain(#0, #1), 0.5 convex(0.5 chain(#0, #2), 0.5 chain(#0, #2)))"), [7], out var rewrites);
        Assert.Equal("chain(#0, convex(0.5 #1, 0.5 #2))", term.Text);
        Assert.Equal(4, rewrites.Count);
    }

    [Theory]
    [InlineData("convex(0.5 #0, 0.5 #1)", true)]
    [InlineData("convex(0.5 #0, 0.5 chain(#0, #1))", false)]
    [InlineData("convex(0.5 chain(#1, #2), 0.5 #0)", true)]
    [InlineData("convex(0.5 walk0(#0), 0.5 #1)", false)]
    public void A_weight_is_folded_where_its_part_stands_once(string term, bool isPossible)
    {
        var root = Read(term);
        Assert.Equal(isPossible, WeightFolding.IsPossible(root, root.Children[0]));
    }

    private static MixTerm Rewritten(string pass, MixTerm term, int[] identities) => pass switch
    {
        "identity" => new RemoveIdentityPass(identities).Apply(term),
        "flatten" => new FlattenPass().Apply(term),
        "merge" => new MergeDuplicatesPass().Apply(term),
        "share" => new ShareFactorsPass().Apply(term),
        _ => MixAlgebra.Simplify(term, identities, out _),
    };

    private static int[] Identities(DenseLaw[] laws) => [.. Enumerable.Range(0, laws.Length).Where(part => laws[part].Saw.All(saw => saw) && laws[part].R.EnumerateColumns().All(column => column.Count(law => law > 0) == 1))];

    /// <summary>Reads what an expression writes.</summary>
    private static MixTerm Read(string text)
    {
        var at = 0;
        return Term();

        MixTerm Term()
        {
            if (text[at] == '#') return new PartTerm(int.Parse(Until(",)")[1..]));
            var name = Until("(");
            at++;
            MixTerm term = name switch
            {
                "convex" => new ConvexTerm([.. List(Weighed)]),
                "average" => new AverageTerm([.. List(Weighed)]),
                "joint" => new JointTerm(0, Term(), Next()),
                "walk0" => new WalkTerm(0, Term()),
                _ => Chain(),
            };
            at++;
            return term;
        }

        MixTerm Next()
        {
            at += 2;
            return Term();
        }

        WeighedTerm Weighed()
        {
            var weight = double.Parse(Until(" "), System.Globalization.CultureInfo.InvariantCulture);
            at++;
            return new(weight, Term());
        }

        ChainTerm Chain()
        {
            var factors = List(() => text[at] == 'x' ? Skipped() : Term()).ToArray();
            return new([.. factors[..^1].Select(factor => factor!)], factors[^1]);
        }

        MixTerm? Skipped()
        {
            at++;
            return null;
        }

        List<T> List<T>(Func<T> one)
        {
            var list = new List<T> { one() };
            while (text[at] == ',')
            {
                at += 2;
                list.Add(one());
            }
            return list;
        }

        string Until(string ends)
        {
            var start = at;
            while (at < text.Length && !ends.Contains(text[at])) at++;
            return text[start..at];
        }
    }
}
