using ContextureDsl.Generators.Tests.Driver;

namespace ContextureDsl.Generators.Tests.Shapes;

/// <summary>Random nested mixes over two sources: each is read as a whole, compiles without a warning, and its compiled code gives what the interpreter gives.</summary>
public sealed class RandomMixTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void CompiledIsInterpreted(int seed) => Assert.Equal("", Generation.Of(new RandomMixes(seed).Sources(25)).Run());
}
