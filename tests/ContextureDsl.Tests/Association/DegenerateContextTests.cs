using ContextureDsl.Association;
using Xunit;

namespace ContextureDsl.Tests.Association;

public class DegenerateContextTests
{
    private static readonly SetAside Two = new(2, 3, 4, 5, 0.001);

    [Fact]
    public void OneInput()
    {
        var error = Assert.Throws<DegenerateContextException>(() => Joints.Of(Joints.Part([(42, 1, 1), (42, 2, 1)])).RequireFunctions(SetAside.Nothing));
        Assert.StartsWith("All events have the same input, 42. At least two are needed", error.Message);
    }

    [Fact]
    public void OneVariable()
    {
        var error = Assert.Throws<DegenerateContextException>(() => Joints.Of(Joints.Part([(1, 42, 1), (2, 42, 1)])).RequireFunctions(Two));
        Assert.StartsWith("All events have the same context value, 42, once 2 tiny components with 3 inputs and 4 context values were set aside (RarePairs.Keep keeps them). At least two", error.Message);
    }

    [Fact]
    public void OneVariableInEveryPartOfAMix()
    {
        var error = Assert.Throws<DegenerateContextException>(() => Joints.Of(Joints.Part([(1, 42, 1), (2, 42, 1)]), Joints.Part([(1, 43, 1)])).RequireFunctions(SetAside.Nothing));
        Assert.StartsWith("All events have the same context value, 42 and, in the next part, 43.", error.Message);
    }

    [Fact]
    public void WhatTheMixLeftOutIsSaid()
    {
        var context = JointBuilder.Build([0.5, 0.5], [Joints.Part([(42, 1, 1), (2, 2, 1), (3, 2, 1)]), Joints.Part([(42, 1, 1), (4, 1, 1)])], unseen: Unseen.Drop);
        var error = Assert.Throws<DegenerateContextException>(() => context.RequireFunctions(SetAside.Nothing));
        Assert.StartsWith("All events have the same input, 42, once 3 of 4 inputs that not every part saw were left out (as Population and Unseen say). At least two", error.Message);
    }

    [Fact]
    public void TwoOfEachAreEnough()
    {
        Joints.Of(Joints.Part([(1, 1, 1), (2, 2, 1)])).RequireFunctions(SetAside.Nothing);
        Joints.Of(Joints.Part([(1, 1, 1), (2, 1, 1)]), Joints.Part([(1, 1, 1), (2, 2, 1)])).RequireFunctions(SetAside.Nothing);
    }
}
