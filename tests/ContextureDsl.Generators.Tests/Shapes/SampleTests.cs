using ContextureDsl.Generators.Tests.Driver;
using Microsoft.CodeAnalysis.CSharp;

namespace ContextureDsl.Generators.Tests.Shapes;

/// <summary>Every sample compiles without a warning, whatever the overflow context, and its compiled code gives what the interpreter gives.</summary>
public sealed class SampleTests
{
    public static TheoryData<string> Names => [.. Samples.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void CompiledIsInterpreted(string name) => Assert.Equal("", Generation.Of(Samples.All[name]).Run());

    [Theory, MemberData(nameof(Names))]
    public void CompiledIsInterpretedInACheckedContext(string name) =>
        Assert.Equal("", Generation.Of(Generation.Compile([Samples.All[name]], checkOverflow: true)).Run());
}
