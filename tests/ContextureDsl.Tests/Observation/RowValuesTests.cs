using ContextureDsl.Observation;
using Xunit;

namespace ContextureDsl.Tests.Observation;

public class RowValuesTests
{
    [Fact]
    public void AnySequenceIsReadOnce()
    {
        var reads = 0;
        IEnumerable<int> Lazy()
        {
            reads++;
            yield return 4;
            yield return 5;
        }
        var values = new RowValues<int>();
        Assert.Equal([1, 2], values.Of([1, 2]).ToArray());
        Assert.Equal([1, 2, 3], values.Of(new List<int> { 1, 2, 3 }).ToArray());
        Assert.Equal([4, 5], values.Of(Lazy()).ToArray());
        Assert.Equal([7], values.Of(new HashSet<int> { 7 }).ToArray());
        Assert.Equal([], values.Of([]).ToArray());
        Assert.Equal(1, reads);
    }

    [Fact]
    public void AnArrayOfADerivedTypeIsRead()
    {
        IEnumerable<object> strings = new[] { "a", "b" };
        Assert.Equal(["a", "b"], new RowValues<object>().Of(strings).ToArray());
    }
}
