using System.Reflection;
using System.Text.RegularExpressions;
using ContextureDsl.Compiler.Model;
using ContextureDsl.Compiler.Reading;
using ContextureDsl.Tree;

namespace ContextureDsl.Generators.Tests.Reading;

/// <summary>The shape that the reader writes is the one that the tree has at run time, character by character: otherwise compiled code would never run.</summary>
public class ShapeTests
{
    public static TheoryData<string, string> Declarations()
    {
        const string typed = "Contexture<string, Guid>.From<Order>";
        const string mixed = "Contexture<string>.From<Order>";
        const string two = "Contexture<string>.From<Order, Product>";
        var data = new TheoryData<string, string>
        {
            { "pair", Class(typed, "Context<string, Guid> Define(Events<Order> orders) => orders.Input(o => o.Product).Context(o => o.Basket);") },
            { "weight, time and knobs", Class(typed, "Context<string, Guid> Define(Events<Order> orders) => orders.Input(o => o.Product).Context(o => o.Basket).Time(o => o.At, TimeSpan.FromDays(30)).Weight(o => o.Quantity).Duplicates(Duplicates.Largest).MinimumCount(input: 5, context: 2);") },
            { "weight said twice", Class(typed, "Context<string, Guid> Define(Events<Order> orders) => orders.Input(o => o.Product).Context(o => o.Basket).Weight(o => o.Quantity).Weight(o => 2 * o.Quantity);") },
            { "filters", Class(typed, "Context<string, Guid> Define(Events<Order> orders) => orders.Where(o => o.Quantity > 0).Where(o => o.Online).Input(o => o.Product).Context(o => o.Basket);") },
            { "filtered again", Class(typed, "Context<string, Guid> Define(Events<Order> orders) { var some = orders.Where(o => o.Online); var fewer = some.Where(o => o.Store > 1); return fewer.Input(o => o.Product).Context(o => o.Basket); }") },
            { "many contexts", Class("Contexture<string, string>.From<Order>", "Context<string, string> Define(Events<Order> orders) => orders.Input(o => o.Product).ContextMany(o => o.Tags);") },
            { "many inputs", Class("Contexture<string, Guid>.From<Order>", "Context<string, Guid> Define(Events<Order> orders) => orders.InputMany(o => o.Words).Context(o => o.Basket);") },
            { "both many", Class("Contexture<string, int>.From<Order>", "Context<string, int> Define(Events<Order> orders) => orders.InputMany(o => o.Product.Split(' ')).ContextMany(o => o.Codes.Where(c => c > 0));") },
            { "named", Class(typed, "Context<string, Guid> Define(Events<Order> orders) => orders.Input(o => o.Product).Context(o => o.Basket).Named(\"together\");") },
            { "mix of two sources", Class(two, "Definition<string> Define(Events<Order> orders, Events<Product> catalogue) { var together = orders.Input(o => o.Product).Context(o => o.Basket); var genre = catalogue.Input(p => p.Sku).Context(p => p.Genre).Named(\"genre\"); return Mix.Convex((0.7, together), (0.3, genre)); }") },
            { "equal shares", Class(two, "Context<string> Define(Events<Order> orders, Events<Product> catalogue) => Mix.Convex(orders.Input(o => o.Product).Context(o => o.Basket), catalogue.Input(p => p.Sku).Context(p => p.Genre));") },
            { "nested mix", Class(mixed, "Definition<string> Define(Events<Order> orders) => Mix.Convex((1, Mix.Convex((1, orders.Input(o => o.Product).Context(o => o.Basket)), (2, orders.Input(o => o.Product).Context(o => o.Customer)))), (0.5f, orders.Input(o => o.Product).Context(o => o.Store))).Named(\"all\");") },
            { "collection expression", Class(mixed, "Definition<string> Define(Events<Order> orders) => Mix.Convex<string>([(0.5, orders.Input(o => o.Product).Context(o => o.Basket)), (0.5, orders.Input(o => o.Product).Context(o => o.Store))]);") },
            { "array", Class(mixed, "Definition<string> Define(Events<Order> orders) => Mix.Convex(new (double, Context<string>)[] { (0.5, orders.Input(o => o.Product).Context(o => o.Basket)) });") },
            { "named argument", Class(typed, "Context<string, Guid> Define(Events<Order> orders) => orders.Input(input: o => o.Product).Context(context: o => o.Basket).Time(halfLife: TimeSpan.FromDays(1), time: o => o.At);") },
            { "explicit text", Class(typed, "Context<string, Guid> Define(Events<Order> orders) => orders.Input(o => o.Product, \"product\").Context(o => o.Basket, text: \"basket\");") },
            { "explicit types", Class("Contexture<object, object>.From<Order>", "Context<object, object> Define(Events<Order> orders) => orders.Input<object>(o => o.Product).Context<object>(o => o.Basket);") },
            { "parentheses and cast", Class(typed, "Context<string, Guid> Define(Events<Order> orders) => orders.Input((o => o.Product)).Context((Func<Order, Guid>)(o => o.Basket));") },
            { "many lines and comments", Class(typed, "Context<string, Guid> Define(Events<Order> orders) =>\r\n    orders\r\n        .Input(o =>\r\n            // the product\r\n            o.Product)\n        .Context(static (Order o) => /* all of it */ o\n            .Basket)\n        .Weight(o =>\n        {\n            var q = o.Quantity;\n            return q * 2;\n        });") },
            { "method group", Class("Contexture<string, int>.From<Order>", "Context<string, int> Define(Events<Order> orders) => orders.Input(NameOf).Context(Names.Store);") + " static string NameOf(Order o) => o.Product; } public static class Names { public static int Store(Order o) => o.Store; " },
            { "tuple keys", Class("Contexture<(string Name, int), (DayOfWeek Day, (bool, char) More)>.From<Order>", "Context<(string Name, int), (DayOfWeek Day, (bool, char) More)> Define(Events<Order> orders) => orders.Input(o => (o.Product, o.Store)).Context(o => (o.At.DayOfWeek, (o.Online, 'c')));") },
            { "record struct key", Class("Contexture<StoreHour, Genre>.From<Order>", "Context<StoreHour, Genre> Define(Events<Order> orders) => orders.Input(o => new StoreHour(o.Store, o.Hour)).Context(o => Genre.Crime);") },
            { "long tuple", Class("Contexture<(int, int, int, int, int, int, int, int, int), int>.From<Order>", "Context<(int, int, int, int, int, int, int, int, int), int> Define(Events<Order> orders) => orders.Input(o => (1, 2, 3, 4, 5, 6, 7, o.Store, o.Hour)).Context(o => o.Hour);") },
            { "strange types", Class("Contexture<List<int[]>, Dictionary<string, List<object>[,]>>.From<(int A, nint B)[]>", "Context<List<int[]>, Dictionary<string, List<object>[,]>> Define(Events<(int A, nint B)[]> rows) => rows.Input(r => new List<int[]>()).Context(r => new Dictionary<string, List<object>[,]>());") },
            { "dynamic and nint", Class("Contexture<nint, object>.From<List<dynamic>>", "Context<nint, object> Define(Events<List<dynamic>> rows) => rows.Input(r => (nint)r.Count).Context<object>(r => (object)r);") },
            { "nested types", Class("Contexture<Outer<int>.Inner, Outer<string>.Deep<bool>>.From<Order>", "Context<Outer<int>.Inner, Outer<string>.Deep<bool>> Define(Events<Order> orders) => orders.Input(o => new Outer<int>.Inner()).Context(o => new Outer<string>.Deep<bool>());") + "} public class Outer<T> { public class Inner; public class Deep<U>; " },
            { "nullable", Class("Contexture<string, string>.From<Order?>", "Context<string, string> Define(Events<Order?> orders) => orders.Input(o => o!.Product).Context(o => o!.Note!);") },
            { "local function", Class(typed, "Context<string, Guid> Define(Events<Order> orders) { return Pairs(orders.Where(o => o.Online)); static Context<string, Guid> Pairs(Events<Order> rows) => rows.Input(r => r.Product).Context(r => r.Basket); }") },
            { "helper", Class(typed, "Context<string, Guid> Define(Events<Order> orders) => Pairs(orders);") + " private static Context<string, Guid> Pairs(Events<Order> rows) { var x = rows.Input(r => r.Product); return x.Context(r => r.Basket); }" },
            { "generic helper", Class("Contexture<int, Order>.From<Order>", "Context<int, Order> Define(Events<Order> orders) => Self<Order>(orders);") + " private static Context<int, T> Self<T>(Events<T> rows) where T : notnull => rows.Input(r => r.GetHashCode()).Context(r => r);" },
            { "helper of a context", Class(mixed, "Definition<string> Define(Events<Order> orders) => Twice(orders.Input(r => r.Product).Context(r => r.Basket));") + " private static Context<string> Twice(Context<string> one) => Mix.Convex((0.5, one), (0.5, one));" },
            { "extension helper", Class(typed, "Context<string, Guid> Define(Events<Order> orders) => orders.Pairs();") + " } public static class Helper { public static Context<string, Guid> Pairs(this Events<Order> rows) => rows.Input(r => r.Product).Context(r => r.Basket); " },
            { "over", Class("Contexture<string>.From<Order, Order>", "Context<string> Define(Events<Order> now, Events<Order> before) => Mix.Convex((0.8, new Lately(3).Over(now)), (0.2, new Lately(4).Over(before.Where(b => b.Online))));") + " } public class Lately(int days) : Contexture<string, Guid>.From<Order> { protected override Context<string, Guid> Define(Events<Order> rows) => rows.Input(r => r.Product).Context(r => r.Basket).Weight(r => r.Quantity * MathF.Exp(-(float)r.AgeDays / days)); " },
            { "over a generic", Class("Contexture<int, Order>.From<Order>", "Context<int, Order> Define(Events<Order> rows) => new By<Order>().Over(rows);") + " } public class By<T> : Contexture<int, T>.From<T> where T : notnull { protected override Context<int, T> Define(Events<T> rows) => rows.Input(r => 1).Context(r => r); " },
            { "inherited Define", "public abstract class Base : Contexture<string, Guid>.From<Order> { protected override Context<string, Guid> Define(Events<Order> orders) => orders.Input(o => o.Product).Context(o => o.Basket); } [Contexture] public partial class Sample : Base {" },
            { "constant branch", Class(typed, "Context<string, Guid> Define(Events<Order> orders) { if (sizeof(int) == 4) { return true ? orders.Input(o => o.Product).Context(o => o.Basket) : throw new Exception(); } return null!; }") },
            { "captures", Class(typed, "Context<string, Guid> Define(Events<Order> orders) { var days = Environment.ProcessorCount; return orders.Input(o => o.Product).Context(o => o.Basket).Weight(o => o.Quantity / days); }") },
            { "later assignment", Class(typed, "Context<string, Guid> Define(Events<Order> orders) { Context<string, Guid> context; context = orders.Input(o => o.Product).Context(o => o.Basket); return context; }") },
            { "average", Class("Contexture<string>.From<Order, Order>", "Context<string> Define(Events<Order> now, Events<Order> before) => Mix.Average((0.7, now.Input(o => o.Product).Context(o => o.Basket)), (0.3, before.Input(o => o.Product).Context(o => o.Basket)));") },
            { "equal average", Class(typed, "Context<string, Guid> Define(Events<Order> orders) => Mix.Average(orders.Input(o => o.Product).Context(o => o.Basket), orders.Input(o => o.Product).Context(o => o.Customer)).Named(\"either\");") },
            { "convolution", Class(two, "Context<string> Define(Events<Order> orders, Events<Product> catalogue) => Mix.Convolve(orders.Input(o => o.Product).Context(o => o.Basket), then: catalogue.Input(p => p.Sku).Context(p => p.Genre));") },
            { "convolution of three, named arguments", Class(two, "Context<string> Define(Events<Order> orders, Events<Product> catalogue) => Mix.Convolve(then: catalogue.Input(p => p.Sku).Context(p => p.Genre), second: orders.Input(o => o.Product).Context(o => o.Customer), first: orders.Input(o => o.Product).Context(o => o.Basket));") },
            { "convolution of a mix", Class(two, "Context<string> Define(Events<Order> orders, Events<Product> catalogue) { var basket = orders.Input(o => o.Product).Context(o => o.Basket); var genre = catalogue.Input(p => p.Sku).Context(p => p.Genre); return Mix.Convolve(basket, then: Mix.Convex((0.5, genre), (0.5, basket))); }") },
            { "there and back", Class("Contexture<string, string>.From<Order>", "Context<string, string> Define(Events<Order> orders) => orders.Input(o => o.Product).Context(o => o.Basket).Named(\"basket\").Smooth().Named(\"together\");") },
            { "walks on mixes", Class("Contexture<string, string>.From<Order>", "Context<string, string> Define(Events<Order> orders) { var basket = orders.Input(o => o.Product).Context(o => o.Basket); return Mix.Average((0.5, basket.Smooth().Lazy(0.3).Steps(2)), (0.5, Mix.Convex((1, basket), (2, orders.Input(o => o.Product).Context(o => o.Store))).Smooth().Heat())); }") },
            { "joint", Class(two, "Context<string> Define(Events<Order> orders, Events<Product> catalogue) => Mix.Joint(orders.Input(o => o.Product).Context(o => o.Basket), second: catalogue.Input(p => p.Sku).Context(p => p.Genre));") },
            { "concatenation", Class(two, "Definition<string> Define(Events<Order> orders, Events<Product> catalogue) => Mix.Concatenate(orders.Input(o => o.Product).Context(o => o.Basket), Mix.MinMax(catalogue.Input(p => p.Sku).Context(p => p.Genre), catalogue.Input(p => p.Sku).Context(p => p.Brand)));") },
            { "concatenation in a concatenation", Class(mixed, "Definition<string> Define(Events<Order> orders) { var basket = orders.Input(o => o.Product).Context(o => o.Basket); var inner = Mix.Concatenate(basket, orders.Input(o => o.Product).Context(o => o.Hour)); return Mix.Concatenate<string>(inner, basket.Smooth()); }") },
            { "min max", Class(two, "Context<string> Define(Events<Order> orders, Events<Product> catalogue) => Mix.MinMax(orders.Input(o => o.Product).Context(o => o.Basket), catalogue.Input(p => p.Sku).Context(p => p.Genre)).Named(\"balanced\");") },
            { "min max with a rule", Class(two, "Context<string> Define(Events<Order> orders, Events<Product> catalogue) => Mix.MinMax(rate: 0.1, rounds: 3, parts: [orders.Input(o => o.Product).Context(o => o.Basket), catalogue.Input(p => p.Sku).Context(p => p.Genre)]);") },
            { "a local used twice is one leaf", Class(mixed, "Definition<string> Define(Events<Order> orders) { var basket = orders.Input(o => o.Product).Context(o => o.Basket); var store = orders.Input(o => o.Product).Context(o => o.Store); return Mix.Convex((0.4, basket), (0.2, store), (0.4, Mix.Convolve(basket, then: store))); }") },
            { "a local under a name is the same leaf", Class(mixed, "Definition<string> Define(Events<Order> orders) { var basket = orders.Input(o => o.Product).Context(o => o.Basket); var again = basket.Named(\"again\"); return Mix.Convex(basket, again, again.Named(\"thrice\")); }") },
            { "a step makes another leaf", Class(mixed, "Definition<string> Define(Events<Order> orders) { var basket = orders.Input(o => o.Product).Context(o => o.Basket); return Mix.Convex(basket, basket.Duplicates(Duplicates.Sum), basket.MinimumCount(2), basket.Weight(o => o.Quantity), basket); }") },
            { "a chain written out twice is two leaves", Class(mixed, "Definition<string> Define(Events<Order> orders) => Mix.Convex(orders.Input(o => o.Product).Context(o => o.Basket), orders.Input(o => o.Product).Context(o => o.Basket));") },
            { "a helper called twice makes two leaves", Class(mixed, "Definition<string> Define(Events<Order> orders) { var once = Pairs(orders); return Mix.Convex(Pairs(orders), once, once.Smooth()); }") + " private static Context<string, Guid> Pairs(Events<Order> rows) => rows.Input(r => r.Product).Context(r => r.Basket);" },
            { "a helper that uses its argument twice", Class("Contexture<string>.From<Order, Order>", "Context<string> Define(Events<Order> now, Events<Order> before) => Through(Through(now.Input(r => r.Product).Context(r => r.Basket), before.Input(r => r.Product).Context(r => r.Basket)), now.Input(r => r.Product).Context(r => r.Basket));") + " private static Context<string, Guid> Through(Context<string, Guid> one, Context<string, Guid> other) => Mix.Average((1, one), (2, Mix.Convolve(one, then: other)));" },
            { "a local of a local function is one leaf", Class(mixed, "Definition<string> Define(Events<Order> orders) { var basket = orders.Input(o => o.Product).Context(o => o.Basket); return Mix.Convex(Twice(), Twice()); Context<string> Twice() { var store = orders.Input(o => o.Product).Context(o => o.Store); return Mix.Convex((0.5, basket), (1, Mix.Convolve(store, then: store))); } }") },
            { "a pair of weight and context in a local", Class(mixed, "Definition<string> Define(Events<Order> orders) { var part = (0.5, orders.Input(o => o.Product).Context(o => o.Basket)); return Mix.Convex(part, (0.3, orders.Input(o => o.Product).Context(o => o.Store)), part); }") },
            { "a shared mix", Class(mixed, "Definition<string> Define(Events<Order> orders) { var basket = orders.Input(o => o.Product).Context(o => o.Basket); var both = Mix.Convex((0.5, basket), (0.5, orders.Input(o => o.Product).Context(o => o.Store))); return Mix.Convex((0.5, both), (0.5, Mix.Convolve(both, then: basket))); }") },
            { "a leaf and its walks", Class("Contexture<string, string>.From<Order>", "Context<string, string> Define(Events<Order> orders) { var edges = orders.Neighbours(o => o.Product, o => o.Customer.ToString()); var far = edges.Steps(2); return Mix.Average((0.4, edges), (0.2, far), (0.2, far.Lazy()), (0.1, edges.Steps(3)), (0.1, far)); }") },
            { "over twice", Class("Contexture<string>.From<Order>", "Context<string> Define(Events<Order> now) { var lately = new Lately(); return Mix.Convex(lately.Over(now), lately.Over(now)); }") + " } public class Lately : Contexture<string, Guid>.From<Order> { protected override Context<string, Guid> Define(Events<Order> rows) { var one = rows.Input(r => r.Product).Context(r => r.Basket); return Mix.Average(one, Mix.Convolve(one, then: one)); } " },
            { "weights of a run", Class(mixed, "Definition<string> Define(Events<Order> orders) { var w = 0.25 * Environment.ProcessorCount; var basket = orders.Input(o => o.Product).Context(o => o.Basket); return Mix.Convex((w, basket), (1 + w, Mix.Convolve(basket, then: orders.Input(o => o.Product).Context(o => o.Store)))); }") },
            { "keywords", "public class @class { public string @event = \"\"; public Guid @int; } " + Class("Contexture<string, Guid>.From<@class>", "Context<string, Guid> Define(Events<@class> @params) => @params.Input(@new => @new.@event).Context(o => o.@int);") },
        };
        return data;
    }

    [Theory]
    [MemberData(nameof(Declarations))]
    public void The_reader_writes_the_shape_that_the_tree_has_at_run_time(string name, string source)
    {
        var declarations = DeclarationSource.Of("#pragma warning disable\nnamespace Shop { " + source + " } }");
        var tree = TreeOf(declarations.Load().GetType("Shop.Sample")!);
        var runTime = Shape.Of(tree);
        var model = declarations.Read("Shop.Sample").Model;

        Assert.NotNull(model);
        Assert.True(model.Tree is not null, name);
        Assert.Equal(runTime, model.Shape);
        Assert.Equal(PartList.Of(tree).Select(part => Shape.Of(part.Part)), model.Parts.Select(part => part.Shape));
    }

    [Fact]
    public void Type_parameters_are_marked_for_the_emitted_code_to_fill_in()
    {
        var declarations = DeclarationSource.Of("""
            namespace Shop;
            public partial class Outer<TRow> where TRow : notnull
            {
                [Contexture]
                public partial class Sample<TKey>(Func<TRow, TKey> key) : Contexture<string, KeyValuePair<TKey, int>>.From<TRow> where TKey : notnull
                {
                    protected override Context<string, KeyValuePair<TKey, int>> Define(Events<TRow> rows) =>
                        rows.Input(r => r.ToString()!).Context(r => new KeyValuePair<TKey, int>(key(r), 1));
                }
            }
            """);
        var type = declarations.Load().GetType("Shop.Outer`1+Sample`1")!.MakeGenericType(typeof(Guid), typeof(long[]));
        var key = Delegate.CreateDelegate(typeof(Func<Guid, long[]>), typeof(ShapeTests).GetMethod(nameof(Bytes), BindingFlags.NonPublic | BindingFlags.Static)!);
        var model = declarations.Read("Shop.Outer`1+Sample`1").Model!;

        Assert.True(model.Sources[0].Row.HasTypeParameters);
        Assert.False(model.Input.HasTypeParameters);
        var filled = Regex.Replace(model.Shape, "\u0001(.*?)\u0001", match => TypeText.Of(match.Groups[1].Value == "TRow" ? typeof(Guid) : typeof(long[])));
        Assert.Equal(ShapeOf(type, key), filled);
    }

    [Fact]
    public void A_record_is_read_as_the_class_that_the_generator_writes_for_it()
    {
        var declarations = DeclarationSource.Of("""
            namespace Shop;
            [Contexture(Rank = 12, Precision = Precision.Double)]
            public partial record Purchase([property: Input] string Product, [ContextVariable] Guid @event, [property: Weight] decimal Quantity, [Time(HalfLifeDays = 1.5)] DateTimeOffset At);
            public class Fluent : Contexture<string, Guid>.From<Purchase>
            {
                protected override Context<string, Guid> Define(Events<Purchase> rows) =>
                    rows.Input(row => row.Product).Context(row => row.@event).Weight(row => (double)row.Quantity).Time(row => row.At);
            }
            """);
        var model = declarations.Read("Shop.Purchase").Model!;

        Assert.Equal(DeclarationForm.Record, model.Form);
        Assert.Equal(ShapeOf(declarations.Load().GetType("Shop.Fluent")!), model.Shape);
        Assert.Equal("1.5d", model.HalfLifeDays);
        Assert.Equal((12, true), (model.Rank, model.DoublePrecision));
        Assert.Equal("row => (double)row.Quantity", model.Parts[0].Weight!.Text);
    }

    private static long[] Bytes(Guid _) => [];

    private static string Class(string header, string define) => $"[Contexture] public partial class Sample : {header} {{ protected override {define}";

    private static string ShapeOf(Type type, params object[] arguments) => Shape.Of(TreeOf(type, arguments));

    private static ContextNode TreeOf(Type type, params object[] arguments)
    {
        var declaration = Activator.CreateInstance(type, arguments)!;
        var definition = type.GetProperty("Definition")!.GetValue(declaration)!;
        return (ContextNode)definition.GetType().GetProperty("Node")!.GetValue(definition)!;
    }
}
