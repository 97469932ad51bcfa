namespace ContextureDsl.Tests.Kinds;

/// <summary>The K × K matrix that mistakes labels.</summary>
public class LabelChannelTests
{
    [Fact]
    public void It_gives_the_probabilities_and_writes_them()
    {
        var channel = LabelChannel.Of(["cat", "dog"], [0.9, 0.1], [0.25, 0.75]);
        Assert.Equal(0.1, channel["cat", "dog"]);
        Assert.Equal(0.25, channel["dog", "cat"]);
        Assert.Equal("cat: 0.9, 0.1; dog: 0.25, 0.75", channel.ToString());
    }

    [Fact]
    public void What_is_no_channel()
    {
        Exactly.Says(Assert.Throws<DeclarationException>(() => LabelChannel.Of(["a"], [1])), "1 labels", "Two or more");
        Exactly.Says(Assert.Throws<DeclarationException>(() => LabelChannel.Of(["a", "a"], [1, 0], [0, 1])), "label a twice");
        Exactly.Says(Assert.Throws<DeclarationException>(() => LabelChannel.Of(["a", "b"], [1, 0])), "2 labels and 1 rows");
        Exactly.Says(Assert.Throws<DeclarationException>(() => LabelChannel.Of(["a", "b"], [1, 0], [0, 1, 0])), "label b", "3 probabilities for 2 labels");
        Exactly.Says(Assert.Throws<DeclarationException>(() => LabelChannel.Of(["a", "b"], [1.5, -0.5], [0, 1])), "label a", "-0.5");
        Exactly.Says(Assert.Throws<DeclarationException>(() => LabelChannel.Of(["a", "b"], [1, 0], [0.5, 0.4])), "label b", "sums to 0.9");
        Exactly.Says(Assert.Throws<DeclarationException>(() => LabelChannel.Of(["a", "b"], [double.NaN, 0], [0.5, 0.5])), "label a", "NaN");
    }
}
