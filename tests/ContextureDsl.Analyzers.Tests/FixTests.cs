using ContextureDsl.Analyzers.Rules;
using ContextureDsl.CodeFixes;

namespace ContextureDsl.Analyzers.Tests;

/// <summary>Fixes leave code that compiles and that the rule has nothing to say about.</summary>
public class FixTests
{
    private const string Define = "protected override Context<string, Guid> Define(Events<Order> rows) => rows.Input(r => r.Product).Context(r => r.Basket);";

    [Fact]
    public Task Partial_is_added_after_the_other_modifiers() => FixTest<DeclarationAnalyzer, DeclarationCodeFix>.RunAsync(
        $$"""
        namespace Shop;
        [Contexture]
        public sealed class {|CTX0001:Sample|} : Contexture<string, Guid>.From<Order>
        {
            {{Define}}
        }
        """,
        $$"""
        namespace Shop;
        [Contexture]
        public sealed partial class Sample : Contexture<string, Guid>.From<Order>
        {
            {{Define}}
        }
        """);

    [Fact]
    public Task Partial_is_added_up_the_chain_and_in_all_declarations_at_once() => FixTest<DeclarationAnalyzer, DeclarationCodeFix>.RunAsync(
        $$"""
        namespace Shop;
        // outermost
        class Outer
        {
            struct Middle<T>
            {
                [Contexture]
                public class {|CTX0001:One|} : Contexture<string, Guid>.From<Order>
                {
                    {{Define}}
                }
            }

            [Contexture]
            class {|CTX0001:Two|} : Contexture<string, Guid>.From<Order>
            {
                {{Define}}
            }
        }
        """,
        $$"""
        namespace Shop;
        // outermost
        partial class Outer
        {
            partial struct Middle<T>
            {
                [Contexture]
                public partial class One : Contexture<string, Guid>.From<Order>
                {
                    {{Define}}
                }
            }

            [Contexture]
            partial class Two : Contexture<string, Guid>.From<Order>
            {
                {{Define}}
            }
        }
        """, steps: 2);

    [Fact]
    public Task A_constant_part_is_taken_out_of_its_mix_with_its_local() => FixTest<IndependentContextAnalyzer, DegeneratePartCodeFix>.RunAsync(
        Mixed("""
                var basket = orders.Input(o => o.Product).Context(o => o.Basket);
                var all = orders.Input(o => o.Product).Context({|CTX1001:o => 1|});
                var customer = orders.Input(o => o.Product).Context(o => o.Customer);
                return Mix.Convex((0.5, basket), (0.2, all), (0.3, customer));
        """),
        Mixed("""
                var basket = orders.Input(o => o.Product).Context(o => o.Basket);
                var customer = orders.Input(o => o.Product).Context(o => o.Customer);
                return Mix.Convex((0.5, basket), (0.3, customer));
        """));

    [Fact]
    public Task A_mix_of_one_becomes_its_only_context() => FixTest<IndependentContextAnalyzer, DegeneratePartCodeFix>.RunAsync(
        Mixed("""
                return Mix.Convex(
                    (0.5, orders.Input(o => o.Product).Context(o => o.Basket)),
                    (0.2, orders.Input(o => o.Product).Context({|CTX1001:o => Guid.NewGuid()|})));
        """),
        Mixed("""
                return orders.Input(o => o.Product).Context(o => o.Basket);
        """));

    [Fact]
    public Task Several_parts_are_taken_out_at_once() => FixTest<IdentityContextAnalyzer, DegeneratePartCodeFix>.RunAsync(
        Mixed("""
                return Mix.Convex<string>([
                    (0.1, orders.Input(o => o.Product).Context({|CTX1002:o => o.Product|})),
                    (0.5, orders.Input(o => o.Product).Context(o => o.Basket)),
                    (0.2, orders.Input(o => o.Product).Context({|CTX1002:o => (o.Product, o.Hour)|})),
                    (0.2, orders.Input(o => o.Product).Context(o => o.Customer))]);
        """),
        Mixed("""
                return Mix.Convex<string>([
                    (0.5, orders.Input(o => o.Product).Context(o => o.Basket)),
                    (0.2, orders.Input(o => o.Product).Context(o => o.Customer))]);
        """), steps: 2);

    [Fact]
    public Task A_part_is_taken_out_of_the_free_form() => FixTest<IdentityContextAnalyzer, DegeneratePartCodeFix>.RunAsync(
        """
        namespace Shop;
        public static class Use
        {
            public static void Now(List<Order> rows) =>
                Contexture.Learn(rows, o => Mix.Convex(o.Input(x => x.Product).Context(x => x.Basket), o.Input(x => x.Product).Context({|CTX1002:x => x.Product|}), o.Input(x => x.Product).Context(x => x.Hour)));
        }
        """,
        """
        namespace Shop;
        public static class Use
        {
            public static void Now(List<Order> rows) =>
                Contexture.Learn(rows, o => Mix.Convex(o.Input(x => x.Product).Context(x => x.Basket), o.Input(x => x.Product).Context(x => x.Hour)));
        }
        """);

    [Fact]
    public Task A_local_that_is_used_elsewhere_stays() => FixTest<IndependentContextAnalyzer, DegeneratePartCodeFix>.RunAsync(
        Mixed("""
                var all = orders.Input(o => o.Product).Context({|CTX1001:o => 1|});
                Console.WriteLine(all);
                return Mix.Convex(all, orders.Input(o => o.Product).Context(o => o.Basket), orders.Input(o => o.Product).Context(o => o.Hour));
        """),
        Mixed("""
                var all = orders.Input(o => o.Product).Context(o => 1);
                Console.WriteLine(all);
                return Mix.Convex(orders.Input(o => o.Product).Context(o => o.Basket), orders.Input(o => o.Product).Context(o => o.Hour));
        """));

    [Fact]
    public Task A_context_that_stands_alone_has_no_fix() => FixTest<IndependentContextAnalyzer, DegeneratePartCodeFix>.RunWithoutFixAsync(
        Mixed("        return orders.Input(o => o.Product).Context({|CTX1001:o => 1|});"));

    [Fact]
    public Task A_part_is_taken_out_of_an_untagged_mix() => FixTest<IndependentContextAnalyzer, DegeneratePartCodeFix>.RunAsync(
        Mixed("        return Mix.Average((0.5, orders.Input(o => o.Product).Context(o => o.Hour)), (0.5, orders.Input(o => o.Product).Context({|CTX1001:o => 1|})));"),
        Mixed("        return orders.Input(o => o.Product).Context(o => o.Hour);"));

    [Fact]
    public Task Weights_become_the_shares_that_they_stand_for() => FixTest<MixCallAnalyzer, MixWeightsCodeFix>.RunAsync(
        Mixed("""
                var basket = orders.Input(o => o.Product).Context(o => o.Basket);
                var hour = orders.Input(o => o.Product).Context(o => o.Hour);
                return {|CTX3006:Mix.Convex|}((0.5, basket), (/* less */ 0.3, {|CTX3006:Mix.Convex|}((0.75, basket), (0.75, hour))));
        """),
        Mixed("""
                var basket = orders.Input(o => o.Product).Context(o => o.Basket);
                var hour = orders.Input(o => o.Product).Context(o => o.Hour);
                return Mix.Convex((0.625, basket), (/* less */ 0.37499999999999994, Mix.Convex((0.5, basket), (0.5, hour))));
        """), steps: 2);

    [Fact]
    public Task A_mix_with_one_part_becomes_the_part() => FixTest<MixCallAnalyzer, MixOfOneCodeFix>.RunAsync(
        Mixed("""
                var basket = orders.Input(o => o.Product).Context(o => o.Basket);
                return {|CTX3007:Mix.Convex|}((1, {|CTX3007:Mix.MinMax|}(3, 0.1, [basket]))).Named("alone");
        """),
        Mixed("""
                var basket = orders.Input(o => o.Product).Context(o => o.Basket);
                return basket.Named("alone");
        """), steps: 2);

    [Fact]
    public Task A_mix_of_a_pair_that_is_held_elsewhere_has_no_fix() => FixTest<MixCallAnalyzer, MixOfOneCodeFix>.RunWithoutFixAsync(
        Mixed("        var pair = (0.5, orders.Input(o => o.Product).Context(o => o.Basket)); return {|CTX3007:Mix.Convex|}(pair);"));

    [Fact]
    public Task A_factor_that_changes_nothing_is_left_out() => FixTest<MixTreeAnalyzer, IdentityFactorCodeFix>.RunAsync(
        Mixed("""
                var basket = orders.Input(o => o.Product).Context(o => o.Basket);
                var itself = orders.Input(o => o.Product).Context(o => o.Product);
                return Mix.Convex(Mix.Convolve({|CTX1005:itself|}, then: basket), Mix.Convolve(basket, {|CTX1005:itself|}, then: basket));
        """),
        Mixed("""
                var basket = orders.Input(o => o.Product).Context(o => o.Basket);
                var itself = orders.Input(o => o.Product).Context(o => o.Product);
                return Mix.Convex(basket, Mix.Convolve(basket, then: basket));
        """), steps: 2);

    private static string Mixed(string body) => $$"""
        namespace Shop;
        [Contexture]
        public sealed partial class Sample : Contexture<string>.From<Order>
        {
            protected override Definition<string> Define(Events<Order> orders)
            {
        {{body}}
            }
        }
        """;
}
