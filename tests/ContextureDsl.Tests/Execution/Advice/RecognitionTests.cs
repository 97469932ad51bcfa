using ContextureDsl.Execution;
using ContextureDsl.Kernels;
using ContextureDsl.Observation;

namespace ContextureDsl.Tests.Execution.Advice;

/// <summary>Asking an encoder for held-out pairs, and holding them out, ends when it is told to.</summary>
public class RecognitionTests
{
    [Fact]
    public void Every_step_looks_at_the_token()
    {
        var part = Planted.Groups(x => x % 3, 3, 1);
        var random = new SplitMix(1);
        var heldOut = HeldOutPairs<int>.Of(part, ref random, CancellationToken.None);
        var content = CountedContexture.Learn((ObservedPart<int, int>)part, "groups", new LearnOptions { Rank = 4 }).Content;
        var recognition = new Recognition<int>(part.Inputs, content, 4, CancellationToken.None);
        Assert.Equal(heldOut.Questions.Count, recognition.Of(heldOut.Questions, heldOut.Rest, CancellationToken.None).Length);
        var stopped = new CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => recognition.Of(heldOut.Questions, heldOut.Rest, stopped));
        Assert.Throws<OperationCanceledException>(() => new Recognition<int>(part.Inputs, content, 4, stopped));
        Assert.Throws<OperationCanceledException>(() => HeldOutPairs<int>.Of(part, ref random, stopped));
    }
}
