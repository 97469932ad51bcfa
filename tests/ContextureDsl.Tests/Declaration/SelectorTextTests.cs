using ContextureDsl.Tree;

namespace ContextureDsl.Tests.Declaration;

public class SelectorTextTests
{
    [Theory]
    [InlineData("o => o.Basket", "row => row.Basket")]
    [InlineData("o=>o.Basket", "row => row.Basket")]
    [InlineData("  o  =>  o.Basket  ", "row => row.Basket")]
    [InlineData("(o) => o.Basket", "row => row.Basket")]
    [InlineData("static o => o.Basket", "row => row.Basket")]
    [InlineData("static (o) => o.Basket", "row => row.Basket")]
    [InlineData("(Order o) => o.Basket", "row => row.Basket")]
    [InlineData("static (Order o) => o.Basket", "row => row.Basket")]
    [InlineData("((int A, string B) o) => o.A", "row => row.A")]
    [InlineData("(Dictionary<int, string> o) => o.Count", "row => row.Count")]
    [InlineData("größe => größe.A", "row => row.A")]
    [InlineData("@o => @o.A + o.B", "row => row.A + row.B")]
    [InlineData("_ => 1", "row => 1")]
    public void The_parameter_is_renamed_however_it_is_declared(string text, string canonical) => Assert.Equal(canonical, SelectorText.Canonical(text));

    [Theory]
    [InlineData("o => o.o", "row => row.o")]
    [InlineData("o => o . o + o?.o", "row => row . o + row?.o")]
    [InlineData("o => o.Orders.Sum(x => x.o * o.Price)", "row => row.Orders.Sum(x => x.o * row.Price)")]
    [InlineData("o => oo + o_ + _o + o1", "row => oo + o_ + _o + o1")]
    [InlineData("n => n.Text[..n.Length]", "row => row.Text[..row.Length]")]
    [InlineData("d => d.A * 2d + 0xd + 1.5d", "row => row.A * 2d + 0xd + 1.5d")]
    [InlineData("A => global::A.B(A)", "row => global::A.B(row)")]
    public void Only_the_parameter_is_renamed(string text, string canonical) => Assert.Equal(canonical, SelectorText.Canonical(text));

    [Theory]
    [InlineData("""o => o.A + " o " + o.B""", """row => row.A + " o " + row.B""")]
    [InlineData("""o => o.A + "\"o" + o.B""", """row => row.A + "\"o" + row.B""")]
    [InlineData("""o => o.A == 'o' ? o.B : '\''""", """row => row.A == 'o' ? row.B : '\''""")]
    [InlineData("""o => @"\" + o.A + " o " """, """row => @"\" + row.A + " o " """)]
    [InlineData("""o => @"o ""o"" o" + o.A""", """row => @"o ""o"" o" + row.A""")]
    [InlineData("o => \"\"\"o \"o\" \\\"\"\" + o.A", "row => \"\"\"o \"o\" \\\"\"\" + row.A")]
    [InlineData("""o => "" + o.A""", """row => "" + row.A""")]
    public void Literal_text_stays(string text, string canonical) => Assert.Equal(canonical.Trim(), SelectorText.Canonical(text));

    [Theory]
    [InlineData("""o => $"o {o.A} o" + o.B""", """row => $"o {row.A} o" + row.B""")]
    [InlineData("""o => $"{{o}} {o.A}" """, """row => $"{{o}} {row.A}" """)]
    [InlineData("""o => $"{{{o.A}}}" """, """row => $"{{{row.A}}}" """)]
    [InlineData("""o => $"{o.At:o} {(o.B ? o.C : "o")}" """, """row => $"{row.At:o} {(row.B ? row.C : "o")}" """)]
    [InlineData("""o => $"{o.Tags.Select(t => new { t, o.A }).Count()} o" """, """row => $"{row.Tags.Select(t => new { t, row.A }).Count()} o" """)]
    [InlineData("""o => $@"o\{o.A}" + o.B""", """row => $@"o\{row.A}" + row.B""")]
    [InlineData("o => $$\"\"\"{o} {{o.A}} o\"\"\" + o.B", "row => $$\"\"\"{o} {{row.A}} o\"\"\" + row.B")]
    [InlineData("""o => $"{global::System.Math.Abs(o.A)}" """, """row => $"{global::System.Math.Abs(row.A)}" """)]
    public void Holes_of_interpolated_strings_are_code(string text, string canonical) => Assert.Equal(canonical.Trim(), SelectorText.Canonical(text));

    [Theory]
    [InlineData("o => { var b = o.Basket; return b + o.Shop; }", "row => { var b = row.Basket; return b + row.Shop; }")]
    [InlineData("o =>\n    o.Basket\n    + o.Shop", "row => row.Basket + row.Shop")]
    [InlineData("o => // the o of the basket\n o.A /* o */ + o.B", "row => row.A + row.B")]
    [InlineData("o => o.A + \" // o\" + o.B", "row => row.A + \" // o\" + row.B")]
    public void Statement_lambdas_lines_and_comments(string text, string canonical) => Assert.Equal(canonical, SelectorText.Canonical(text));

    [Theory]
    [InlineData("Selectors.Basket", "Selectors.Basket")]
    [InlineData(" Basket ", "Basket")]
    [InlineData("Cached(o => o.Basket)", "Cached(o => o.Basket)")]
    [InlineData("fast ? (o => o.A) : (o => o.B)", "fast ? (o => o.A) : (o => o.B)")]
    [InlineData("delegate (Order o) { return o.Tags.Any(t => t.A); }", "delegate (Order o) { return o.Tags.Any(t => t.A); }")]
    [InlineData("() => 1", "() => 1")]
    [InlineData("", "")]
    public void What_is_no_lambda_stays(string text, string canonical) => Assert.Equal(canonical, SelectorText.Canonical(text));

    [Fact]
    public void A_captured_variable_is_not_mistaken_for_the_parameter()
    {
        var captured = SelectorText.Canonical("x => x.A + row");
        Assert.Equal("row1 => row1.A + row", captured);
        Assert.Equal(captured, SelectorText.Canonical("y => y.A + row"));
        Assert.NotEqual(captured, SelectorText.Canonical("row => row.A + row"));
        Assert.Equal("row => row.row + row.A", SelectorText.Canonical("x => x.row + x.A"));
        Assert.Equal("row2 => row2.A + row + row1", SelectorText.Canonical("x => x.A + row + row1"));
    }

    [Fact]
    public void Unfinished_text_is_read_to_its_end()
    {
        foreach (var text in (string[])["o => \"", "o => '", "o => $\"{o", "o => $\"{o.A:", "o => /*", "o => \"\"\"", "(o", "static", "o =>", "o => \"\\", "o => @"])
            Assert.Equal(SelectorText.Canonical(text), SelectorText.Canonical(text + " "), ignoreAllWhiteSpace: true);
    }
}
