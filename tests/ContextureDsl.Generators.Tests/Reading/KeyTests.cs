using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Tests.Reading;

/// <summary>The family of a key type decides its alphabet, so a wrong one would merge or lose keys.</summary>
public class KeyTests
{
    [Theory]
    [InlineData("string", KeyKind.String, 0, 0)]
    [InlineData("bool", KeyKind.SmallRange, 0, 2)]
    [InlineData("byte", KeyKind.SmallRange, 0, 256)]
    [InlineData("sbyte", KeyKind.SmallRange, -128, 256)]
    [InlineData("Genre", KeyKind.SmallRange, 3, 5)]
    [InlineData("Signed", KeyKind.SmallRange, -4, 4096)]
    [InlineData("Wide", KeyKind.Integer, 0, 0)]
    [InlineData("Huge", KeyKind.Integer, 0, 0)]
    [InlineData("Empty", KeyKind.Integer, 0, 0)]
    [InlineData("char", KeyKind.Integer, 0, 0)]
    [InlineData("short", KeyKind.Integer, 0, 0)]
    [InlineData("int", KeyKind.Integer, 0, 0)]
    [InlineData("ulong", KeyKind.Integer, 0, 0)]
    [InlineData("nint", KeyKind.Other, 0, 0)]
    [InlineData("Guid", KeyKind.Guid, 0, 0)]
    [InlineData("DateOnly", KeyKind.DateOnly, 0, 0)]
    [InlineData("DateTime", KeyKind.Other, 0, 0)]
    [InlineData("double", KeyKind.Other, 0, 0)]
    [InlineData("decimal", KeyKind.Other, 0, 0)]
    [InlineData("object", KeyKind.Other, 0, 0)]
    [InlineData("string[]", KeyKind.Other, 0, 0)]
    [InlineData("Order", KeyKind.Other, 0, 0)]
    [InlineData("Own", KeyKind.Other, 0, 0)]
    [InlineData("OwnHash", KeyKind.Other, 0, 0)]
    [InlineData("Private", KeyKind.Other, 0, 0)]
    [InlineData("Computed", KeyKind.Other, 0, 0)]
    [InlineData("Nothing", KeyKind.Other, 0, 0)]
    [InlineData("Plain", KeyKind.Other, 0, 0)]
    public void A_plain_key_has_its_family(string type, KeyKind kind, long smallest, int size)
    {
        var key = Read(type);

        Assert.Equal((kind, smallest, size), (key.Kind, key.Smallest, key.Size));
        Assert.Empty(key.Fields);
    }

    [Fact]
    public void Composite_keys_are_taken_apart_to_their_fields()
    {
        var key = Read("(int Store, (string, Deep) Rest2)");

        Assert.Equal("T(Item1:Integer,Item2:T(Item1:String,Item2:R(@event:SmallRange,Hour:Integer,free:Guid)))", Text(key));
        Assert.Equal("T(Item1:Guid)", Text(Read("ValueTuple<Guid>")));
    }

    [Fact]
    public void A_generic_record_struct_has_the_fields_of_its_arguments() => Assert.Equal("R(Value:Guid,Next:Other)", Text(Read("Pair<Guid, DateTime>")));

    [Theory]
    [InlineData("Itself", "R(Next:Other)")]
    [InlineData("Ping", "R(Pong:R(Ping:Other))")]
    [InlineData("InTuple", "R(Next:T(Item1:Integer,Item2:Other))")]
    [InlineData("Growing<int>", "R(Next:R(Next:R(Next:R(Next:R(Next:R(Next:R(Next:R(Next:Other))))))))")]
    public void A_half_typed_struct_that_contains_itself_ends(string type, string text) => Assert.Equal(text, Text(Read(type)));

    [Fact]
    public void A_field_may_be_null() => Assert.Equal("T(Item1:Other,Item2:String)", Text(Read("(int?, string)")));

    private static string Text(KeyModel key) => key.Kind switch
    {
        KeyKind.Tuple => $"T({string.Join(',', key.Fields.Select(field => $"{field.Name}:{Text(field.Key)}"))})",
        KeyKind.RecordStruct => $"R({string.Join(',', key.Fields.Select(field => $"{field.Name}:{Text(field.Key)}"))})",
        _ => key.Kind.ToString(),
    };

    private static KeyModel Read(string type) => DeclarationSource.Of($$"""
        #pragma warning disable
        namespace Shop;
        public enum Signed : long { Low = -4, High = 4091 }
        public enum Wide { Low = -4, High = 4092 }
        public enum Huge : ulong { Low = ulong.MaxValue - 1, High = ulong.MaxValue }
        public enum Empty;
        public readonly record struct Own(int A) { public bool Equals(Own other) => true; }
        public readonly record struct OwnHash(int A) { public override int GetHashCode() => 1; }
        public record struct Private(int A) { private int b; }
        public record struct Computed(int A) { public int B { get => field + 1; set; } }
        public record struct Nothing;
        public struct Plain { public int A; }
        public record struct Deep(Genre @event, int Hour) { public static int Count; public Guid free; public int Twice => 2 * Hour; }
        public record struct Pair<TValue, TNext>(TValue Value, TNext Next);
        public record struct Itself(Itself Next);
        public record struct Ping(Pong Pong);
        public record struct Pong(Ping Ping);
        public record struct InTuple((int, InTuple) Next);
        public record struct Growing<T>(Growing<Growing<T>> Next);
        public partial class Sample : Contexture<string>.From<Order>
        {
            protected override Definition<string> Define(Events<Order> orders) => orders.Input(o => o.Product).Context<{{type}}>(o => default!);
        }
        """).Read("Shop.Sample").Model!.Parts.Cast<ObservedModel>().First().VariableKey;
}
