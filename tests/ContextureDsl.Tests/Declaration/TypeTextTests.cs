using ContextureDsl.Tree;

namespace ContextureDsl.Tests.Declaration;

public class TypeTextTests
{
    private const string Here = "ContextureDsl.Tests.Declaration.TypeTextTests";

    [Fact]
    public void Plain_types_have_their_namespace()
    {
        Assert.Equal("System.String", TypeText.Of<string>());
        Assert.Equal("System.Int32", TypeText.Of<int>());
        Assert.Equal("System.DateOnly", TypeText.Of<DateOnly>());
        Assert.Equal("GlobalKey", TypeText.Of<GlobalKey>());
    }

    [Fact]
    public void Nested_types_carry_their_outer_types()
    {
        Assert.Equal(Here + "+Key", TypeText.Of<Key>());
        Assert.Equal(Here + "+Key+Kind", TypeText.Of<Key.Kind>());
    }

    [Fact]
    public void Generic_types_carry_all_arguments()
    {
        Assert.Equal("System.Collections.Generic.KeyValuePair`2[System.String,System.Int32]", TypeText.Of<KeyValuePair<string, int>>());
        Assert.Equal("System.Nullable`1[System.Int32]", TypeText.Of<int?>());
        Assert.Equal($"System.Collections.Generic.List`1[System.Collections.Generic.List`1[{Here}+Key]]", TypeText.Of<List<List<Key>>>());
        Assert.Equal(Here + "+Outer`1+Inner`1[System.Int32,System.String]", TypeText.Of<Outer<int>.Inner<string>>());
        Assert.Equal(Here + "+Outer`1+Plain[System.Int32]", TypeText.Of<Outer<int>.Plain>());
        Assert.NotEqual(TypeText.Of<Outer<int>.Inner<string>>(), TypeText.Of<Outer<string>.Inner<int>>());
    }

    [Fact]
    public void Tuples_are_their_structs_whatever_their_elements_are_called()
    {
        Assert.Equal("System.ValueTuple`2[System.Int32,System.String]", TypeText.Of<(int Year, string Genre)>());
        Assert.Equal(TypeText.Of<(int, string)>(), TypeText.Of<(int Year, string Genre)>());
        Assert.Equal(
            "System.ValueTuple`8[System.Int32,System.Int32,System.Int32,System.Int32,System.Int32,System.Int32,System.Int32,System.ValueTuple`1[System.String]]",
            TypeText.Of<(int, int, int, int, int, int, int, string)>());
    }

    [Fact]
    public void Arrays_say_how_many_dimensions_they_have()
    {
        Assert.Equal("System.Byte[]", TypeText.Of<byte[]>());
        Assert.Equal("System.Int32[,]", TypeText.Of<int[,]>());
        Assert.NotEqual(TypeText.Of<int[][,]>(), TypeText.Of<int[,][]>());
        Assert.Equal("System.ValueTuple`2[System.String[],System.Int32][]", TypeText.Of<(string[], int)[]>());
    }

    private sealed class Key
    {
        public enum Kind
        {
            One,
        }
    }

    private static class Outer<T>
    {
        public sealed class Inner<TInner>;

        public sealed class Plain;
    }
}
