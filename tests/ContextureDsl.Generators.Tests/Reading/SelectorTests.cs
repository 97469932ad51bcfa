using System.Reflection;
using ContextureDsl.Compiler.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace ContextureDsl.Generators.Tests.Reading;

/// <summary>Bodies of selectors are moved into emitted code as text that means the same there, or not at all.</summary>
public class SelectorTests
{
    private const string Members = """
        public const int Window = 7;
        private static readonly string Prefix = "p";
        private static int Rank(Order o, int by = 2) => o.Store * by;
        private static T Same<T>(T value) => value;
        private static int Sum(params int[] values) => values.Sum();
        private static int SumOf(params ReadOnlySpan<int> values) => values.Length;
        private static string Who([System.Runtime.CompilerServices.CallerMemberName] string who = "") => who;
        private static int Twice(Order o) => 2;
        private static string Twice(object o) => "";
        private string instance = "i";
        private int Instance(Order o) => o.Store;
        private static readonly Func<Order, int> Held = o => o.Store;
        protected sealed class Hidden { public static int Depth => 3; }
        private enum Side { Left = -1, Right = 1 }
        """;

    /// <summary>A lambda with what is printed for it.</summary>
    public static TheoryData<string, string> Moved() => new()
    {
        { "o => o.Product", "row.Product" },
        { "o => o.Product.Length", "row.Product.Length" },
        { "(Order o) => o.Product!.Trim()", "row.Product.Trim()" },
        { "static o => o", "row" },
        { "o => { return o.Store; }", "row.Store" },
        { "o => o.Store * 2 + o.Hour % Window", "(row.Store * 2) + (row.Hour % global::Shop.Sample.Window)" },
        { "o => (o.Store + o.Hour) * 2", "(row.Store + row.Hour) * 2" },
        { "o => o.Quantity * MathF.Exp(-o.Hour / 30)", "row.Quantity * global::System.MathF.Exp((-row.Hour) / 30)" },
        { "o => o.Quantity * 2.5e-1 - 1_000", "(row.Quantity * 2.5e-1) - 1_000" },
        { "o => checked(o.Store * o.Hour)", "checked(row.Store * row.Hour)" },
        { "o => (byte)o.Hour", "(byte)row.Hour" },
        { "o => unchecked((byte)(o.Store + 300))", "(byte)(row.Store + 300)" },
        { "o => (long)-o.Store", "(long)(-row.Store)" },
        { "o => ~o.Store ^ (o.Hour << 2) & 5 | o.Hour >>> 1", "((~row.Store) ^ ((row.Hour << 2) & 5)) | (row.Hour >>> 1)" },
        { "o => o.Online && !(o.Store > 3) || o.Hour <= 4", "(row.Online && (!(row.Store > 3))) || (row.Hour <= 4)" },
        { "o => o.Online ? \"web\" : o.Product", "row.Online ? \"web\" : row.Product" },
        { "o => o.Note ?? \"none\"", "row.Note ?? \"none\"" },
        { "o => (o.Note?.Trim().Length).GetValueOrDefault()", "(row.Note?.Trim().Length).GetValueOrDefault()" },
        { "o => (o.Note?.Trim() ?? \"\").Length", "((row.Note?.Trim()) ?? \"\").Length" },
        { "o => (o.Store, Name: o.Product)", "(row.Store, row.Product)" },
        { "o => ((o.Store < o.Hour), o.Store > (o.Hour))", "((row.Store < row.Hour), (row.Store > row.Hour))" },
        { "o => new StoreHour(o.Store, o.Hour)", "new global::Shop.StoreHour(row.Store, row.Hour)" },
        { "o => new StoreHour { Hour = o.Hour }", "new global::Shop.StoreHour() { Hour = row.Hour }" },
        { "o => Rank(o)", "global::Shop.Sample.Rank(row)" },
        { "o => Rank(by: o.Hour, o: o)", "global::Shop.Sample.Rank(@by: row.Hour, o: row)" },
        { "Rank2", "global::Shop.Sample.Rank2(row)" },
        { "o => Same(o.Store)", "global::Shop.Sample.Same<int>(row.Store)" },
        { "o => Sum(o.Store, o.Hour, 3)", "global::Shop.Sample.Sum(row.Store, row.Hour, 3)" },
        { "o => Sum()", "global::Shop.Sample.Sum()" },
        { "o => SumOf(o.Store, 1)", "global::Shop.Sample.SumOf(row.Store, 1)" },
        { "o => o.Product.Shout()", "global::Shop.Texts.Shout(row.Product)" },
        { "o => o.Tags[0]", "row.Tags[0]" },
        { "o => o.Words[o.Hour - o.Hour]", "row.Words[row.Hour - row.Hour]" },
        { "o => o.Product.Split(' ', StringSplitOptions.None).Length", "row.Product.Split(' ', global::System.StringSplitOptions.None).Length" },
        { "o => Genre.Crime", "global::Shop.Genre.Crime" },
        { "o => (int)Side.Left", "(-1)" },
        { "o => Hidden.Depth", "global::Shop.Sample.Hidden.Depth" },
        { "o => nameof(o.Product)", "\"Product\"" },
        { "o => \"a\\n\\\"b\\\"\" + o.Product", "\"a\\n\\\"b\\\"\" + row.Product" },
        { "o => \"\"\"raw \"quoted\" \"\"\"", "\"raw \\\"quoted\\\" \"" },
        { "o => $\"{{{o.Product}}}: {o.Store}\"", "$\"{{{(row.Product)}}}: {(row.Store)}\"" },
        { "o => Held(o)", "global::Shop.Sample.Held.Invoke(row)" },
        { "o => Prefix + 'c'", "global::Shop.Sample.Prefix + 'c'" },
        { "o => o.Note is null", "row.Note is null" },
        { "o => o.Note is not null", "row.Note is not null" },
        { "o => o.Note is string", "row.Note is string" },
        { "o => default(Guid)", "default(global::System.Guid)" },
        { "o => typeof(Order).Name", "typeof(global::Shop.Order).Name" },
        { "o => double.NaN > o.Quantity ? 1d : -2.0", "(double.NaN > row.Quantity) ? 1d : (-2d)" },
        { "o => (double)o.Price", "(double)row.Price" },
        { "o => o.At.UtcDateTime.Date", "row.At.UtcDateTime.Date" },
        { "o => local", "5" },
        { "o => unchecked((int)0x811C9DC5 * o.Store)", "(-2128831035) * row.Store" },
        { "o => o.Store + unchecked(int.MaxValue + 1)", "row.Store + int.MinValue" },
        { "o => o.Store + (byte)7", "row.Store + ((byte)7)" },
        { "o => checked((byte)o.MaybeStore)", "checked((byte)row.MaybeStore)" },
        { "o => checked((Genre)o.Codes.Count())", "checked((global::Shop.Genre)global::System.Linq.Enumerable.Count<int>(row.Codes))" },
        { "o => checked(new Money(o.Hour) + new Money(1)).Sum", "(checked(new global::Shop.Money(row.Hour) + new global::Shop.Money(1))).Sum" },
        { "o => (new Money(o.Hour) + new Money(1)).Sum", "(new global::Shop.Money(row.Hour) + new global::Shop.Money(1)).Sum" },
        { "o => \"a\" + \"b\"", "\"ab\"" },
        { "o => new[] { o.Store, o.Hour * 2L }", "new long[] { row.Store, row.Hour * 2L }" },
        { "o => (double[])[o.Store, o.Quantity, (o.Hour < 3) ? 1 : 0]", "(double[])(new double[] { row.Store, row.Quantity, (row.Hour < 3) ? 1 : 0 })" },
        { "o => (string[])[]", "(string[])(new string[0])" },
    };

    /// <summary>A lambda with why it stays a delegate call.</summary>
    public static TheoryData<string, string> Kept() => new()
    {
        { "o => o.Store / days", "captures days" },
        { "o => o.Store / days + instance.Length + Instance(o)", "captures days, instance, Instance" },
        { "o => ratio * o.Store", "captures ratio" },
        { "o => o.Tags.First(t => t.Length > 0)", "`t => t.Length > 0` is not moved into the loop" },
        { "o => { var s = o.Store; return s; }", "has statements" },
        { "o => Who()", "`Who()` is not moved into the loop" },
        { "o => o.Store switch { 1 => 2, _ => 3 }", "`o.Store switch { 1 => 2, _ => 3 }` is not moved into the loop" },
        { "o => o.Note is { Length: 3 }", "`{ Length: 3 }` is not moved into the loop" },
        { "o => $\"{o.Store:D3}\"", "`{o.Store:D3}` is not moved into the loop" },
        { "o => (int[])[.. o.Codes, 1]", "`[.. o.Codes, 1]` is not moved into the loop" },
        { "Instance", "captures Instance" },
        { "Twice", "is Twice, which Sample has several of" },
        { "o => o.Store.Loud()", "calls Loud, which Texts has several of" },
        { "Local", "is the method Local, called through its delegate" },
        { "o => Other.Secret(o)", "calls Secret, which is out of reach here" },
    };

    [Theory]
    [MemberData(nameof(Moved))]
    public void What_is_moved_gives_the_value_of_the_lambda(string lambda, string inlined)
    {
        foreach (var checkOverflow in new[] { false, true })
        {
            var source = Source(lambda);
            var selector = Selector(DeclarationSource.Of(LanguageVersion.CSharp14, checkOverflow, source));
            Assert.Null(selector.Delegated);
            if (!checkOverflow) Assert.Equal(inlined, selector.Inlined);

            var emitted = $"#nullable enable annotations\nnamespace Shop {{ partial class Sample {{ public static object? Moved(global::Shop.Order row) => {selector.Inlined}; }} }}";
            var sample = DeclarationSource.Of(LanguageVersion.CSharp14, checkOverflow, source, emitted).Load().GetType("Shop.Sample")!;
            var row = Activator.CreateInstance(sample.Assembly.GetType("Shop.Order")!, Guid.Empty, "tea", Guid.Empty, 2.5f, DateTimeOffset.UnixEpoch, 70000, 4, true, 1.25m)!;
            var expected = sample.GetMethod("Original")!.Invoke(null, [row]);
            Assert.Equal(expected, sample.GetMethod("Moved")!.Invoke(null, [row]));
        }
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void What_is_not_moved_says_why(string lambda, string reason)
    {
        var selector = Selector(DeclarationSource.Of(Source(lambda, "null!")));

        Assert.Null(selector.Inlined);
        Assert.Equal(reason, selector.Delegated);
    }

    [Fact]
    public void A_weight_is_converted_and_a_sequence_keeps_its_own_enumerator_where_it_may()
    {
        var part = DeclarationSource.Of("""
            namespace Shop;
            public partial class Sample : Contexture<string, int>.From<Order>
            {
                protected override Context<string, int> Define(Events<Order> orders) =>
                    orders.Where(o => o.Online).InputMany(o => o.Tags).ContextMany(o => o.Codes).Weight(o => o.Quantity);
            }
            """).Read("Shop.Sample").Model!.Parts.Cast<ObservedModel>().First();

        Assert.Equal("row.Quantity", part.Weight!.Inlined);
        Assert.Equal("row.Tags", part.Input.Inlined);
        Assert.Equal("row.Codes", part.Variable.Inlined);
        Assert.Equal(("string", "int"), (part.Input.Result.Code, part.Variable.Result.Code));
    }

    [Fact]
    public void A_checked_project_keeps_what_was_written_unchecked()
    {
        var selector = Selector(DeclarationSource.Of(LanguageVersion.CSharp14, checkOverflow: true, Source("o => unchecked(o.Store * o.Hour)")));

        Assert.Equal("unchecked(row.Store * row.Hour)", selector.Inlined);
    }

    private static SelectorModel Selector(DeclarationSource declarations)
    {
        Assert.DoesNotContain(declarations.Compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        return declarations.Read("Shop.Sample").Model!.Parts.Cast<ObservedModel>().First().Variable;
    }

    private static string Source(string lambda, string? original = null) => $$"""
        #pragma warning disable
        namespace Shop;
        public static class Other
        {
            private static int Secret(Order o) => o.Store;
            public static Context<string, int> Pairs(Events<Order> rows) => rows.Input(r => r.Product).Context(o => Other.Secret(o));
        }
        public partial class Sample(double ratio) : Contexture<string>.From<Order>
        {
            {{Members}}
            private static int Rank2(Order o) => 2 * o.Store;
            public static object? Original(Order row) => {{original ?? Call(lambda)}};
            private static object? Run<T>(Func<Order, T> lambda, Order row) => lambda(row);
            protected override Definition<string> Define(Events<Order> orders)
            {
                const int local = 5;
                var days = Environment.ProcessorCount;
                {{(lambda.Contains("Secret", StringComparison.Ordinal) ? "return Other.Pairs(orders);" : $"return orders.Input(o => o.Product).Context({lambda});")}}
                int Local(Order o) => o.Store;
            }
        }
        """;

    private static string Call(string lambda) => lambda.EndsWith("local", StringComparison.Ordinal) ? "5" : $"Run({lambda}, row)";
}
