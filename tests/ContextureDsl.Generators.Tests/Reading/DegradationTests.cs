using ContextureDsl.Compiler.Findings;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Tests.Reading;

/// <summary>What cannot be read as a whole is read part by part, and the finding names the expression.</summary>
public class DegradationTests
{
    private const string One = "orders.Input(o => o.Product).Context(o => o.Basket)";
    private const string Two = "orders.Input(o => o.Product).Context(o => o.Customer)";

    public static TheoryData<string, int, FindingCode, string> Bodies() => new()
    {
        { $"if (flag) return {One}; return Mix.Convex({One}, {Two});", 2, FindingCode.NotRead, "`if (flag)` is decided when the object is made" },
        { $"var now = {One}; if (!flag) return now; return Mix.Convex((0.8, now), (0.2, {Two}));", 2, FindingCode.NotRead, "`if (!flag)`" },
        { $"return flag ? {One} : {Two};", 2, FindingCode.NotRead, "`flag ? … : …`" },
        { $"switch (Environment.ProcessorCount) {{ case 1: return {One}; default: return {Two}; }}", 2, FindingCode.NotRead, "`switch (Environment.ProcessorCount)`" },
        { $"return Environment.ProcessorCount switch {{ 1 => {One}, _ => {Two} }};", 2, FindingCode.NotRead, "is not a step of a declaration" },
        { $"var all = new List<Context<string>>(); foreach (var x in new[] {{ 1, 2 }}) all.Add({One}); return Mix.Convex(all.ToArray());", 1, FindingCode.NotRead, "the parts are built in a loop" },
        { $"Context<string> c = {One}; c = Mix.Convex(c, {Two}); return c;", 2, FindingCode.NotRead, "the local `c` is assigned more than once" },
        { $"try {{ return {One}; }} finally {{ }}", 1, FindingCode.NotRead, "is not a statement that is read" },
        { $"Context<string>[] parts = [{One}, {Two}]; return Mix.Convex(parts);", 2, FindingCode.NotRead, "collected when the program runs" },
        { $"return Mix.Convex<string>([.. new Context<string>[] {{ {One} }}, {Two}]);", 2, FindingCode.NotRead, "collected when the program runs" },
        { $"return Mix.Convex({One}, orders.Input(o => o.Product).Context(held));", 1, FindingCode.NotFollowed, "the code of `held` is not in view" },
        { "return orders.Input(o => o.Product).Context(field);", 0, FindingCode.NotFollowed, "the code of `field` is not in view" },
        { $"return Mix.Convex({One}, Endless(orders));", 1, FindingCode.NotFollowed, "`Endless(orders)` calls itself" },
        { $"return Mix.Convex({One}, Virtual(orders));", 1, FindingCode.NotFollowed, "may run another method" },
        { $"return Mix.Convex({One}, other.Over(orders));", 1, FindingCode.NotFollowed, "may run another method" },
        { $"orders = orders.Where(o => o.Online); return {One};", 0, FindingCode.NotRead, "what `orders` stands for is decided" },
        { $"return Mix.Convex({One}, orders.Input(o => o.Product).Context(o => new {{ o.Store, o.Hour }}));", 1, FindingCode.NotRead, "cannot be named in generated code" },
        { $"return Mix.Convex({One}, orders.Input(o => o.Product).Context(o => o.MaybeStore));", 1, FindingCode.NotRead, "`o => o.MaybeStore` may be null, and no key is" },
        { "return Mix.Convex(A.Pairs(orders), B.Pairs(orders));", 0, FindingCode.NotRead, "is written the same in two parts but means different things" },
        { $"return {One}.Weight(o => o.Quantity / days);", 1, FindingCode.Captures, "days" },
        { $"var one = {One}; return Mix.Convex((days, one), (1, {Two}), (1, one));", 2, FindingCode.NotRead, "which of its parts are the same or have the weight zero" },
        { "var edges = orders.Neighbours(o => o.Product, o => o.Note!); return Mix.Average(edges.Steps(days), edges.Steps(2 * days));", 1, FindingCode.NotRead, "which of its parts are the same" },
        { $"Context<string>[] parts = [{One}]; return Mix.Concatenate<string>(parts);", 1, FindingCode.NotRead, "collected when the program runs" },
        { $"return Mix.Convolve({One}, then: flag ? {Two} : {One});", 2, FindingCode.NotRead, "`flag ? … : …`" },
        { $"return Branch(orders);", 2, FindingCode.NotRead, "`if (DateTime.Now.Hour > 3)`" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void The_parts_are_read_and_the_expression_is_named(string body, int parts, FindingCode code, string words)
    {
        var declarations = DeclarationSource.Of($$"""
            #pragma warning disable
            namespace Shop;
            public static class A { public static Guid Key(Order o) => o.Basket; public static Context<string> Pairs(Events<Order> rows) => rows.Input(r => r.Product).Context(r => Key(r)); }
            public static class B { public static Guid Key(Order o) => o.Customer; public static Context<string> Pairs(Events<Order> rows) => rows.Input(r => r.Product).Context(r => Key(r)); }
            public abstract class Plain : Contexture<string, Guid>.From<Order>;
            public partial class Sample(bool flag, Plain other) : Contexture<string>.From<Order>
            {
                private static readonly Func<Order, Guid> field = o => o.Basket;
                private static Context<string> Endless(Events<Order> orders) => Endless(orders);
                private static Context<string> Branch(Events<Order> orders) { if (DateTime.Now.Hour > 3) return {{One}}; return {{Two}}; }
                protected virtual Context<string> Virtual(Events<Order> orders) => {{Two}};
                protected override Definition<string> Define(Events<Order> orders)
                {
                    Func<Order, Guid> held = o => o.Basket;
                    var days = Environment.ProcessorCount;
                    {{body}}
                }
            }
            """);
        Assert.DoesNotContain(declarations.Compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        var reading = declarations.Read("Shop.Sample");

        Assert.Contains(reading.Findings, finding => finding.Code == code && finding.Arguments.Any(argument => argument.Contains(words, StringComparison.Ordinal)));
        Assert.Equal(parts, reading.Model!.Parts.Count);
        Assert.Equal(code == FindingCode.Captures, reading.Model.Tree is not null);
        Assert.Equal(reading.Model.Tree is null, reading.Model.Shape.Length == 0);
        // A part of a tree that is not known may come from code that was not read, where the same text means something else.
        if (reading.Model.Tree is null) Assert.All(reading.Model.Parts, part => Assert.True(part is KindModel { First.Inlined: null } or ObservedModel { Input.Inlined: null, Variable.Inlined: null }, part.Shape));
    }

    [Theory]
    [InlineData("public class Sample : Contexture<string, Guid>.From<Order> { BODY }", "Shop.Sample", FindingCode.NotPartial)]
    [InlineData("public class Outer { public partial class Sample : Contexture<string, Guid>.From<Order> { BODY } }", "Shop.Outer+Sample", FindingCode.NotPartial)]
    [InlineData("public partial class Sample;", "Shop.Sample", FindingCode.AmbiguousForm)]
    [InlineData("public partial class Sample : Contexture<string, Guid>.From<Order> { BODY [Input] public int X { get; } }", "Shop.Sample", FindingCode.AmbiguousForm)]
    [InlineData("public partial record Sample([Input] string X);", "Shop.Sample", FindingCode.AmbiguousForm)]
    [InlineData("public partial record Sample([ContextVariable] string A);", "Shop.Sample", FindingCode.AmbiguousForm)]
    [InlineData("public partial record Sample([Input] string X, [ContextVariable] string A, [property: ContextVariable] int B);", "Shop.Sample", FindingCode.AmbiguousForm)]
    [InlineData("public partial record Sample([Input] string X, [ContextVariable] string A, [Weight] string W);", "Shop.Sample", FindingCode.AmbiguousForm)]
    [InlineData("public partial record Sample([Input] string X, [ContextVariable] string A, [Time] DateTime T);", "Shop.Sample", FindingCode.AmbiguousForm)]
    [InlineData("public partial record Sample([Input] string X, [ContextVariable] int? A);", "Shop.Sample", FindingCode.AmbiguousForm)]
    [InlineData("public partial record Sample([Input] string X, [ContextVariable] string A) { public int Contexture => 1; }", "Shop.Sample", FindingCode.AmbiguousForm)]
    [InlineData("public record Sample([Input] string X, [ContextVariable] string A);", "Shop.Sample", FindingCode.NotPartial)]
    public void What_no_code_can_be_written_for_has_no_model(string source, string type, FindingCode code)
    {
        const string body = "protected override Context<string, Guid> Define(Events<Order> orders) => " + One + ";";
        var reading = DeclarationSource.Of("namespace Shop { " + source.Replace("BODY", body, StringComparison.Ordinal) + " }").Read(type);

        Assert.Null(reading.Model);
        Assert.Contains(reading.Findings, finding => finding.Code == code);
    }

    [Fact]
    public void A_file_local_declaration_and_an_old_language_have_no_model()
    {
        var declarations = DeclarationSource.Of("namespace Shop { file partial class Sample : Contexture<string, Guid>.From<Order> { protected override Context<string, Guid> Define(Events<Order> orders) => " + One + "; } }");
        var type = declarations.Compilation.SyntaxTrees[1].GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax>().Single();
        var symbol = (Microsoft.CodeAnalysis.INamedTypeSymbol)Microsoft.CodeAnalysis.CSharp.CSharpExtensions.GetDeclaredSymbol(declarations.Compilation.GetSemanticModel(type.SyntaxTree), type)!;
        var reading = Compiler.Reading.DeclarationReader.Read(symbol, declarations.Compilation, CancellationToken.None);
        Assert.Null(reading.Model);
        Assert.Contains(reading.Findings, finding => finding.Code == FindingCode.UnsupportedContainer);

        var old = DeclarationSource.Of(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp10, false, "namespace Shop { public partial record Sample([property: Input] string X, [property: ContextVariable] string A); }").Read("Shop.Sample");
        Assert.Null(old.Model);
        Assert.Contains(old.Findings, finding => finding.Code == FindingCode.LanguageVersion);
    }
}
