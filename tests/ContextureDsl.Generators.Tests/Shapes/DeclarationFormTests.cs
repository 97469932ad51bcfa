using ContextureDsl.Generators.Tests.Driver;
using Microsoft.CodeAnalysis.CSharp;

namespace ContextureDsl.Generators.Tests.Shapes;

/// <summary>Declarations in unusual places and of unusual make: each compiles without a warning and, where it can, runs compiled.</summary>
public sealed class DeclarationFormTests
{
    private const string Rows =
        """
        public sealed record Row(string Key, int Value, double Much, DateTimeOffset At)
        {
            public static List<Row> Some { get; } = [.. Enumerable.Range(0, 200).Select(i => new Row("k" + i * i % 13, i % 7, 1 + i % 3, DateTimeOffset.UnixEpoch.AddDays(i)))];
        }
        """;

    private const string Define = "{ protected override Context<string, int> Define(Events<Row> rows) => rows.Input(r => r.Key).Context(r => r.Value); }";

    private static string Run(string declaration) => $"public static class Sample {{ public static string Run() => Agreement.Of(new {declaration}(), options => new {declaration}().Learn(Row.Some, options)); }}";

    [Theory]
    [InlineData("class", "G", $"[Contexture] public sealed partial class G : Contexture<string, int>.From<Row> {Define}")]
    [InlineData("internal class", "G", $"[Contexture] internal partial class G : Contexture<string, int>.From<Row> {Define}")]
    [InlineData("nested three deep", "A.B.C.G", $"internal partial class A {{ internal partial struct B {{ internal partial record C {{ [Contexture] internal partial class G : Contexture<string, int>.From<Row> {Define} }} }} }}")]
    [InlineData("in an interface", "I.G", $"public partial interface I {{ [Contexture] public partial class G : Contexture<string, int>.From<Row> {Define} }}")]
    [InlineData("two parts, the attribute on the one without Define", "G", $"[Contexture] partial class G {{ }} public partial class G : Contexture<string, int>.From<Row> {Define}")]
    [InlineData("inherited Define", "G", $"public abstract class H : Contexture<string, int>.From<Row> {Define} [Contexture] public partial class G : H {{ }}")]
    [InlineData("generic around it", "A<string>.G", $"public partial class A<T> {{ [Contexture] public partial class G : Contexture<string, int>.From<Row> {Define} }}")]
    [InlineData("constraints and variance", "A<string, Row>.G", $"public partial class A<T, U> where T : class, IComparable<T> where U : notnull {{ [Contexture] public partial class G : Contexture<string, int>.From<Row> {Define} }}")]
    [InlineData("constructor", "G", $"[Contexture] public partial class G(int unused = 1) : Contexture<string, int>.From<Row> {{ public int Unused => unused; protected override Context<string, int> Define(Events<Row> rows) => rows.Input(r => r.Key).Context(r => r.Value); }}")]
    [InlineData("own names everywhere", "G", $"[Contexture] public partial class G : Contexture<string, int>.From<Row> {{ private sealed class System; private sealed class ContextureDsl; private sealed class Vector256; protected override Context<string, int> Define(Events<Row> rows) => rows.Input(r => r.Key).Context(r => r.Value); public static object Used => new object?[] {{ new System(), new ContextureDsl(), new Vector256() }}; }}")]
    public void ClassFormRunsCompiled(string place, string name, string declaration)
    {
        _ = place;
        Assert.Equal("", Generation.Of(Rows, declaration, Run(name)).Run());
    }

    [Theory]
    [InlineData("record", "public sealed partial record P([property: Input] string Key, [property: ContextVariable] int Value);")]
    [InlineData("record class", "public partial record class P([Input] string Key, [ContextVariable] int Value);")]
    [InlineData("record struct", "public readonly partial record struct P([Input] string Key, [ContextVariable] int Value);")]
    [InlineData("properties", "internal sealed partial class P(string key, int value) { [Input] public string Key { get; } = key; [ContextVariable] internal int Value { get; } = value; }")]
    [InlineData("struct", "public partial struct P(string key, int value) { [Input] public string Key { get; set; } = key; [ContextVariable] public int Value { get; set; } = value; }")]
    [InlineData("internal key", "public sealed partial record P([property: ContextVariable] int Value) { internal enum Hidden { A } public P(string key, int value) : this(value) => Key = ((Hidden)key[^1], 0); [Input] internal (Hidden, int) Key { get; } }")]
    [InlineData("private input", "public sealed partial record P([property: ContextVariable] int Value) { public P(string key, int value) : this(value) => Key = key; [Input] private string Key { get; } = \"\"; }")]
    public void RecordFormRunsCompiled(string make, string declaration)
    {
        _ = make;
        const string run =
            """
            public static class Sample
            {
                public static string Run()
                {
                    var rows = Row.Some.Select(row => new P(row.Key, row.Value)).ToArray();
                    return Agreement.Of(new P.Contexture(), options => P.Learn(rows, options));
                }
            }
            """;
        Assert.Equal("", Generation.Of(Rows, "[Contexture] " + declaration, run).Run());
    }

    [Fact]
    public void GenericRecordRunsCompiled() => Assert.Equal("", Generation.Of(
        Rows,
        "public static partial class Of<T> where T : notnull { [Contexture] public sealed partial record P<U>([property: Input] T Key, [property: ContextVariable] U Value) where U : struct; }",
        "public static class Sample { public static string Run() { var rows = Row.Some.Select(row => new Of<string>.P<int>(row.Key, row.Value)).ToArray(); return Agreement.Of(new Of<string>.P<int>.Contexture(), options => Of<string>.P<int>.Learn(rows, options)); } }").Run());

    [Fact]
    public void FluentFormOfARecordIsTheTreeOfItsClass() => Assert.Equal("", Generation.Of(
        Rows,
        "[Contexture] public sealed partial record P([property: Input] string Key, [property: ContextVariable] int Value, [property: Weight] float Much, [property: Time(HalfLifeDays = 2.5)] DateTimeOffset At);",
        "public sealed class Q : Contexture<string, int>.From<P> { protected override Context<string, int> Define(Events<P> other) => other.Input(p => p.Key).Context(p => p.Value).Time(p => p.At, TimeSpan.FromDays(2.5)).Weight(p => p.Much); }",
        "public static class Sample { public static string Run() => new P.Contexture().Definition.ToString().Replace(\"(double)\", \"\") == new Q().Definition.ToString() ? \"\" : new P.Contexture().Definition + \"\\n\" + new Q().Definition; }").Run());

    [Fact]
    public void LearnAsyncRunsCompiled() => Assert.Equal("", Generation.Of(
        Rows,
        $"[Contexture] public sealed partial class G : Contexture<string, int>.From<Row> {Define}",
        """
        public static class Sample
        {
            public static string Run() => Agreement.Of(new G(), options => new G().LearnAsync(rows: Stream(), options).GetAwaiter().GetResult());

            private static async IAsyncEnumerable<Row> Stream()
            {
                foreach (var row in Row.Some)
                {
                    await System.Threading.Tasks.Task.Yield();
                    yield return row;
                }
            }
        }
        """).Run());

    [Fact]
    public void OwnLearnAndOwnNamesAreKept() => Assert.Equal("", Generation.Of(
        Rows,
        """
        [Contexture]
        public sealed partial class G : Contexture<string, int>.From<Row>
        {
            public static int Calls { get; private set; }

            public int GPlan => 1;

            public override Learned<string, int> Learn(IEnumerable<Row> mine, LearnOptions? options = null, IProgress<LearnProgress>? progress = null, System.Threading.CancellationToken cancellationToken = default)
            {
                Calls++;
                return base.Learn(mine, options, progress, cancellationToken);
            }

            protected override Context<string, int> Define(Events<Row> rows) => rows.Input(r => r.Key).Context(r => r.Value);
        }

        public static class Sample
        {
            public static string Run() => Agreement.Of(new G(), options => new G().Learn(mine: Row.Some, options)) + (G.Calls == 2 ? "" : "its own Learn was not called");
        }
        """).Run());

    [Fact]
    public void PartsMayBeCalledLikeAnythingInTheEmittedCode() => Assert.Equal("", Generation.Of(
        Rows,
        """
        [Contexture]
        public sealed partial class G : Contexture<string>.From<Row, Row>
        {
            protected override Context<string> Define(Events<Row> scope, Events<Row> Scope)
            {
                var create = scope.Input(r => r.Key).Context(r => r.Value);
                var x = Scope.Input(r => r.Key).Context(r => r.Much);
                var sum = scope.Input(r => r.Key).Context(r => r.At);
                var inputs = Scope.Input(r => r.Key).Context(r => r.Value % 2);
                return Mix.Convex(create, x, sum, inputs, scope.Input(r => r.Key).Context(r => r.Value > 2).Named("first"), scope.Input(r => r.Key).Context(r => r.Value % 3).Named("row"), scope.Input(r => r.Key).Context(r => r.Value % 4).Named("class"));
            }
        }
        """,
        "public static class Sample { public static string Run() => Agreement.Of(new G(), options => new G().Learn(Row.Some, Row.Some, options)); }").Run());

    [Theory]
    [InlineData("array", "list")]
    [InlineData("and", "or")]
    [InlineData("not", "when")]
    [InlineData("var", "record")]
    public void PartsMayBeCalledLikeLocalsAndPatternsOfTheEmittedCode(string first, string second) => Assert.Equal("", Generation.Of(
        Rows,
        $$"""
        [Contexture]
        public sealed partial class G : Contexture<string>.From<Row>
        {
            protected override Context<string> Define(Events<Row> rows) =>
                Mix.Convex(rows.Input(r => r.Key).Context(r => r.Value).Named("{{first}}"), rows.Input(r => r.Key).Context(r => r.Much).Named("{{second}}"));
        }
        """,
        Run("G")).Run());

    [Theory]
    [InlineData("(int, int)", "(r.Value, r.Key.Length)")]
    [InlineData("(int A, int B)", "(r.Value, r.Key.Length)")]
    [InlineData("(string? Key, int Value)", "(r.Key, r.Value)")]
    [InlineData("(string Key, int Value)", "((string?)r.Key, r.Value)")]
    [InlineData("(string, int)", "(Own(r.Key), r.Value)")]
    public void TheHeaderNamesTheInput(string header, string selected) => Assert.Equal("", Generation.Of(
        Rows,
        $$"""
        #pragma warning disable CS8619, CS8620 // Differences of annotations are what is tested.
        [Contexture(Rank = 2)]
        public sealed partial class G(int days = 1) : Contexture<{{header}}, int>.From<Row>
        {
            protected override Context<{{header}}, int> Define(Events<Row> rows) => rows.Input(r => {{selected}}).Context(r => r.Value % 3 + days);
            private string Own(string key) => key + days;
        }
        """,
        Run("G").Replace("options))", "options with { RarePairs = RarePairs.Keep }))")).Run());

    [Fact]
    public void OverloadsOfLearnStandBesideTheEmittedOne() => Assert.Equal("", Generation.Of(
        Rows,
        "[Contexture] public sealed partial record P([property: Input] string Key, [property: ContextVariable] int Value) { public static int Learn(string path) => path.Length; }",
        """
        public static class Sample
        {
            public static string Run()
            {
                var rows = Row.Some.Select(row => new P(row.Key, row.Value)).ToArray();
                return P.Learn("four") == 4 ? Agreement.Of(new P.Contexture(), options => P.Learn(rows, options)) : "another Learn";
            }
        }
        """).Run());

    [Fact]
    public void AnInheritedPlanIsNotUsedWhereTheSameTextMeansSomethingElse() => Assert.Equal("True False", Generation.Of(
        Rows,
        """
        [Contexture]
        public partial class G : Contexture<string, int>.From<Row>
        {
            private static int Key(Row row) => row.Value % 2;
            protected override Context<string, int> Define(Events<Row> rows) => rows.Input(r => r.Key).Context(r => Key(r));
        }

        public sealed class H : G
        {
            private static int Key(Row row) => row.Value % 4;
            protected override Context<string, int> Define(Events<Row> rows) => rows.Input(r => r.Key).Context(r => Key(r));
        }

        public static class Sample
        {
            public static string Run() => $"{new G().Compilation.Whole} {new H().Compilation.Whole}";
        }
        """).Run());

    [Fact]
    public void DerivedRecordHasAClassOfItsOwn() => Assert.Equal("", Generation.Of(
        Rows,
        "[Contexture] public partial record P([property: Input] string Key, [property: ContextVariable] int Value);",
        "[Contexture] public sealed partial record Q(string Key, int Value, int More) : P(Key, Value);",
        "public static class Sample { public static string Run() { var rows = Row.Some.Select(row => new Q(row.Key, row.Value, 0)).ToArray(); return Agreement.Of(new Q.Contexture(), options => Q.Learn(rows, options)); } }").Run());

    [Fact]
    public void ObsoleteMembersWarnInTheDeclarationOnly()
    {
        var generation = Generation.Of(
            "#pragma warning disable CS0612, CS0618\npublic sealed record Row([property: Obsolete] string Key, [property: Obsolete(\"old\")] int Value); [Contexture] public sealed partial class G : Contexture<string, int>.From<Row> " + Define);
        Assert.Single(generation.Files);
        Assert.Empty(generation.Diagnostics);
    }

    [Fact]
    public void NullKeysAreRefusedWithTheRow() => Assert.Equal("Row 200: r => r.Key", Generation.Of(
        Rows,
        $"[Contexture] public sealed partial class G : Contexture<string, int>.From<Row> {Define}",
        """
        public static class Sample
        {
            public static string Run()
            {
                try
                {
                    new G().Learn(Row.Some.Append(new(null!, 1, 1, default)));
                    return "counted";
                }
                catch (NullKeyException e)
                {
                    return e.Message.Contains("200") && e.Message.Contains("r => r.Key") ? "Row 200: r => r.Key" : e.Message;
                }
            }
        }
        """).Run());

    [Theory]
    [InlineData("not partial", "[Contexture] public class G : Contexture<string, int>.From<Row> " + Define)]
    [InlineData("parent not partial", "public class A { [Contexture] public partial class G : Contexture<string, int>.From<Row> " + Define + " }")]
    [InlineData("file-local", "[Contexture] file partial class G : Contexture<string, int>.From<Row> " + Define)]
    [InlineData("no declaration at all", "[Contexture] public partial class G { }")]
    [InlineData("nothing readable", "[Contexture] public partial class G : Contexture<string, int>.From<Row> { protected override Context<string, int> Define(Events<Row> rows) => throw new Exception(); }")]
    [InlineData("half typed", "[Contexture] public partial class G : Contexture<string, int>.From<Row> { protected override Context<string, int> Define(Events<Row> rows) => rows.Input(r => r.")]
    [InlineData("attribute twice", "[Contexture] public partial class G { } [Contexture] public partial class G : Contexture<string, int>.From<Row> { }")]
    public void WhatCannotBeExtendedIsLeftAlone(string why, string declaration)
    {
        _ = why;
        var generation = Generation.Of(Rows, declaration);
        Assert.Null(generation.Result.Exception);
        Assert.Empty(generation.Files);
        Assert.Empty(generation.Result.Diagnostics);
    }

    [Fact]
    public void HalfTypedDeclarationsNeverThrow()
    {
        foreach (var source in Samples.All.Values)
        {
            var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().ToList();
            for (var i = 0; i < tokens.Count; i += 7)
            {
                var generation = Generation.Of(source.Remove(tokens[i].SpanStart, tokens[i].Span.Length));
                Assert.True(generation.Result.Exception is null, $"Without '{tokens[i]}' at {tokens[i].SpanStart}: {generation.Result.Exception}");
            }
        }
    }
}
