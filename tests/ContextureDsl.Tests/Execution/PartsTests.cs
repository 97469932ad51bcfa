namespace ContextureDsl.Tests.Execution;

/// <summary>What the result says of the parts of a declaration, and how their variables are found.</summary>
public class PartsTests
{
    private static readonly Sale[] Sales = Rows.Table(6, 5);

    [Fact]
    public void Parts_have_their_names_or_the_text_of_their_selector()
    {
        var learned = Contexture.Learn(Sales, s => Mix.Convex<string>(
            (5, s.Input(x => x.Product!).Context(x => x.Basket!).Named("basket")),
            (3, s.Where(x => x.Product != "p0").Input(x => x.Product!).Context(x => x.Basket!.Length + x.Product!.Length)),
            (2, ((Context<string>)s.Input(x => x.Product!).Context(x => x.Basket == "b1").Named("inner")).Named("outer"))).Named("whole"));
        Assert.Equal(["basket", "x => x.Basket!.Length + x.Product!.Length", "outer"], learned.Parts.Select(part => part.Name));
        Assert.Equal([0.5, 0.3, 0.2], learned.Parts.Select(part => Math.Round(part.Share, 15)));
        Assert.Equal([6, 5, 6], learned.Parts.Select(part => part.Inputs));
        Assert.Equal([5, 1, 2], learned.Parts.Select(part => part.Variables));
        Assert.Equal([30, 5, 12], learned.Parts.Select(part => part.Pairs));
        Assert.Equal(Sales.Count(row => row.Product == "p0"), learned.Parts[1].Summary.Filtered);
        Assert.Equal(learned.Spectrum.TotalChiSquared!.Value, learned.Parts.Sum(part => part.Share * part.ChiSquared!.Value), 1e-14);

        Assert.Equal(["b0", "b1", "b2", "b3", "b4"], learned.Variables<string>("basket").Known.Order());
        Assert.Equal([4], learned.Variables<int>("x => x.Basket!.Length + x.Product!.Length").Known);
        Assert.Equal([false, true], learned.Variables<bool>("outer").Known.Order());
        Assert.Equal(learned.Rank, learned.Variables<bool>("outer").Rank);

        var unknown = Assert.Throws<PartNameException>(() => learned.Variables<string>("inner"));
        Assert.Contains("'inner'", unknown.Message);
        Assert.Contains("'basket', 'x => x.Basket!.Length + x.Product!.Length', 'outer'", unknown.Message);
        var type = Assert.Throws<VariableTypeException>(() => learned.Variables<string>("outer"));
        Assert.Contains("'outer'", type.Message);
        Assert.Contains("System.Boolean, not System.String", type.Message);
    }

    [Fact]
    public void A_single_context_is_a_part_too()
    {
        var learned = Contexture.Learn(Sales, s => s.Input(x => x.Product!).Context(x => x.Basket!));
        var part = Assert.Single(learned.Parts);
        Assert.Equal(("x => x.Basket!", 1.0, 6, 5, 30), (part.Name, part.Share, part.Inputs, part.Variables, part.Pairs));
        Assert.Equal(learned.Spectrum.TotalChiSquared, part.ChiSquared);
        Assert.Same(learned.Variables, learned.Variables<string>("x => x.Basket!"));
        Assert.Equal("named", Contexture.Learn(Sales, s => s.Input(x => x.Product!).Context(x => x.Basket!).Named("named").Weight(x => x.Weight)).Parts[0].Name);
    }

    [Fact]
    public void Names_that_occur_twice_find_nothing()
    {
        var learned = Contexture.Learn(Sales, s => Mix.Convex<string>(s.Input(x => x.Product!).Context(x => x.Basket!), s.Input(x => x.Product!).Context(x => x.Basket!)));
        var error = Assert.Throws<PartNameException>(() => learned.Variables<string>("x => x.Basket!"));
        Assert.Contains("Several parts are called 'x => x.Basket!'. Give each a name of its own with Named", error.Message);
    }

    [Fact]
    public void A_part_of_weight_zero_is_left_out()
    {
        // Its rows could not even be learnt from.
        var alone = Contexture.Learn(Sales, s => s.Input(x => x.Product!).Context(x => x.Basket!));
        var mixed = Contexture.Learn(Sales, (Item[])[new("other", 1)], (s, i) => Mix.Convex<string>(
            (0, i.Input(x => (string)null!).Context(x => x.Genre).Weight(_ => double.NaN)),
            (3, s.Input(x => x.Product!).Context(x => x.Basket!)),
            (0, Mix.Convex<string>(s.Input(x => x.Basket!).Context(x => x.Product!)))));
        Assert.Equal(["x => x.Basket!"], mixed.Parts.Select(part => part.Name));
        Assert.Equal(1, mixed.Parts[0].Share);
        Assert.Equal(alone.Spectrum.Values, mixed.Spectrum.Values);
        Assert.Equal(alone.Definition, mixed.Definition);
        Assert.Equal(Vectors.Bits(alone), Vectors.Bits<string, string>(mixed));
    }

    [Fact]
    public void Nothing_claims_to_be_compiled()
    {
        Definition<string> Define(Events<Sale> s) => Mix.Convex<string>(
            s.Input(x => x.Product!).Context(x => x.Basket!).Named("basket"), s.Input(x => x.Product!).Context(x => x.Basket!.Length));
        string[] expected =
        [
            "basket: interpreted, no code was generated for this declaration",
            "x => x.Basket!.Length: interpreted, no code was generated for this declaration",
        ];
        var learned = Contexture.Learn(Sales, Define);
        Assert.False(learned.Compilation.Whole);
        Assert.Equal(expected, learned.Compilation.Parts);
        Assert.Equal(string.Join(Environment.NewLine, expected), learned.Compilation.ToString());
        var declaration = new Declared(Define);
        Assert.Equal(expected, declaration.Compilation.Parts);
        Assert.Equal(expected, declaration.Learn(Sales, new() { Interpreted = true }).Compilation.Parts);
    }

    [Fact]
    public void The_result_knows_its_declaration()
    {
        var declaration = new Declared(s => s.Input(x => x.Product!).Context(x => x.Basket!));
        var learned = declaration.Learn(Sales);
        Assert.Same(declaration.Definition, learned.Definition);
        Assert.Equal(declaration.Definition.ToString(), learned.Declaration);
    }

    private sealed class Declared(Func<Events<Sale>, Definition<string>> define) : Contexture<string>.From<Sale>
    {
        protected override Definition<string> Define(Events<Sale> sales) => define(sales);
    }
}
