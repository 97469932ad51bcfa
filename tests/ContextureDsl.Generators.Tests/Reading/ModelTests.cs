using System.Collections;
using System.Reflection;
using ContextureDsl.Compiler.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContextureDsl.Generators.Tests.Reading;

/// <summary>A model is text: equal when the source says the same, and nothing of a compilation stays alive through it.</summary>
public class ModelTests
{
    private const string Source = """
        namespace Shop;
        public static partial class @static<T>
        {
            [Contexture(Rank = 16)]
            public sealed partial class Sample(int days) : Contexture<string>.From<Order, Product>
            {
                protected override Definition<string> Define(Events<Order> orders, Events<Product> @catalogue)
                {
                    var together = orders.Where(o => o.Online).Input(o => o.Product).Context(o => o.Basket).Weight(o => o.Quantity / days).Time(o => o.At);
                    var genre = catalogue.InputMany(p => new[] { p.Sku }).Context(p => (p.Genre, new StoreHour(1, 2))).Named("by genre");
                    return Mix.Convex((0.7, together), (0.2, genre), (0.1, orders.Input(o => o.Product).Context(o => o.At.Hour)));
                }
            }
        }
        """;

    [Fact]
    public void Two_readings_of_the_same_source_are_equal_and_not_the_same()
    {
        var (one, other) = (Read(Source), Read(Source.Replace("return Mix", "// a comment\n            return Mix", StringComparison.Ordinal)));

        Assert.NotSame(one, other);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Theory]
    [InlineData("Rank = 16", "Rank = 17")]
    [InlineData("o.Basket", "o.Customer")]
    [InlineData("/ days", "* days")]
    [InlineData("0.7", "0.8")]
    [InlineData(".Where(o => o.Online)", "")]
    public void A_change_that_matters_gives_another_model(string before, string after) =>
        Assert.NotEqual(Read(Source), Read(Source.Replace(before, after, StringComparison.Ordinal)));

    [Fact]
    public void The_model_says_everything_in_text()
    {
        var model = Read(Source);

        Assert.Equal("Shop", model.Namespace);
        Assert.Equal(["class @static<T> static`1", "class Sample Sample"], model.Containers.Select(container => $"{container.Keyword} {container.Name} {container.MetadataName}"));
        Assert.Equal(["orders: global::Shop.Order", "catalogue: global::Shop.Product"], model.Sources.Select(source => $"{source.Name}: {source.Row.Code}"));
        Assert.Equal(["Together", "ByGenre", "Hour"], model.Parts.Select(part => part.Name));
        Assert.Equal(["0.7", "0.2", "0.1"], ((ConvexModel)model.Tree!).Parts.Select(part => part.WeightText));
        Assert.Equal(16, model.Rank);
        Assert.Null(model.Variable);
        Assert.Equal("captures days", model.Parts[0].Weight!.Delegated);
    }

    [Fact]
    public void A_model_holds_no_symbol_syntax_or_location() => Assert.Null(FirstOfCompilation(Read(Source), []));

    [Fact]
    public void The_walk_over_a_model_finds_a_symbol_where_there_is_one()
    {
        var declarations = DeclarationSource.Of(Source);

        Assert.NotNull(FirstOfCompilation(new { Deep = new[] { (1, (object)declarations.Type("Shop.Order")) } }, []));
        Assert.NotNull(FirstOfCompilation(new List<object> { declarations.Compilation.SyntaxTrees[0].GetRoot().GetLocation() }, []));
    }

    /// <summary>Deletes every token in turn: half-typed code may have no model, but the reader never throws.</summary>
    [Fact]
    public void Half_typed_code_is_read_without_an_exception()
    {
        var whole = DeclarationSource.Of(Source).Compilation;
        var tree = whole.SyntaxTrees[1];
        foreach (var token in tree.GetRoot().DescendantTokens())
            foreach (var source in new[] { Source.Remove(token.SpanStart, token.Span.Length), Source[..token.SpanStart] })
            {
                var half = tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(source));
                var compilation = whole.ReplaceSyntaxTree(tree, half);
                foreach (var type in half.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>())
                    if (compilation.GetSemanticModel(half).GetDeclaredSymbol(type) is INamedTypeSymbol symbol)
                        _ = Compiler.Reading.DeclarationReader.Read(symbol, compilation, CancellationToken.None);
            }
    }

    [Fact]
    public void A_local_that_is_defined_by_itself_ends()
    {
        var reading = DeclarationSource.Of("""
            namespace Shop;
            public partial class Sample : Contexture<string>.From<Order>
            {
                protected override Definition<string> Define(Events<Order> orders) { Context<string> a = Mix.Convex(a, b); Context<string> b = a.Named("x"); return a; }
            }
            """).Read("Shop.Sample");

        Assert.Null(reading.Model!.Tree);
    }

    private static DeclarationModel Read(string source) => DeclarationSource.Of(source).Read("Shop.static`1+Sample").Model!;

    private static object? FirstOfCompilation(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value)) return null;
        if (value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Location or SemanticModel or Microsoft.CodeAnalysis.Compilation or IOperation or AttributeData) return value;
        if (value is IEnumerable items)
            foreach (var item in items)
                if (FirstOfCompilation(item, seen) is { } found) return found;
        for (var type = value.GetType(); type is not null; type = type.BaseType)
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                if (FirstOfCompilation(field.GetValue(value), seen) is { } found) return found;
        return null;
    }
}
