using ContextureDsl.Generators.Emitting;
using ContextureDsl.Generators.Planning;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContextureDsl.Generators.Tests.Shapes;

/// <summary>The small parts that every emitted line goes through.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("\"quoted\" and \\ slashed")]
    [InlineData("two\r\nlines\u2028and\u0085more\0")]
    [InlineData("\ud83d\ude00")]
    public void LiteralsMeanTheText(string text) =>
        Assert.Equal(text, ((LiteralExpressionSyntax)SyntaxFactory.ParseExpression(CSharpLiteral.Of(text))).Token.ValueText);

    [Theory]
    [InlineData("o => o.Basket", "o => o.Basket")]
    [InlineData("o =>\r\n    // first\r\n    o.Basket", "o => // first o.Basket")]
    [InlineData("a\u2028b\u2029c\u0085d\0e\tf", "a b c d e f")]
    [InlineData("whole \ud83d\ude00", "whole \ud83d\ude00")]
    public void CommentsStayOnTheirLine(string text, string expected) => Assert.Equal(expected, CSharpLiteral.Comment(text));

    [Fact]
    public void HalfACharacterIsNoObstacle()
    {
        // Not a theory: test data is stored as UTF-8, which has no such thing.
        var half = "half " + '\ud83d';
        Assert.Equal("half ?", CSharpLiteral.Comment(half));
        LiteralsMeanTheText(half);
    }

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("S0<A>", "\"S0<A>\"")]
    [InlineData("S0<\u0001T\u0001>", "\"S0<\" + global::ContextureDsl.Tree.TypeText.Of<T>() + \">\"")]
    [InlineData("\u0001T\u0001\u0001U\u0001", "global::ContextureDsl.Tree.TypeText.Of<T>() + global::ContextureDsl.Tree.TypeText.Of<U>()")]
    public void ShapesNameTypeParametersAtRunTime(string shape, string expected) => Assert.Equal(expected, Code.Shape(shape));

    [Fact]
    public void NamesAreGivenOutOnce()
    {
        var names = new NameTable("rows");
        Assert.Equal(["Keys", "Keys2", "Keys3", "rows2"], [names.Take("Keys"), names.Take("Keys"), names.Take("Keys"), names.Take("rows")]);
        Assert.Equal("@class", new NameTable().TakeLocal("Class"));
        Assert.Equal("Basket", NameTable.Pascal("@basket"));
    }

    [Fact]
    public void WriterIndentsWithoutTrailingSpace()
    {
        var writer = new SourceWriter();
        using (writer.Block("a")) writer.Write("b\r\n\r\nc").Deeper("d").Blank();
        Assert.Equal("a\n{\n    b\n\n    c\n        d\n\n}\n", writer.ToString());
    }
}
